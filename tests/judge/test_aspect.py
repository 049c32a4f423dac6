"""The frame of a check cell: one verdict, one message, and no trace of what happened inside."""

import logging
import random
import warnings

import matplotlib.pyplot as plt
import numpy as np
import pytest
from IPython.core.displaypub import CapturingDisplayPublisher
from IPython.core.interactiveshell import InteractiveShell

from autograder import judge
from autograder.errors import CheckFailed
from autograder.findings import OUTCOME_MIME
from autograder.judge.picture import draw
from autograder.judge.report import Picture


@pytest.fixture
def shell():
    """A notebook's shell that keeps what is displayed."""
    shell = InteractiveShell.instance(colors="nocolor")
    shell.display_pub = CapturingDisplayPublisher(parent=shell, shell=shell)
    yield shell
    InteractiveShell.clear_instance()


def noisy() -> float:
    """Student code that prints, warns, logs, draws and seeds."""
    print("hello")
    warnings.warn("careful", stacklevel=1)
    logging.getLogger("student").warning("logged")
    np.random.seed(0)
    random.seed(0)
    plt.figure()
    value = float(np.exp(np.float64(1e4)))
    np.seterr(all="warn")
    warnings.simplefilter("always")
    return value


def test_nothing_that_happens_inside_is_left(capsys: pytest.CaptureFixture) -> None:
    """Random state, warnings filters, error handling, figures and streams are as before."""
    filters = list(warnings.filters)
    state, python_state, errors = np.random.get_state()[1].copy(), random.getstate(), np.geterr()
    figures = plt.get_fignums()
    with judge.aspect("a-b"):
        judge.call(noisy, name="noisy()")
    assert list(warnings.filters) == filters
    assert np.array_equal(np.random.get_state()[1], state)
    assert random.getstate() == python_state
    assert np.geterr() == errors
    assert plt.get_fignums() == figures
    assert logging.root.manager.disable == 0
    assert capsys.readouterr() == ("", "")


def test_a_missing_name_is_a_finding() -> None:
    """Not a NameError with a traceback."""
    with pytest.raises(CheckFailed) as caught, judge.aspect("softmax-vector"):
        softmax  # noqa: B018, F821
    assert str(caught.value) == (
        "softmax-vector: `softmax` does not exist yet.\n"
        "Look at: the cell of question softmax: has it been run, and is the name spelled like this?"
    )


def test_a_name_missing_inside_a_function_is_the_functions_error() -> None:
    """It is told with the student's line, as any other exception."""

    def student(x):
        return unknown_name + x  # noqa: F821

    with pytest.raises(CheckFailed, match=r"raised NameError: name 'unknown_name'"), judge.aspect("a-b"):
        judge.call(student, 1, name="f(x)")


def test_the_traceback_is_just_the_message() -> None:
    """What Jupyter shows of a failed check."""
    with pytest.raises(CheckFailed) as caught, judge.aspect("a-b"):
        judge.equal(-np.ones(2), np.ones(2), name="dW")
    lines = caught.value._render_traceback_()
    assert lines[0] == "\x1b[1;31m✘ a-b: dW is wrong in all entries.\x1b[0m"
    assert len(lines) == 4


def test_a_check_that_stumbles_is_an_error_not_a_crash() -> None:
    """Odd objects may break a check in ways that nobody foresaw; the status says so."""
    with pytest.raises(CheckFailed) as caught, judge.aspect("a-b"):
        raise ZeroDivisionError("odd")
    assert caught.value.outcome.status == "error"
    assert "could not make sense of what your code gave it (ZeroDivisionError: odd)" in str(caught.value)


def test_a_missing_method_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A check may take for granted that an object of the student's has it."""

    class Model:
        pass

    monkeypatch.setattr(Model, "__module__", "__main__")
    with pytest.raises(CheckFailed) as caught, judge.aspect("a-b"):
        judge.any_route(lambda: Model().loss, lambda: judge.equal(1.0, 2.0, name="the other route"))
    assert caught.value.outcome.status == "failed"
    assert "a Model has no attribute `loss`." in str(caught.value)
    with judge.aspect("a-b"):
        judge.any_route(lambda: Model().loss, lambda: None)


def test_what_an_object_of_ours_lacks_is_no_finding() -> None:
    """It is a mistake in the check."""
    with pytest.raises(CheckFailed) as caught, judge.aspect("a-b"):
        judge.any_route(lambda: np.ones(2).loss)
    assert caught.value.outcome.status == "error"


def test_interrupts_pass_through() -> None:
    """The stop button is not a finding."""
    with pytest.raises(KeyboardInterrupt), judge.aspect("a-b"):
        raise KeyboardInterrupt


def test_a_pass_is_shown_and_recorded(shell) -> None:
    """Text, HTML and the record for the grader."""
    with judge.aspect("a-b"):
        pass
    data = shell.display_pub.outputs[0]["data"]
    assert data["text/plain"] == "✔ a-b: passed"
    assert "a-b: passed" in data["text/html"]
    assert data[OUTCOME_MIME]["status"] == "passed"


def test_a_failure_shows_a_picture_and_records_its_findings(shell) -> None:
    """The picture is a PNG, the record has fact, cause, hint and data."""
    with pytest.raises(CheckFailed), judge.aspect("a-b"):
        judge.equal(-np.ones((2, 3)), np.ones((2, 3)), name="dW")
    data = shell.display_pub.outputs[0]["data"]
    assert data["image/png"].startswith("iVBOR")
    assert data[OUTCOME_MIME]["findings"][0]["cause"] == "wrong_sign"


@pytest.mark.parametrize("shape", [(3,), (4, 5), (2, 3, 4), (100, 200), (1, 1)])
def test_any_array_can_be_drawn(shape: tuple[int, ...]) -> None:
    """Small ones with numbers, large ones around the worst entry, names with `$` too."""
    rng = np.random.default_rng(0)
    png = draw(Picture('grads["$W_h"]', rng.normal(size=shape), rng.normal(size=shape)))
    assert png.startswith(b"\x89PNG")
