"""Settings that must hold before numpy is imported, and what several test modules share."""

import os
import shutil
from pathlib import Path

import pytest

for _library in ("OPENBLAS", "OMP", "MKL"):
    os.environ.setdefault(f"{_library}_NUM_THREADS", "1")
os.environ.setdefault("MPLBACKEND", "agg")
os.environ.setdefault("KERAS_BACKEND", "jax")
os.environ.setdefault("JUPYTER_PLATFORM_DIRS", "1")  # jupyter_core warns about the future default otherwise


@pytest.fixture
def mini_course(tmp_path):
    """A copy of the course in `tests/mini_course`, which a test may change; it has no `release/`."""
    from autograder.course.assignment import Course

    folder = tmp_path / "course"
    shutil.copytree(Path(__file__).parent / "mini_course" / "source", folder / "source")
    return Course(folder)


@pytest.fixture
def tiny(mini_course):
    """The only assignment of the mini course, read from a copy of its own."""
    return mini_course.assignment("tiny")


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
        from autograder.grading.engine import CellResult, Execution

        self.seen += 1
        results = {}
        for cell in notebook.cells:
            grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
            found = [answer for word, answer in self.answers.items() if word in cell.source]
            for answer in found:
                if isinstance(answer, BaseException):
                    raise answer
            if grade_id and cell.cell_type == "code":
                results[grade_id] = found[0] if found else CellResult("passed")
        return Execution(notebook, results, 0.1)


@pytest.fixture
def engine():
    """An engine that runs nothing."""
    return FakeEngine()


@pytest.fixture
def hand_in(mini_course, tiny, tmp_path):
    """Writes the solved notebook of a student, after a change, and returns the folder of submissions."""
    from autograder.course import notebook as notebooks
    from autograder.course import variants

    def hand_in(student, change=lambda notebook: None):
        notebook = variants.solved(tiny)
        change(notebook)
        notebooks.write(notebook, tmp_path / "submitted" / student / "tiny" / "tiny.ipynb")
        return tmp_path / "submitted"

    return hand_in
