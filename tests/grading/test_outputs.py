import pytest

from autograder.findings import OUTCOME_MIME
from autograder.grading.outputs import Outputs


def message(kind, **content):
    """A message of the kernel's output channel."""
    return {"header": {"msg_type": kind}, "content": content}


def stream(text, name="stdout"):
    return message("stream", name=name, text=text)


def display(data, kind="display_data", **more):
    return message(kind, data=data, metadata={}, **more)


@pytest.fixture
def outputs():
    return Outputs(limit=100)


def test_pieces_of_a_stream_become_one_output():
    outputs = Outputs(limit=1_000)
    for piece in ("a", "b"):
        outputs.add(stream(piece))
    outputs.add(stream("c", "stderr"))
    assert [(item.name, item.text) for item in outputs.items] == [("stdout", "ab"), ("stderr", "c")]


def test_too_much_output_is_cut_once_with_a_note(outputs):
    for _ in range(3):
        outputs.add(stream("x" * 70))
    outputs.add(display({"text/plain": "late"}))
    assert [item.text for item in outputs.items] == [
        "x" * 100,
        "[the rest of the output is left out: too long]\n",
    ]


def test_a_picture_that_does_not_fit_is_left_out(outputs):
    outputs.add(display({"image/png": "x" * 101}))
    assert [item.output_type for item in outputs.items] == ["stream"]


def test_errors_and_outcomes_are_kept_however_much_came_before(outputs):
    outputs.add(stream("x" * 1000))
    outputs.add(display({OUTCOME_MIME: {}, "image/png": "y" * 1000}))
    outputs.add(message("error", ename="E", evalue="v" * 10_000, traceback=["t"] * 1000))
    *_, outcome, error = outputs.items
    assert OUTCOME_MIME in outcome.data
    assert len(error.evalue) == 4000
    assert len(error.traceback) == 100


def test_outputs_that_show_nothing_take_room_as_well():
    outputs = Outputs(limit=10_000)
    for _ in range(1_000):
        outputs.add(display({}))
    assert 10 < len(outputs.items) < 100
    assert outputs.items[-1].text == "[the rest of the output is left out: too long]\n"


def test_of_many_errors_the_first_ones_are_kept():
    outputs = Outputs(limit=100)
    for number in range(1_000):
        outputs.add(message("error", ename="E" * 1_000, evalue=str(number), traceback=[]))
    assert [error.evalue for error in outputs.items] == [str(number) for number in range(10)]
    assert len(outputs.items[0].ename) == 400


def test_one_update_of_many_displays_takes_the_room_of_all():
    outputs = Outputs(limit=100_000)
    for _ in range(100):
        outputs.add(display({"text/plain": "a"}, transient={"display_id": "bar"}))
    for letter in "bc":
        update = display(
            {"text/plain": letter * 10_000}, "update_display_data", transient={"display_id": "bar"}
        )
        outputs.add(update)
    assert outputs.size() < 130_000
    assert outputs.items[-1].text == "[the rest of the output is left out: too long]\n"


def test_clearing_and_updating_work_as_in_jupyter(outputs):
    outputs.add(stream("gone"))
    outputs.add(message("clear_output", wait=True))
    assert outputs.items, "waits for the next output"
    outputs.add(display({"text/plain": "old"}, transient={"display_id": "bar"}))
    outputs.add(display({"text/plain": "new"}, "update_display_data", transient={"display_id": "bar"}))
    outputs.add(display({"text/plain": "lost"}, "update_display_data", transient={}))
    assert [item.data for item in outputs.items] == [{"text/plain": "new"}]
    outputs.add(message("clear_output", wait=False))
    assert outputs.items == []


def test_what_runs_when_it_is_shown_is_not_kept():
    collected = Outputs(10_000)
    script = {"application/javascript": "alert(1)"}
    widget = {"application/vnd.jupyter.widget-view+json": {"model_id": "x"}, "text/plain": "50%"}
    collected.add(message("display_data", data=script, metadata={}, transient={}))
    collected.add(message("display_data", data=widget, metadata={}, transient={}))
    assert [item.data for item in collected.items] == [
        {"text/plain": "(an output of the type application/javascript is not kept)"},
        {"text/plain": "50%"},
    ]


def test_of_the_metadata_of_outputs_only_sizes_of_pictures_stay():
    collected = Outputs(10_000)
    metadata = {
        "image/png": {"width": "1 onerror=alert(1)", "height": 30, "alt": "x"},
        "text/html": {"isolated": True},
        "filenames": {"image/png": "/etc/passwd"},
    }
    data = {"image/png": "AA==", "text/html": "<b>x</b>"}
    for kind in ("display_data", "update_display_data"):
        collected.add(message(kind, data=data, metadata=metadata, transient={"display_id": "a"}))
        assert collected.items[0].metadata == {"image/png": {"height": 30}}
