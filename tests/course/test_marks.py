"""Marks in cells: regions, what is left without them, and marks that do not match."""

import pytest

from autograder.course.marks import HIDDEN_TESTS, Region, regions, without_marks, without_regions
from autograder.errors import CourseError

CELL = """class A:
    def f(self):
        ### BEGIN SOLUTION a_f
        return 1
        ### END SOLUTION

    # BEGIN SOLUTION
    g = 2
    # END SOLUTION"""


def test_finds_regions_with_label_and_indentation():
    assert regions(CELL) == [
        Region("a_f", 2, 4, "        ", ("        return 1",)),
        Region("", 6, 8, "    ", ("    g = 2",)),
    ]


def test_without_marks_the_solution_stays():
    assert without_marks(CELL) == "class A:\n    def f(self):\n        return 1\n\n    g = 2"


def test_without_regions_the_rest_stays():
    source = "a\n### BEGIN HIDDEN TESTS\nsecret\n### END HIDDEN TESTS\n\n"
    assert without_regions(source, HIDDEN_TESTS) == "a"
    assert without_regions("a\n\n", HIDDEN_TESTS) == "a\n\n"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (
            "# BEGIN SOLUTION\n# BEGIN SOLUTION",
            "line 2: BEGIN SOLUTION follows another one without an END SOLUTION",
        ),
        ("x\n# END SOLUTION", "line 2: END SOLUTION without a BEGIN SOLUTION"),
        ("x\n\n# BEGIN SOLUTION\ny", "line 3: BEGIN SOLUTION without an END SOLUTION"),
    ],
)
def test_says_which_mark_does_not_match(source, message):
    with pytest.raises(CourseError, match=f"^{message}$"):
        regions(source)
