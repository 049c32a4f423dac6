"""Cells, assignments and courses: what is read out of nbgrader's metadata."""

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from autograder.course import notebook as notebooks
from autograder.course.assignment import Assignment, Course
from autograder.course.cells import CellKind, cells_of, question_of
from autograder.errors import CourseError


def cell(grade_id, source="", *, markdown=False, **metadata):
    """A cell with nbgrader's metadata."""
    make = new_markdown_cell if markdown else new_code_cell
    return make(source, metadata={"nbgrader": {"grade_id": grade_id, **metadata}})


def assignment_of(*cells):
    return Assignment.of(new_notebook(cells=list(cells)), "source/a/a.ipynb")


@pytest.mark.parametrize(
    ("metadata", "kind"),
    [
        ({"grade": False, "solution": True}, CellKind.SOLUTION),
        ({"grade": True, "solution": False, "locked": True}, CellKind.CHECK),
        ({"grade": True, "solution": True}, CellKind.MANUAL),
        ({"locked": True}, CellKind.LOCKED),
        ({}, CellKind.PLAIN),
        ({"grade": "yes"}, CellKind.PLAIN),
        ({"grade": True, "grade_id": None}, CellKind.PLAIN),
    ],
)
def test_knows_what_a_cell_is_for(metadata, kind):
    [seen] = cells_of(
        new_notebook(
            cells=[
                cell("q-a", **metadata)
                if "grade_id" not in metadata
                else new_code_cell(metadata={"nbgrader": metadata})
            ]
        )
    )
    assert seen.kind is kind
    assert seen.grade_id == ("" if kind is CellKind.PLAIN else "q-a")


def test_metadata_that_are_no_dictionary_count_as_none():
    [seen] = cells_of(new_notebook(cells=[new_code_cell(metadata={"nbgrader": [1]})]))
    assert seen.kind is CellKind.PLAIN


@pytest.mark.parametrize(
    ("points", "worth"), [(2, 2.0), (0.5, 0.5), (float("nan"), 0.0), ("3", 0.0), (None, 0.0)]
)
def test_points_that_are_no_number_count_as_none(points, worth):
    [seen] = cells_of(new_notebook(cells=[cell("q-a", grade=True, points=points)]))
    assert seen.points == worth


def test_a_question_is_what_stands_before_the_hyphen():
    assert question_of("neural_net-grad_w-o") == "neural_net"
    assert question_of("thoughts") == "thoughts"


def test_lists_questions_by_their_check_cells(tiny):
    assert [question.id for question in tiny.questions] == [
        "double",
        "counter_add",
        "counter_reset",
        "thoughts",
    ]
    assert [aspect.id for aspect in tiny.question("double").aspects] == ["double-number", "double-array"]
    assert tiny.question("double").points == 3
    assert tiny.question("thoughts").manual and tiny.question("thoughts").aspects[0].id == "thoughts"


def test_counts_automatic_and_manual_points_apart(tiny):
    assert tiny.max_points == 5.5
    assert tiny.max_manual_points == 2


def test_finds_the_cell_of_an_answer_by_its_id_or_by_its_mark(tiny):
    assert tiny.solution_cell_of("double").grade_id == "double"
    assert tiny.solution_cell_of("counter_add").grade_id == "counter_add"
    assert tiny.solution_cell_of("counter_reset").grade_id == "counter_add"
    assert tiny.solution_cell_of("thoughts").kind is CellKind.MANUAL
    assert tiny.cell("imports").kind is CellKind.LOCKED


def test_names_what_is_not_there(tiny):
    with pytest.raises(
        CourseError, match="^tiny has no question 'tripel'; its questions are double, counter_add"
    ):
        tiny.question("tripel")
    with pytest.raises(CourseError, match="^tiny has no cell 'tripel-a'$"):
        tiny.cell("tripel-a")
    with pytest.raises(CourseError, match="^tiny has no cell ''$"):
        tiny.cell("")


SOLUTION = cell("q", solution=True)
CHECK = cell("q-a", grade=True, points=1)


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ([SOLUTION, CHECK, cell("q-a", grade=True, points=1)], "a.ipynb: two cells have the grade_id 'q-a'"),
        ([CHECK], "a.ipynb: question 'q' has check cells but no solution cell"),
        (
            [SOLUTION, CHECK, cell("q-b", markdown=True, grade=True, solution=True)],
            "a.ipynb: question 'q' is judged both by checks and by a person",
        ),
        (
            [cell(f"m-{n}", markdown=True, grade=True, solution=True) for n in range(2)],
            "a.ipynb: the manual question 'm' has more than one cell",
        ),
        (
            [cell("q", "### BEGIN SOLUTION", solution=True), CHECK],
            "a.ipynb: cell 'q', line 1: BEGIN SOLUTION without an END SOLUTION",
        ),
    ],
)
def test_refuses_a_source_that_makes_no_sense(cells, message):
    with pytest.raises(CourseError, match=message):
        assignment_of(*cells)


def test_a_course_is_found_from_below(mini_course):
    assert Course.find(mini_course.root / "source" / "tiny") == mini_course
    assert mini_course.assignments == ("tiny",)
    assert mini_course.source_path("tiny").exists()
    assert mini_course.release_path("tiny").parts[-3:] == ("release", "tiny", "tiny.ipynb")


def test_other_notebooks_beside_the_assignment_are_none(mini_course):
    notebooks.write(new_notebook(), mini_course.root / "source" / "tiny" / "scratch.ipynb")
    assert mini_course.assignments == ("tiny",)


def test_says_that_there_is_no_course(tmp_path):
    with pytest.raises(
        CourseError, match=f"^{tmp_path}: no course here, neither this folder nor one above it"
    ):
        Course.find(tmp_path)


def test_says_that_there_is_no_such_assignment(mini_course, tmp_path):
    with pytest.raises(CourseError, match="course: there is no assignment 'huge'; known: tiny$"):
        mini_course.assignment("huge")
    with pytest.raises(CourseError, match="there is no assignment 'tiny'; known: none$"):
        Course(tmp_path).assignment("tiny")
