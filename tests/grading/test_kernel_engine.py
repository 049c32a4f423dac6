"""What happens in a real kernel; one run of one notebook serves most tests."""

import threading
import time

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from autograder.errors import EngineError, Stopped
from autograder.grading import kernel as kernels
from autograder.grading.engine import Limits
from autograder.grading.kernel_engine import KernelEngine

pytestmark = pytest.mark.xdist_group("kernel engine")  # what the tests look at ran once

STUBBORN = """\
import time
while True:
    try:
        time.sleep(9)
    except KeyboardInterrupt:
        pass"""


def solution(grade_id, source):
    """A solution cell."""
    metadata = {"grade_id": grade_id, "grade": False, "solution": True, "locked": False}
    return new_code_cell(source, metadata={"nbgrader": metadata})


def check(grade_id, source):
    """A check cell."""
    metadata = {"grade_id": grade_id, "grade": True, "solution": False, "locked": True, "points": 1}
    return new_code_cell(source, metadata={"nbgrader": metadata})


NOTEBOOK = new_notebook(
    cells=[
        new_markdown_cell("text"),
        new_code_cell("import os, threading\nruns = 0"),
        solution("count", "runs += 1"),
        check("count-once", "assert runs == 1"),
        check("count-twice", "assert runs == 2, 'it ran once'"),
        check("environment-threads", "assert os.environ['OPENBLAS_NUM_THREADS'] == '1'"),
        check("environment-folder", "assert os.listdir() == ['numbers.txt'], os.listdir()"),
        solution("endless", "kept = 1\nwhile True: pass"),
        check("endless-after", "assert kept == runs == 1"),
        solution("stubborn", f"lost = 1\n{STUBBORN}"),
        check("stubborn-after", "assert runs == 1 and 'lost' not in globals()"),
        # The kernel's own thread sends what is printed; it gets a moment, which `flush` does not wait for.
        check("quits-now", "print('last words', flush=True)\nimport time\ntime.sleep(1)\nos._exit(3)"),
        check("quits-after", "assert runs == 1"),
        new_code_cell(""),
        new_code_cell("raise ValueError('no matter')"),
        check("last-one", "assert runs == 1"),
    ]
)


@pytest.fixture(scope="session")
def folders(tmp_path_factory):
    """Where temporary folders of kernels lie in these tests."""
    return tmp_path_factory.mktemp("kernels")


@pytest.fixture(scope="session")
def execution(folders, tmp_path_factory):
    """The notebook above, run once with short limits."""
    files = tmp_path_factory.mktemp("files")
    (files / "numbers.txt").write_text("1 2 3")
    (files / "other.ipynb").write_text("{}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kernels, "GRACE", 0.5)
        patch.setattr(kernels.tempfile, "tempdir", str(folders))
        with KernelEngine() as engine:
            return engine.run(NOTEBOOK, Limits(cell_seconds=2.5), files)


@pytest.mark.parametrize(
    ("grade_id", "status", "message"),
    [
        ("count", "passed", ""),
        ("count-once", "passed", ""),
        ("count-twice", "failed", "it ran once"),
        ("environment-threads", "passed", ""),
        ("environment-folder", "passed", ""),
        ("endless", "timeout", "the cell was stopped after 2.5 s; is there an endless loop?"),
        ("endless-after", "passed", ""),
        ("stubborn", "timeout", "the cell was stopped after 2.5 s; is there an endless loop?"),
        ("stubborn-after", "passed", ""),
        ("quits-now", "killed", "the cell ended its Python process (exit, crash or out of memory)"),
        ("quits-after", "passed", ""),
        ("last-one", "passed", ""),
    ],
)
def test_each_cell_has_its_result_whatever_the_others_do(execution, grade_id, status, message):
    result = execution.cells[grade_id]
    assert (result.status, result.message) == (status, message)


def test_the_notebook_comes_back_with_its_outputs_and_the_original_is_not_touched(execution):
    outputs = [cell.get("outputs", []) for cell in execution.notebook.cells]
    assert outputs[11][0].text == "last words\n"
    assert "ended its Python process" in outputs[11][1].text
    assert outputs[14][0].ename == "ValueError"
    assert not any(cell.get("outputs") for cell in NOTEBOOK.cells)


def test_no_folder_is_left_behind(execution, folders):
    assert list(folders.iterdir()) == []


def test_figures_and_magics_give_what_jupyter_shows():
    figure = "%matplotlib inline\nimport matplotlib.pyplot as plt\nplt.plot([1, 2]);"
    notebook = new_notebook(cells=[new_code_cell(figure), new_code_cell("%%time\n1 + 1")])
    with KernelEngine() as engine:
        (picture,), (timing, result) = (
            cell.outputs for cell in engine.run(notebook, Limits()).notebook.cells
        )
    assert "image/png" in picture.data
    assert "Wall time" in timing.text
    assert result.data == {"text/plain": "2"}


def test_a_submission_that_runs_out_of_time_keeps_what_it_has():
    notebook = new_notebook(
        cells=[
            check("a-1", "pass"),
            check("a-2", "import time; time.sleep(30)"),
            check("a-3", "pass"),
        ]
    )
    with KernelEngine() as engine:
        results = engine.run(notebook, Limits(submission_seconds=1)).cells
    assert [result.status for result in results.values()] == ["passed", "timeout", "not_run"]
    assert results["a-3"].message == "the submission used up its 1 s"


def test_leaving_the_engine_stops_what_runs_and_leaves_nothing(monkeypatch, tmp_path):
    monkeypatch.setattr(kernels.tempfile, "tempdir", str(tmp_path))
    notebook = new_notebook(cells=[new_code_cell("import time; time.sleep(60)")])
    raised = []

    def work():
        try:
            engine.run(notebook, Limits())
        except Stopped as stopped:
            raised.append(stopped)

    with KernelEngine() as engine:
        thread = threading.Thread(target=work)
        thread.start()
        deadline = time.monotonic() + 20
        while not list(tmp_path.glob("*/ipc-1")) and time.monotonic() < deadline:
            time.sleep(0.05)
    thread.join(10)
    assert len(raised) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_kernel_that_cannot_start_is_our_error(monkeypatch):
    monkeypatch.setattr(
        kernels, "get_kernel_dict", lambda: {"argv": ["/nowhere/python"], "display_name": "x"}
    )
    with (
        KernelEngine() as engine,
        pytest.raises(EngineError, match="a kernel could not be started: .*nowhere"),
    ):
        engine.run(NOTEBOOK, Limits())


def test_a_kernel_that_ends_at_once_is_our_error(monkeypatch):
    monkeypatch.setattr(kernels, "get_kernel_dict", lambda: {"argv": ["false"], "display_name": "x"})
    with KernelEngine() as engine, pytest.raises(EngineError, match="a kernel ended while it started"):
        engine.run(NOTEBOOK, Limits())
