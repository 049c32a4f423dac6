"""The outputs of a cell, before they are sent and after they have come."""

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from autograder.engine.messages import checked
from autograder.engine.record import Record
from autograder.findings import OUTCOME_MIME
from autograder.grading.outputs import Outputs


@pytest.fixture
def record():
    """A record with room for 100 characters."""
    record = Record()
    record.start(100)
    return record


def display(text, display_id=None):
    """What is displayed for a text."""
    return {"data": {"text/plain": text}, "transient": {"display_id": display_id} if display_id else {}}


def kept(record, limit=100):
    """The outputs in the notebook in the end."""
    outputs = Outputs(limit)
    for kind, content in checked(record.taken(), 1):
        outputs.add({"header": {"msg_type": kind}, "msg_type": kind, "content": content})
    return outputs.items


@pytest.mark.parametrize("size", [100, 101, 150, 10_000])
def test_prints_beyond_the_limit_are_cut_with_a_note(record, size):
    record.write("stdout", "x" * (size - 50))
    record.write("stdout", "x" * 50)
    record.write("stdout", "")
    first, *rest = kept(record)
    assert first.text == "x" * 100
    assert [output.text for output in rest] == (
        [] if size == 100 else ["[the rest of the output is left out: too long]\n"]
    )


def test_what_is_too_long_is_not_kept_here_either(record):
    record.write("stdout", "x" * 10**6)
    record.add("display_data", display("y" * 10**6))
    assert sum(len(str(message)) for message in record.taken()) < 1_000
    record.start(100)
    record.add("execute_result", display("y" * 10**6))
    assert sum(len(str(message)) for message in record.taken()) < 1_000
    record.start(100)
    record.add("execute_result", display("y" * 10**6))
    assert [output.text for output in kept(record)] == ["[the rest of the output is left out: too long]\n"]


def test_errors_are_kept_whatever_was_printed_and_are_cut(record):
    record.write("stdout", "x" * 1_000)
    for _ in range(50):
        record.error(ValueError, ValueError("y" * 10_000), ["z" * 10_000] * 1_000)
    messages = record.taken()
    errors = [content for kind, content in messages if kind == "error"]
    assert len(errors) == 10
    assert (len(errors[0]["evalue"]), len(errors[0]["traceback"])) == (4_000, 100)
    assert max(map(len, errors[0]["traceback"])) == 4_000


def test_streams_are_joined_and_keep_their_order(record):
    for name, text in [("stdout", "1"), ("stdout", "2"), ("stderr", "3"), ("stdout", "4")]:
        record.write(name, text)
    assert [(output.name, output.text) for output in kept(record, 1_000)] == [
        ("stdout", "12"),
        ("stderr", "3"),
        ("stdout", "4"),
    ]


def test_a_display_that_is_updated_takes_the_room_of_one(record):
    record.add("display_data", display("a" * 50, "id"))
    for letter in "bcdef":
        record.update(display(letter * 50, "id"))
    record.update(display("nobody", "other"))
    record.update({"data": {}, "transient": None})
    assert [output.data for output in kept(record)] == [{"text/plain": "f" * 50}]


def test_what_is_cleared_gives_its_room_back(record):
    for number in range(20):
        record.clear(wait=True)
        record.write("stdout", str(number % 10) * 50)
    assert [output.text for output in kept(record)] == ["9" * 50]
    record.write("stdout", "x")
    record.clear(wait=False)
    assert record.taken() == []


def test_strange_data_becomes_plain_or_is_left_out_with_a_note(record):
    class Text(str):
        pass

    endless = []
    endless.append(endless)
    record.add("display_data", {"data": {"text/html": Text("<b>"), "image/png": b"\x89PNG", 3: object}})
    record.add("display_data", {"data": {"application/json": endless}, "metadata": {"a": endless}})
    first, second = kept(record, 1_000)
    assert first.data["text/html"] == "<b>" and type(first.data["text/html"]) is str
    assert first.data["image/png"] == "iVBORw=="
    assert set(first.data) == {"text/html", "image/png"}, "what is of no known type is left out"
    assert second.data == {"text/plain": "(this output cannot be kept: Circular reference detected)"}


def test_the_text_of_an_exception_may_raise(record):
    class Broken(Exception):
        def __str__(self):
            raise SystemExit

    record.error(Broken, Broken(), ["x"])
    (error,) = kept(record)
    assert (error.ename, error.evalue) == (
        "Broken",
        "(the text of this exception raises an exception itself)",
    )


DEEP = {"a": [[[[[1.5, None, True, float("nan"), b"x", "\ud800"]]]]]}
HOSTILE = [
    None,
    5,
    [],
    ("stream",),
    ("stream", {"name": "stdout"}),
    ("stream", {"name": "stdin", "text": "x"}),
    ("stream", {"name": "stdout", "text": ["x"]}),
    ("stream", {"name": "stdout", "text": b"x"}),
    ("stream", {"name": "stdout", "text": "\ud800 lone"}),
    ("error", {"ename": 1, "evalue": 2, "traceback": 3}),
    ("error", {"ename": "E", "evalue": "\udfff", "traceback": [1, b"x", None, "\udfff"]}),
    ("clear_output", {"wait": "yes"}),
    ("clear_output", {}),
    ("comm_open", {"data": {}}),
    ("display_data", {"data": None}),
    ("display_data", {"data": {"text/plain": 5, "image/png": b"x", 7: "x", "text/html": ["a", "b"]}}),
    ("display_data", {"data": {"text/plain": {"a": 1}, "application/json": DEEP}, "metadata": DEEP}),
    ("display_data", {"data": {"\ud800/x": "y"}, "metadata": [1], "transient": 5}),
    ("display_data", {"data": {}, "transient": {"display_id": ["no", "text"]}}),
    ("update_display_data", {"data": {}, "transient": {"display_id": {}}}),
    ("update_display_data", {"data": {}, "transient": {"display_id": "id"}}),
    ("execute_result", {"data": {"application/x+json": DEEP}, "execution_count": -5}),
    ("execute_result", {"data": {OUTCOME_MIME: {"status": "passed"}}, "execution_count": "x"}),
    ("display_data", {"data": {OUTCOME_MIME: b"rubbish"}}),
]


@pytest.mark.parametrize("message", HOSTILE, ids=lambda message: repr(message)[:50])
def test_rubbish_never_harms_and_every_notebook_stays_valid(message):
    outputs = Outputs(1_000)
    for kind, content in checked([message, message], 3):
        outputs.add({"header": {"msg_type": kind}, "msg_type": kind, "content": content})
    for output in outputs.items:
        assert OUTCOME_MIME not in output.get("data", {})
        assert output.get("execution_count", 3) == 3
    notebook = new_notebook(cells=[new_code_cell("", outputs=outputs.items)])
    nbformat.validate(notebook)
    nbformat.writes(notebook).encode("utf-8")


def test_lone_surrogates_become_question_marks():
    ((_, content),) = checked([("stream", {"name": "stdout", "text": "\ud800 lone"})], 1)
    assert content["text"] == "? lone"


def test_only_checks_carry_outcomes():
    message = ("display_data", {"data": {OUTCOME_MIME: {"status": "passed"}}})
    ((_, content),) = checked([message], 1, ours=True)
    assert content["data"] == {OUTCOME_MIME: {"status": "passed"}}
