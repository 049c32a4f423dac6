"""nbgrader's preprocessor that runs notebooks: what it asks of the engine, and what it makes of the answer."""

import dataclasses
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output
from nbgrader.utils import determine_grade
from traitlets import TraitError
from traitlets.config import Config, DeferredConfigString

from autograder.errors import EngineError
from autograder.grading.engine import CellResult, Execution
from autograder.hooks import run_cells
from autograder.hooks.run_cells import RunCells
from autograder.limits import LIMITS, Limits

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

    def open_engine(course, isolation, *, checks_inside, limits, readable):
        arguments.append((course.root, isolation, checks_inside, limits, readable))
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
        "memory_bytes": "3 GiB",
        "threads": 5,
        "readable": ["data", "/opt/libraries"],
    }
    for _ in range(2):
        preprocess(check("passed"), course={"root": str(tmp_path)}, **settings)
    wanted = Limits(cell_seconds=3, submission_seconds=9, memory_bytes=3 * 2**30, threads=5)
    folders = (tmp_path.resolve() / "data", Path("/opt/libraries"))
    assert arguments == [(tmp_path.resolve(), "none", True, wanted, folders)]
    limits, files = engine.asked[0]
    assert limits == wanted
    assert files.is_absolute()
    preprocess(check("passed"), course={"root": str(tmp_path)})
    assert arguments[1] == (tmp_path.resolve(), "full", False, Limits(), ()), (
        "confined, unless somebody says otherwise"
    )


@pytest.mark.parametrize("field", LIMITS)
def test_every_limit_is_a_setting_with_units(opened, field):
    """In the configuration file as a number or a text, and on nbgrader's command line as a text."""
    engine, _ = opened
    limit = LIMITS[field]
    other = limit.least * 7  # never the default
    written = [other, limit.show(other), f" {limit.show(other).replace(' ', '')} "]
    for value in (*written, DeferredConfigString(written[1])):
        preprocess(check("passed"), **{field: value})
    assert [getattr(limits, field) for limits, _ in engine.asked] == [other] * 4
    assert {limits for limits, _ in engine.asked} == {dataclasses.replace(Limits(), **{field: other})}


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        (
            "memory_bytes",
            "lots",
            "RunCells.memory_bytes: 'lots' is no size; write bytes, or a number with a unit",
        ),
        ("memory_bytes", 17, "RunCells.memory_bytes: memory_bytes is 17, expected 32 MiB to"),
        ("cell_seconds", "5 GiB", "RunCells.cell_seconds: '5 GiB' is no time; write seconds"),
        ("threads", 2.5, "RunCells.threads: threads is 2.5, expected a whole number of threads"),
        (
            "open_files",
            None,
            "RunCells.open_files: open_files is None, expected a whole number of open files",
        ),
    ],
)
def test_a_setting_that_makes_no_sense_is_one_clear_sentence(opened, field, value, message):
    with pytest.raises(TraitError, match=message):
        preprocess(check("passed"), **{field: value})


def test_where_student_code_cannot_be_confined_nothing_is_run(monkeypatch):
    def refuse(course, isolation, *, checks_inside, limits, readable):
        raise EngineError("this machine cannot confine student code")

    monkeypatch.setattr(run_cells, "open_engine", refuse)
    run_cells._shared_engine.cache_clear()
    with pytest.raises(EngineError, match="this machine cannot confine"):
        preprocess(check("passed"))


def test_students_find_the_instructors_files_and_nothing_else(opened, tmp_path):
    """nbgrader copies what links in a submission lead to into the folder that it runs notebooks in."""
    engine, _ = opened
    (tmp_path / "source" / "tiny").mkdir(parents=True)
    config = Config({"CourseDirectory": {"root": str(tmp_path)}})
    for assignment, folder in (("tiny", tmp_path / "source" / "tiny"), ("other", tmp_path / "autograded")):
        resources = {
            "metadata": {"path": str(tmp_path / "autograded")},
            "nbgrader": {"assignment": assignment},
        }
        RunCells(config=config).preprocess(new_notebook(cells=[]), resources)
        assert engine.asked[-1][1] == folder.resolve()
