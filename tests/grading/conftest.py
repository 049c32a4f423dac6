"""An engine that runs nothing, and a class of the mini course in a folder."""

import pytest

from autograder.course import notebook as notebooks
from autograder.course import variants
from autograder.grading.engine import CellResult, Execution
from autograder.grading.records import AspectStatus


class FakeEngine:
    """Passes every cell, unless its source contains a word that it was told about.

    Attributes:
        answers: word -> result of a cell that contains it, or an exception that ends the run.
        seen: how many notebooks it has run.
    """

    def __init__(self):
        self.answers = {}
        self.seen = 0

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        pass

    def run(self, notebook, limits, files=None):
        self.seen += 1
        results = {}
        for cell in notebook.cells:
            grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
            found = [answer for word, answer in self.answers.items() if word in cell.source]
            for answer in found:
                if isinstance(answer, BaseException):
                    raise answer
            if grade_id and cell.cell_type == "code":
                results[grade_id] = found[0] if found else CellResult(AspectStatus.PASSED)
        return Execution(notebook, results, 0.1)


@pytest.fixture
def engine():
    """An engine that runs nothing."""
    return FakeEngine()


@pytest.fixture
def hand_in(mini_course, tiny, tmp_path):
    """Writes the solved notebook of a student, after a change, and returns the folder of submissions."""

    def hand_in(student, change=lambda notebook: None):
        notebook = variants.solved(tiny)
        change(notebook)
        notebooks.write(notebook, tmp_path / "submitted" / student / "tiny" / "tiny.ipynb")
        return tmp_path / "submitted"

    return hand_in
