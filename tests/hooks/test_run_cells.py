"""nbgrader's preprocessor that runs notebooks: what it asks of the engine, and what it makes of the answer."""

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output
from nbgrader.utils import determine_grade
from traitlets.config import Config

from autograder.errors import EngineError
from autograder.grading.engine import CellResult, Execution, Limits
from autograder.hooks import run_cells
from autograder.hooks.run_cells import RunCells

RESOURCES = {"metadata": {"path": "."}}


class Engine:
    """Gives each check cell the result that its source names; notes what it was asked."""

    def __init__(self):
        self.asked = []
        self.left = 0

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.left += 1

    def run(self, notebook, limits, files=None):
        self.asked.append((limits, files))
        results = {}
        for cell in notebook.cells:
            grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
            if grade_id:
                results[grade_id] = CellResult(cell.source, "" if cell.source == "passed" else "why")
        return Execution(notebook, results, 0.1)


@pytest.fixture
def opened(monkeypatch):
    """The engine, and with what it was opened."""
    engine, arguments = Engine(), []

    def open_engine(course, isolation, *, checks_inside):
        arguments.append((course.root, isolation, checks_inside))
        return engine

    monkeypatch.setattr(run_cells, "open_engine", open_engine)
    monkeypatch.setattr(run_cells.atexit, "register", lambda *arguments: None)
    run_cells._shared_engine.cache_clear()
    yield engine, arguments
    run_cells._shared_engine.cache_clear()


def check(status, *outputs):
    """A check cell with this result."""
    nbgrader = {"grade_id": f"q-{status}", "grade": True, "solution": False, "locked": True, "points": 2}
    return new_code_cell(status, metadata={"nbgrader": nbgrader}, outputs=list(outputs))


def preprocess(*cells, **settings):
    """Run the preprocessor over a notebook."""
    config = Config({"RunCells": settings, "CourseDirectory": settings.pop("course", {})})
    return RunCells(config=config).preprocess(new_notebook(cells=list(cells)), RESOURCES)[0]


@pytest.mark.parametrize(
    ("status", "points"),
    [("passed", 2), ("failed", 0), ("error", 0), ("timeout", 0), ("killed", 0), ("not_run", 0)],
)
def test_nbgrader_gives_the_points_that_the_result_is_worth(opened, status, points):
    notebook = preprocess(check(status), new_code_cell("not graded"))
    nbformat.validate(notebook)
    assert determine_grade(notebook.cells[0]) == (points, 2)
    assert [output.evalue for output in notebook.cells[0].outputs] == ([] if points else ["why"])
    assert notebook.cells[1].outputs == []


def test_an_error_that_is_there_is_enough(opened):
    error = new_output("error", ename="CheckFailed", evalue="x", traceback=["x"])
    assert preprocess(check("failed", error)).cells[0].outputs == [error]


def test_settings_reach_the_engine_which_is_opened_once(opened, tmp_path):
    engine, arguments = opened
    settings = {
        "isolation": "none",
        "checks_inside": True,
        "cell_seconds": 3.0,
        "submission_seconds": 9.0,
        "output_bytes": 5,
    }
    for _ in range(2):
        preprocess(check("passed"), course={"root": str(tmp_path)}, **settings)
    assert arguments == [(tmp_path.resolve(), "none", True)]
    limits, files = engine.asked[0]
    assert limits == Limits(cell_seconds=3, submission_seconds=9, output_bytes=5)
    assert files.is_absolute()
    preprocess(check("passed"), course={"root": str(tmp_path)})
    assert arguments[1] == (tmp_path.resolve(), "full", False), "confined, unless somebody says otherwise"


def test_where_student_code_cannot_be_confined_nothing_is_run(monkeypatch):
    def refuse(course, isolation, *, checks_inside):
        raise EngineError("this machine cannot confine student code")

    monkeypatch.setattr(run_cells, "open_engine", refuse)
    run_cells._shared_engine.cache_clear()
    with pytest.raises(EngineError, match="this machine cannot confine"):
        preprocess(check("passed"))
