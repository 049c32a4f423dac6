"""The two proofs that run notebooks: an untouched student version scores 0, the solutions score 100 %."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from nbformat import NotebookNode

from autograder.course import notebook as notebooks
from autograder.course.assignment import Assignment, Course
from autograder.course.variants import solved
from autograder.errors import ProofError
from autograder.grading.records import AspectRecord, AspectStatus, SubmissionRecord, SubmissionStatus

# Grades the notebook at a path as a submission to a course.
Grader = Callable[[Path, Course], SubmissionRecord]


def untouched_scores_zero(source: Assignment, released: NotebookNode, course: Course, grader: Grader) -> None:
    """The student version as it is handed out earns nothing on any automatic aspect.

    Raises:
        ProofError: if an aspect gives points for nothing; the sentence names them all.
    """
    aspects = _grade(source, released, course, grader)
    given = [aspect.id for aspect in aspects if aspect.automatic and aspect.points]
    if given:
        raise ProofError(f"{source.name}: an untouched student version earns points on {', '.join(given)}")


def solutions_score_everything(
    source: Assignment, released: NotebookNode, course: Course, grader: Grader
) -> None:
    """The solutions of the instructor notebook earn all points of every automatic aspect.

    Raises:
        ProofError: if an aspect does not pass; the sentence names the first with its message.
    """
    aspects = _grade(source, solved(source), course, grader)
    failed = [aspect for aspect in aspects if aspect.automatic and aspect.status is not AspectStatus.PASSED]
    if failed:
        first = failed[0]
        others = f" (and {len(failed) - 1} more)" if len(failed) > 1 else ""
        message = f": {first.message}" if first.message else ""
        raise ProofError(f"{source.name}: the solution of {first.id} is {first.status}{others}{message}")


def _grade(
    source: Assignment, notebook: NotebookNode, course: Course, grader: Grader
) -> tuple[AspectRecord, ...]:
    """Grade a notebook in a folder of its own, with the files that lie beside the source."""
    with tempfile.TemporaryDirectory(prefix="autograder-proof-") as folder:
        submission = Path(folder) / source.name
        ignored = shutil.ignore_patterns("*.ipynb", ".*", "__pycache__")
        shutil.copytree(source.path.parent, submission, ignore=ignored)
        path = submission / source.path.name
        notebooks.write(notebook, path)
        record = grader(path, course)
    if record.status is not SubmissionStatus.GRADED:
        raise ProofError(f"{source.name}: the notebook could not be graded: {record.message}")
    aspects = tuple(record.aspects)
    missing = {aspect.id for aspect in source.aspects} - {aspect.id for aspect in aspects}
    if missing:
        raise ProofError(f"{source.name}: grading says nothing about {', '.join(sorted(missing))}")
    return aspects
