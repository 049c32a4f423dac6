"""Stubs name their question, are indented, and leave everything else alone."""

import ast

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from autograder.errors import CourseError
from autograder.hooks.stubs import NamedStubs


def stubbed(source, *, markdown=False, **metadata):
    """The source of a cell after the hook."""
    make = new_markdown_cell if markdown else new_code_cell
    cell = make(source, metadata={"nbgrader": {"grade_id": "softmax", "solution": True, **metadata}})
    notebook, _ = NamedStubs().preprocess(new_notebook(cells=[cell]), {})
    return notebook.cells[0].source


def test_a_stub_names_the_question_of_its_mark_or_of_its_cell():
    source = (
        "class A:\n    def f(self):\n        ### BEGIN SOLUTION\n        return 1\n        ### END SOLUTION\n\n"
        "    def g(self):\n        ### BEGIN SOLUTION logreg_train\n        return 2\n        ### END SOLUTION"
    )
    stub = stubbed(source)
    assert stub == (
        "class A:\n"
        "    def f(self):\n"
        "        # TODO softmax: write your code here, then delete the next line.\n"
        '        raise NotImplementedError("softmax is not written yet")\n'
        "\n"
        "    def g(self):\n"
        "        # TODO logreg_train: write your code here, then delete the next line.\n"
        '        raise NotImplementedError("logreg_train is not written yet")'
    )
    ast.parse(stub)


def test_a_solution_cell_without_marks_goes_as_a_whole():
    assert stubbed("x = 1\ny = 2").startswith("# TODO softmax: write your code here")
    assert "y = 2" not in stubbed("x = 1\ny = 2")


def test_a_written_answer_becomes_a_line_of_text():
    assert stubbed("Because.", markdown=True, grade=True) == "*Your answer here.*"
    marked = "Why?\n\n### BEGIN SOLUTION\nBecause.\n### END SOLUTION"
    assert stubbed(marked, markdown=True, grade=True) == "Why?\n\n*Your answer here.*"


def test_other_cells_stay():
    assert stubbed("x = 1", solution=False, locked=True) == "x = 1"


def test_marks_that_do_not_match_are_refused():
    with pytest.raises(CourseError, match="^line 1: BEGIN SOLUTION without an END SOLUTION$"):
        stubbed("### BEGIN SOLUTION\nx = 1")


def test_a_solution_outside_of_a_solution_cell_is_refused():
    with pytest.raises(RuntimeError, match="^Solution region detected in a non-solution cell"):
        stubbed("### BEGIN SOLUTION\nx = 1\n### END SOLUTION", solution=False)
