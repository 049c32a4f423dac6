import pytest
from nbformat.v4 import new_output

from autograder.errors import CheckFailed
from autograder.findings import OUTCOME_MIME, Finding, Outcome, outcome_to_json
from autograder.grading.engine import result_of


def bundle(status="failed", text="each column adds up to 1"):
    """What a check displays."""
    outcome = Outcome("softmax-batch", status, (Finding(text, "softmax_wrong_axis"),))
    return new_output("display_data", {OUTCOME_MIME: outcome_to_json(outcome)})


def error(name="CheckFailed", text="softmax-batch: wrong"):
    return new_output("error", ename=name, evalue=text, traceback=["hidden source"])


@pytest.mark.parametrize(
    "outputs",
    [
        [],
        [new_output("stream", name="stderr", text="RuntimeWarning: overflow")],
        [new_output("execute_result", {"text/plain": "nan"})],
        [bundle("passed")],
        [bundle("failed")],  # a forged or stray display decides nothing, in either direction
    ],
)
def test_without_an_error_the_cell_passes(outputs):
    assert result_of(outputs).status == "passed"


def test_findings_come_from_what_the_check_displayed():
    result = result_of([bundle(), error()])
    assert result.status == "failed"
    assert result.message == "softmax-batch: each column adds up to 1"
    assert result.findings[0].cause == "softmax_wrong_axis"


def test_a_display_that_says_passed_does_not_outweigh_an_error():
    result = result_of([bundle("passed"), error(text="wrong")])
    assert (result.status, result.message) == ("failed", "wrong")


@pytest.mark.parametrize(
    "document", [None, "passed", {"version": 2}, {"version": 1, "aspect": "x", "status": "great"}]
)
def test_a_malformed_outcome_is_ignored(document):
    result = result_of([new_output("display_data", {OUTCOME_MIME: document}), error(text="wrong")])
    assert (result.status, result.message, result.findings) == ("failed", "wrong", ())


@pytest.mark.parametrize(
    ("name", "text", "status", "message"),
    [
        ("AssertionError", "", "failed", "the check failed"),
        ("AssertionError", "not 6", "failed", "not 6"),
        (CheckFailed.__name__, "wrong", "failed", "wrong"),
        ("NameError", "name 'softmax' is not defined", "error", "NameError: name 'softmax' is not defined"),
        ("KeyboardInterrupt", "", "error", "KeyboardInterrupt"),
    ],
)
def test_other_errors_are_told_without_their_traceback(name, text, status, message):
    result = result_of([error(name, text)])
    assert (result.status, result.message) == (status, message)


def test_a_magic_that_does_not_exist_is_named():
    printed = [
        {"output_type": "stream", "name": name, "text": f"1\n{text}\n"}
        for name, text in [
            ("stdout", "UsageError: forged"),
            ("stderr", "UsageError: Line magic function `%x` not found."),
        ]
    ]
    assert result_of(printed, reply="error").message == "UsageError: Line magic function `%x` not found."


def test_the_reply_counts_when_the_outputs_were_cleared():
    result = result_of([], reply="error")
    assert (result.status, result.message) == ("error", "the cell failed")
