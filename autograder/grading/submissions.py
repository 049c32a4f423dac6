"""From paths to submissions: which notebooks there are, whose they are, and of which assignment."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder.course.assignment import Course
from autograder.errors import SubmissionError

#: Folders that never hold submissions.
SKIPPED = frozenset({".ipynb_checkpoints", "__pycache__", "node_modules", ".git", ".venv"})


@dataclass(frozen=True, slots=True)
class Submission:
    """One notebook to grade; nothing of it has been read yet.

    Attributes:
        path: the notebook file, as it was found from the given path.
        student: from the folder of the student, or else from the file name.
        assignment: from the folder or the file name; None where only the cells inside can tell.
    """

    path: Path
    student: str
    assignment: str | None


def discover(
    paths: Iterable[Path | str], course: Course, assignment: str | None = None
) -> tuple[Submission, ...]:
    """Find the submissions under some paths.

    A path is a notebook, or a folder on any level of `submitted/<student>/<assignment>/<notebook>.ipynb`; a folder of
    loose notebooks is fine as well. Checkpoints and hidden folders are skipped. Where a folder holds the notebook of
    its assignment, other notebooks beside it are the student's own business.

    Args:
        paths: notebooks and folders.
        course: knows the names of the assignments.
        assignment: only this one: submissions that lie in the folder of another one are left out.

    Returns:
        The submissions in the order of the paths, each file once, those of one folder by name.

    Raises:
        SubmissionError: if a path does not exist or holds no notebook.
        CourseError: if the course has no such assignment.
    """
    known = course.assignments
    if assignment is not None:
        course.assignment(assignment)  # says what there is instead
    found: dict[str, Submission] = {}
    for path in map(Path, paths):
        notebooks = list(_notebooks(path, known))
        if not notebooks:
            raise SubmissionError(f"{path}: there is no notebook in this folder")
        for notebook in notebooks:
            submission = identify(notebook, known, assignment)
            if assignment is None or submission.assignment == assignment:
                found.setdefault(os.path.realpath(notebook), submission)
    if not found:
        raise SubmissionError(f"none of the notebooks is a submission of {assignment!r}")
    return tuple(found.values())


def identify(path: Path, known: Iterable[str], assignment: str | None = None) -> Submission:
    """Tell student and assignment from where a notebook lies.

    Args:
        path: the notebook; nothing is read.
        known: names of the assignments of the course.
        assignment: what it is if neither its folder nor its name says anything else.
    """
    known = tuple(known)
    place = Path(os.path.abspath(path))
    folder = place.parent.name
    named = _assignment_in(place.stem, known)
    if folder in known:
        return Submission(path, place.parent.parent.name or place.stem, folder)
    if named:
        rest = _without(place.stem, named)
        return Submission(path, rest or folder or place.stem, named)
    if assignment is not None and _assignment_in(folder, known) is None:
        return Submission(path, place.stem, assignment)
    return Submission(path, place.stem, None)


def _notebooks(path: Path, known: tuple[str, ...]) -> Iterator[Path]:
    """The notebook, or all notebooks in a folder, in a stable order."""
    if not path.is_dir():
        if not path.exists():
            raise SubmissionError(f"{path}: there is no such file or folder")
        yield path
        return
    for folder, subfolders, files in os.walk(path):
        subfolders[:] = sorted(name for name in subfolders if name not in SKIPPED and name[0] != ".")
        notebooks = sorted(name for name in files if name.lower().endswith(".ipynb") and name[0] != ".")
        name = Path(os.path.abspath(folder)).name
        if name in known and f"{name}.ipynb" in notebooks:
            notebooks = [f"{name}.ipynb"]
        yield from (Path(folder) / name for name in notebooks)


def _assignment_in(name: str, known: Iterable[str]) -> str | None:
    """The assignment that a file name contains as a whole word, the longest if there are several."""
    matches = [assignment for assignment in known if _pattern(assignment).search(name)]
    return max(matches, key=len, default=None)


#: What browsers and Jupyter add to the name of a copy: " (1)", "-Copy1", " - Copy".
_COPY = re.compile(r"[-_ ]*(?:\(\d+\)|copy\d*)$", re.IGNORECASE)


def _without(stem: str, assignment: str) -> str:
    """A file name without the assignment in it: `ada_neural_net (1)` leaves `ada`."""
    return _pattern(assignment).sub("", _COPY.sub("", stem)).strip(" _-.")


def _pattern(assignment: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z0-9]){re.escape(assignment)}(?![A-Za-z0-9])")
