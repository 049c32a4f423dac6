"""A course of somebody else's gets the same scores from our engine as from stock nbgrader, aspect by aspect."""

import importlib.util
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest
from nbgrader.api import Gradebook

ROOT = Path(__file__).resolve().parent.parent.parent


def load(name: str) -> ModuleType:
    """A module beside this one."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


other_course, stock = load("other_course"), load("stock")

pytestmark = pytest.mark.xdist_group("other course")

# Both kinds of grading are told these; the rest of the configuration is what differs.
SETTINGS = """
c.IncludeHeaderFooter.header = "source/header.ipynb"
c.LateSubmissionPlugin.penalty_method = "zero"
c.Execute.timeout = 5
c.RunCells.cell_seconds = 5
"""

STOCK = "c = get_config()\n"


def documented() -> str:
    """The configuration file that docs/instructors.md shows for such a course."""
    text = (ROOT / "docs" / "instructors.md").read_text().partition("## A course of your own")[2]
    return re.search(r"```python\n(.*?)```", text, re.DOTALL)[1]


@dataclass
class Graded:
    """What a gradebook says.

    Attributes:
        scores: (student, notebook, grade_id) -> score, maximum, whether a person must look.
        penalties: (student, notebook) -> late penalty.
        refused: students whose work nbgrader could not grade.
    """

    scores: dict
    penalties: dict
    refused: set[str]


def autograded(course: Path, configuration: str) -> Graded:
    """Run `nbgrader autograde` over everything that was handed in."""
    (course / "nbgrader_config.py").write_text(configuration + SETTINGS)
    done = stock.nbgrader(course, "autograde", "ps1")
    assert done.returncode == 1, done.stderr  # one submission is refused
    result = Graded({}, {}, {path.name for path in (course / "submitted").iterdir()})
    result.refused -= {path.name for path in (course / "autograded").iterdir() if (path / "ps1").exists()}
    with Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        for submission in book.find_assignment("ps1").submissions:
            for notebook in submission.notebooks:
                key = submission.student.id, notebook.name
                result.penalties[key] = notebook.late_submission_penalty
                for grade in notebook.grades:
                    result.scores[*key, grade.name] = (
                        grade.auto_score,
                        grade.max_score,
                        grade.needs_manual_grade,
                    )
    return result


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Path:
    """The course, released and handed in, with a date when it is due."""
    course = tmp_path_factory.mktemp("course")
    other_course.build(course)
    (course / "nbgrader_config.py").write_text(STOCK + SETTINGS)
    done = stock.nbgrader(course, "generate_assignment", "ps1")
    assert done.returncode == 0, done.stderr
    with Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        book.update_or_create_assignment("ps1", duedate="2030-01-01 12:00:00 UTC")
    other_course.hand_in(course / "release", course / "submitted")
    return course


@pytest.fixture(scope="module")
def ours(course, tmp_path_factory) -> Graded:
    """With our engine, as the docs say."""
    copy = tmp_path_factory.mktemp("ours") / "course"
    shutil.copytree(course, copy)
    return autograded(copy, documented())


@pytest.fixture(scope="module")
def theirs(course, tmp_path_factory) -> Graded:
    """With stock nbgrader."""
    copy = tmp_path_factory.mktemp("stock") / "course"
    shutil.copytree(course, copy)
    return autograded(copy, STOCK)


def test_every_aspect_has_the_same_score(ours, theirs):
    """Points, partial credit, what waits for a person, and what was not handed in."""
    assert {
        key: (ours.scores.get(key), wanted)
        for key, wanted in theirs.scores.items()
        if ours.scores.get(key) != wanted
    } == {}
    assert ours.scores.keys() == theirs.scores.keys()
    assert {student for student, _, _ in ours.scores} == {*other_course.STUDENTS, "untouched"}


@pytest.mark.parametrize(
    ("student", "grade_id", "score"),
    [
        ("solved", "quality-partial", 2),
        ("wrong-half", "correct_squares", 0),
        ("wrong-half", "squares_invalid_input", 1),
        ("wrong-half", "quality-partial", 1),
        ("wrong-half", "quality-numpy", 2),  # nbgrader cannot read np.float64(0.5), and gives all points
        ("stderr-negative", "quality-partial", 3),  # the same for what is less than 0
        ("stderr-negative", "correct_squares", 0),  # and none for whatever is written to stderr
        ("warns-slow", "correct_squares", 0),
        ("warns-slow", "quality-partial", 0),
        ("warns-slow", "quality-hidden", 0),
        ("prints-alone", "correct_squares", 1),
        ("prints-alone", "sum_of_squares_uses_squares", 0),
        ("syntax-draws", "figure-shown", 1),
        ("syntax-draws", "correct_sum_of_squares", None),  # whoever deletes a check cell
        ("untouched", "correct_squares", 0),
        ("untouched", "sum_of_squares_equation", 0),  # an answer that was not touched needs no person
        ("asks-exits-essay", "sum_of_squares_equation", None),
        ("asks-exits-essay", "correct_sum_of_squares", 0),
        ("tampered-text", "squares_invalid_input", 0),
        ("tampered-text", "quality-partial", 3),
    ],
)
def test_the_class_has_all_kinds_of_scores(ours, student, grade_id, score):
    assert ours.scores[student, "problem1", grade_id][0] == score


def test_late_work_has_the_same_penalty(ours, theirs):
    assert ours.penalties == theirs.penalties
    assert {student for (student, _), penalty in ours.penalties.items() if penalty} == set(other_course.LATE)


def test_what_nbgrader_refuses_it_refuses_with_our_engine_too(ours, theirs):
    """More partial credit than points is an error, for the whole submission."""
    assert ours.refused == theirs.refused == {"too-much"}
