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
