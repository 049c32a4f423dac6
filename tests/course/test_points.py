"""Points in the text come from the metadata."""

import pytest

from autograder.course import notebook as notebooks
from autograder.course.points import fill, points_text
from autograder.errors import CourseError
from autograder.hooks.points import FillPoints


def texts(assignment):
    return [cell.source for cell in assignment.notebook.cells if cell.cell_type == "markdown"]


def test_the_table_lists_questions_aspects_and_sums(tiny):
    fill(tiny)
    assert texts(tiny)[0].split("\n")[4:11] == [
        "| question | what is judged | points |",
        "| --- | --- | ---: |",
        "| `double` | number (1), array (2) | 3 |",
        "| `counter_add` | steps | 1 |",
        "| `counter_reset` | zero | 1.5 |",
        "| `thoughts` | a written answer, graded by a person | 2 |",
        "| **together** | 5.5 points from checks, 2 points from a person | **7.5** |",
    ]


def test_marks_in_headings_and_paragraphs_are_filled_in(tiny):
    cell = tiny.cells[2].node
    cell.source = "# <!-- points:double --> A <!-- points:double-array -->\n<!--points: thoughts-->"
    again = type(tiny).of(tiny.notebook, tiny.path)
    fill(again)
    assert cell.source == "# 3 points A 2 points\n2 points, graded by a person"


def test_brackets_inside_a_mark_come_out_around_the_points(tiny):
    cell = tiny.cells[2].node
    cell.source = "# Double <!-- (points:double) -->"
    fill(type(tiny).of(tiny.notebook, tiny.path))
    assert cell.source == "# Double (3 points)"


def test_code_is_left_alone(tiny):
    tiny.cell("imports").node.source = "# <!-- points -->"
    fill(type(tiny).of(tiny.notebook, tiny.path))
    assert tiny.cell("imports").node.source == "# <!-- points -->"


def test_the_hook_works_in_nbgrader_and_alone(tiny):
    copy = notebooks.copy(tiny.notebook)
    FillPoints().preprocess(tiny.notebook, {"nbgrader": {"notebook": "tiny"}})
    FillPoints().preprocess(copy, {})
    assert tiny.notebook == copy
    assert "<!--" not in "".join(texts(tiny))


def test_an_unknown_name_is_refused(tiny):
    tiny.cells[2].node.source = "<!-- points:triple -->"
    with pytest.raises(CourseError, match="^tiny: <!-- points:triple --> names no question and no aspect$"):
        fill(type(tiny).of(tiny.notebook, tiny.path))


@pytest.mark.parametrize(
    ("points", "manual", "text"),
    [(1, False, "1 point"), (2.0, False, "2 points"), (0.5, True, "0.5 points, graded by a person")],
)
def test_points_in_words(points, manual, text):
    assert points_text(points, manual) == text
