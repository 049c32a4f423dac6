"""The course itself: release/ is what source/ gives, and every proof of `autograder release` holds."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from autograder.course.assignment import Course
from autograder.engine.choose import open_engine
from autograder.grading.grade import grade_notebook
from autograder.release.run import Step, release
from autograder.release.scoring import Grader

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def grader() -> Iterator[Grader]:
    """One engine for all assignments; what it runs is our own."""
    with open_engine(Course(ROOT), "none") as engine:
        yield partial(grade_notebook, engine=engine)


@pytest.mark.xdist_group("course")
@pytest.mark.parametrize("name", Course(ROOT).assignments)
def test_release_is_what_source_gives_and_scores_as_it_must(name: str, grader: Grader) -> None:
    """Untouched versions score 0 on every automatic aspect, solutions 100 %; run `make release` after a change."""
    steps: list[Step] = []
    good = release(Course(ROOT), name, check=True, grader=grader, report=steps.append)
    assert good, [step for step in steps if step.failure]
    assert len(steps) > 10
