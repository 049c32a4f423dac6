"""Whatever the student's process sends and whatever messages say: the examiner stays, and every result is valid."""

import contextlib
import importlib.util
import json
import socket
import sys
import time
from pathlib import Path

import nbformat
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.engine.messages import checked
from autograder.errors import WireError
from autograder.findings import OUTCOME_MIME, Finding, Outcome, outcome_from_json, outcome_to_json
from autograder.grading.engine import result_of
from autograder.grading.outputs import Outputs
from autograder.grading.records import AspectRecord, AspectStatus, QuestionRecord, SubmissionRecord
from autograder.proxies import Client
from autograder.proxies.proxy import Proxy
from autograder.reports import feedback
from autograder.wire import FROM_STUDENT, Channel, decode, encode
from autograder.wire.conversation import ERROR, RETURN
from autograder.wire.references import Importable, Known, Shown, Stream


def _load(name):
    spec = importlib.util.spec_from_file_location(f"answers_{name}", Path(__file__).with_name(f"{name}.py"))
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


mutations, notebooks = _load("mutations"), _load("test_notebooks")

mimes = st.sampled_from(
    [
        "text/plain",
        "text/html",
        "image/png",
        "image/svg+xml",
        "application/json",
        "application/javascript",
        OUTCOME_MIME,
    ]
)
contents = st.one_of(
    mutations.values,
    st.fixed_dictionaries(
        {},
        optional={
            "name": st.one_of(st.sampled_from(["stdout", "stderr"]), mutations.values),
            "text": mutations.values,
            "ename": mutations.texts,
            "evalue": st.one_of(mutations.texts, mutations.values),
            "traceback": st.one_of(st.lists(mutations.texts, max_size=3), mutations.values),
            "wait": st.one_of(st.booleans(), mutations.values),
            "data": st.one_of(st.dictionaries(mimes, mutations.values, max_size=4), mutations.values),
            "metadata": st.one_of(st.dictionaries(mimes, mutations.values, max_size=2), mutations.values),
            "transient": st.one_of(st.just({"display_id": "a"}), mutations.values),
        },
    ),
)
kinds = st.sampled_from(
    ["stream", "error", "clear_output", "display_data", "update_display_data", "execute_result"]
)
messages = st.lists(
    st.one_of(st.tuples(kinds, contents), st.tuples(mutations.texts, contents), mutations.values), max_size=6
)


def shown(messages, *, ours=False):
    """The outputs of a cell that put out these messages."""
    outputs = Outputs(2_000)
    for kind, content in checked(messages, 1, ours=ours):
        outputs.add({"header": {"msg_type": kind}, "msg_type": kind, "content": content})
    return outputs.items


@mutations.fuzz
@given(messages, st.booleans(), st.sampled_from(["ok", "error"]))
def test_outputs_of_any_kind_make_a_valid_notebook_and_page(in_time, messages, ours, reply):
    with in_time():
        items = shown(messages, ours=ours)
        result = result_of(items, reply)
        node = nbformat.v4.new_code_cell(
            "double", outputs=items, metadata={"nbgrader": {"grade_id": "double", "solution": True}}
        )
        notebook = nbformat.v4.new_notebook(cells=[node])
        nbformat.validate(notebook)
        json.dumps(notebook, allow_nan=False, ensure_ascii=False).encode("utf-8")
        assert (result.status == AspectStatus.PASSED) <= (reply == "ok"), "only the reply can pass a cell"
        aspect = AspectRecord("double", result.status, 0, 1, result.message, result.findings)
        record = SubmissionRecord(
            "eve", "tiny", "eve.ipynb", "graded", questions=(QuestionRecord("double", (aspect,)),)
        )
        notebooks.check_reports([record], feedback.page(record, notebook))


@st.composite
def changed_frames(draw, values):
    """The bytes of a value with a few of them changed; with references, which a process may forge as it likes."""
    frame = bytearray(encode(draw(values), refer=lambda reference: reference))
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, max(0, len(frame) - 1)))
        match draw(st.sampled_from(["set", "cut", "insert", "end"])):
            case "set" if frame:
                frame[at] = draw(st.integers(0, 255))
            case "cut":
                del frame[at : at + draw(st.integers(1, 4))]
            case "insert":
                frame[at:at] = draw(st.binary(max_size=9))
            case "end":
                del frame[at:]
    return bytes(frame)


plain = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(),
    st.text(max_size=9),
    st.binary(max_size=9),
    st.sampled_from([np.zeros(3), np.ones((2, 0)), np.float64(1), np.array(["a"]), slice(1, None)]),
)
references = st.one_of(
    st.builds(Shown, st.integers(0, 9), st.integers(0, 255), st.text(max_size=5), st.text(max_size=5)),
    st.builds(Known, st.integers(0, 9)),
    st.builds(
        Importable,
        st.sampled_from(["numpy", "os", "builtins"]),
        st.sampled_from(["system", "tanh", "eval", "float64"]),
    ),
    st.builds(Stream, *[st.integers(-1, 2**130)] * 4),
)
sent = st.recursive(
    st.one_of(plain, references),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.tuples(inner, inner),
        st.dictionaries(st.text(max_size=3), inner, max_size=3),
    ),
    max_leaves=6,
)
changes = st.one_of(st.just(()), st.lists(st.tuples(st.integers(-1, 3), sent), max_size=2).map(tuple), sent)
bodies = st.one_of(
    st.tuples(sent, changes, st.one_of(st.just(0), sent)),
    st.tuples(st.text(max_size=5), st.tuples(), st.dictionaries(st.text(max_size=3), sent, max_size=2)),
)
frames = st.tuples(
    st.one_of(st.sampled_from([RETURN, ERROR]), st.integers(0, 255)),
    st.integers(0, 4),
    changed_frames(bodies),
)

WHITELIST = (
    type(None),
    bool,
    int,
    float,
    complex,
    str,
    bytes,
    slice,
    np.ndarray,
    np.generic,
    np.random.Generator,
    Proxy,
)


def believed(value):
    """Whether a value is of the plain types, all the way down, or stays in the other process."""
    if type(value) in (list, tuple, set):
        return all(map(believed, value))
    if type(value) is dict:
        return all(believed(key) and believed(item) for key, item in value.items())
    if isinstance(value, np.ndarray):
        return value.dtype.kind in "biufcUS"
    return isinstance(value, WHITELIST) or getattr(value, "__module__", "").split(".")[0] == "numpy"


@mutations.fuzz
@given(st.lists(frames, min_size=1, max_size=4))
def test_frames_of_any_kind_are_values_or_end_the_conversation(in_time, frames):
    here, there = socket.socketpair()
    descriptor = here.detach()
    channel = Channel(descriptor, descriptor, FROM_STUDENT)
    with contextlib.closing(channel), contextlib.closing(there), in_time():
        channel.deadline = time.monotonic() + 0.05
        for kind, serial, body in frames:
            frame = bytes([kind]) + serial.to_bytes(4, "little") + body
            there.sendall(len(frame).to_bytes(4, "little") + frame)
        there.shutdown(socket.SHUT_WR)
        client = Client(channel)
        for _ in range(2):
            try:
                value = client.get("double")
            except WireError as breach:
                assert client.failure is breach or "the conversation is over" in str(breach)
                assert str(breach).endswith(".")
                break
            except Exception as error:  # noqa: BLE001 - what the student's code is said to have raised
                assert client.failure is None, repr(error)
            else:
                assert believed(value)


@mutations.fuzz
@given(
    changed_frames(
        st.tuples(
            st.just(1),
            st.booleans(),
            messages.map(lambda found: [list(m) if isinstance(m, tuple) else m for m in found]),
        )
    )
)
def test_answers_of_cells_are_outputs_or_nonsense(in_time, frame):
    with in_time():
        try:
            found = decode(frame, limits=FROM_STUDENT)
        except WireError as breach:
            assert str(breach).endswith(".")
            return
        if isinstance(found, tuple) and len(found) == 3 and isinstance(found[2], list):
            nbformat.validate(
                nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(outputs=shown(found[2]))])
            )


@mutations.fuzz
@given(
    st.one_of(
        mutations.values,
        mutations.changed_json(
            outcome_to_json(Outcome("a", "failed", (Finding("b", "c", data={"d": [1.5]}),)))
        ).map(json.loads),
    )
)
def test_outcomes_of_any_kind_are_read_or_refused(document):
    try:
        outcome = outcome_from_json(document)
    except ValueError as reason:
        assert str(reason)
    else:
        json.dumps(outcome_to_json(outcome), allow_nan=False)


@mutations.fuzz
@given(
    st.lists(mutations.texts, min_size=6, max_size=6), mutations.values, st.sampled_from(list(AspectStatus))
)
def test_records_with_any_text_make_valid_reports(in_time, texts, data, status):
    student, assignment, path, message, repair, cause = texts
    points = None if status is AspectStatus.NEEDS_GRADING else 0
    finding = Finding(message, cause, hint=repair, data={"x": data})
    aspect = AspectRecord("double-number", status, points, 1, message, (finding,))
    questions = (QuestionRecord("double", (aspect,)),)
    graded = SubmissionRecord(student, assignment, path, "graded", repairs=(repair,), questions=questions)
    refused = SubmissionRecord(student, assignment, path, "invalid", message or "why", questions=())
    with in_time():
        notebooks.check_reports([graded, refused], feedback.page(graded), feedback.page(refused))


def test_the_whitelist_is_strict():
    """So that the test above sees what it should."""
    assert believed([1, (None, {"a": np.zeros(2)})])
    assert not believed(object())
    assert not believed([len])
    with pytest.raises(WireError):
        decode(b"g\0\0\0\0")
