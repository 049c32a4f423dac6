"""Generate one student version, prove that it is right, and write it or compare it."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from autograder.course import notebook as notebooks
from autograder.course.assignment import Course
from autograder.errors import AutograderError
from autograder.release.differences import differences
from autograder.release.generate import generated
from autograder.release.proofs import PROOFS
from autograder.release.scoring import Grader, solutions_score_everything, untouched_scores_zero

UNTOUCHED = "an untouched version scores 0"
SOLVED = "the solutions score 100 %"
COMPARED = "release/ is what source/ gives"
WRITTEN = "release/ is written"


@dataclass(frozen=True)
class Step:
    """One step of releasing an assignment.

    Attributes:
        title: the property that was proved, or what was done.
        failure: "" if it holds; else one sentence, or the lines of a comparison.
        seconds: wall time.
    """

    title: str
    failure: str
    seconds: float


def release(
    course: Course,
    name: str,
    *,
    check: bool = False,
    grader: Grader | None = None,
    report: Callable[[Step], None] = lambda step: None,
    busy: Callable[[str], AbstractContextManager] = lambda title: nullcontext(),
) -> bool:
    """Release one assignment: all proofs first, and only then a change in ``release/``.

    Args:
        course: where it is.
        name: which one.
        check: compare with ``release/`` and write nothing.
        grader: runs and grades a notebook; None skips the two proofs that need it.
        report: is told of each step when it is done.
        busy: a context manager for the time of a step, for example a spinner.

    Returns:
        Whether every step succeeded. After a failed proof the others are still tried, and nothing is written.

    Raises:
        CourseError: if there is no such assignment, or its notebook is not as it must be.
        NotebookError: if its file is no notebook.
        ReleaseError: if nbgrader cannot generate the student version.
    """
    source = course.assignment(name)
    good = True

    def step(title: str, work: Callable[[], str | None]) -> None:
        nonlocal good
        started = time.perf_counter()
        with busy(title):
            try:
                failure = work() or ""
            except AutograderError as error:
                failure = str(error)
        good = good and not failure
        report(Step(title, failure, time.perf_counter() - started))

    with generated(source) as folder:
        released = notebooks.read(folder / f"{name}.ipynb")
        for proof in PROOFS:
            step(proof.title, lambda proof=proof: proof.prove(source, released))
        if grader is not None:
            step(UNTOUCHED, lambda: untouched_scores_zero(source, released, course, grader))
            step(SOLVED, lambda: solutions_score_everything(source, released, course, grader))
        target = course.root / "release" / name
        if check:
            step(COMPARED, lambda: "\n".join(differences(folder, target)))
        elif good:
            step(WRITTEN, lambda: replace_folder(folder, target))
    return good


def replace_folder(new: Path, target: Path) -> None:
    """Put a copy of a folder where another one is; files that are no longer generated go.

    Args:
        new: the folder to copy.
        target: what it replaces, if it exists.
    """
    keep = target.with_name(f".{target.name}.old")
    fresh = target.with_name(f".{target.name}.new")
    for leftover in (keep, fresh):
        shutil.rmtree(leftover, ignore_errors=True)
    shutil.copytree(new, fresh)
    if target.exists():
        target.rename(keep)
    fresh.rename(target)
    shutil.rmtree(keep, ignore_errors=True)
