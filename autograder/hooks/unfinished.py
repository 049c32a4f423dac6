"""A submission whose autograding was cut off, by `kill -9` or a power cut, is graded again and not skipped.

`nbgrader autograde` makes the folder of a submission first and later takes every folder that is there for a finished one. So
as long as a submission is being graded, a file in `.autograding/` stands for it, locked by that process. A file that
nobody has locked is of a process that has died: what it left is removed when nbgrader starts the next time.
"""

from __future__ import annotations

import atexit
import functools
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import quote, unquote

from autograder.locks import FileLock

MARKS = ".autograding"
_STEPS = ("submitted", "autograded")


@functools.cache
def _held() -> dict[tuple[str, str], FileLock]:
    """What this process grades now: nbgrader calls plain functions, so it is kept here."""
    atexit.register(_give_back)
    return {}


def _give_back() -> None:
    """Nobody is told of a submission that was refused; its mark stays for the next start, and is locked no more."""
    while _held():
        _held().popitem()[1].give_back()


def begin(*, notebooks: Sequence[str], **_: object) -> None:
    """nbgrader calls this before anything of a submission is written; it works on one at a time."""
    _give_back()
    for root, student, assignment in _submissions(notebooks):
        lock = FileLock(root / MARKS / f"{quote(student, safe='')}--{quote(assignment, safe='')}")
        if lock.take():
            _held()[student, assignment] = lock


def end(*, notebooks: Sequence[str], **_: object) -> None:
    """nbgrader calls this when everything of a submission has been written."""
    for _root, student, assignment in _submissions(notebooks):
        if lock := _held().pop((student, assignment), None):
            lock.give_back(remove=True)


def sweep(root: Path) -> list[Path]:
    """Remove what dead processes have left half done.

    Args:
        root: the course folder.

    Returns:
        The folders that were removed; `nbgrader autograde` makes them again.
    """
    removed = []
    for mark in sorted((root / MARKS).glob("*--*")) if (root / MARKS).is_dir() else []:
        lock = FileLock(mark)
        if not lock.take():
            continue  # somebody is at work
        student, _, assignment = mark.name.partition("--")
        folder = root / _STEPS[1] / unquote(student) / unquote(assignment)
        if folder.is_dir() and folder.resolve().is_relative_to((root / _STEPS[1]).resolve()):
            shutil.rmtree(folder)
            removed.append(folder)
        lock.give_back(remove=True)
    return removed


def configured_root(course_directory: Mapping[str, object]) -> Path:
    """The course folder of an nbgrader configuration."""
    return Path(str(course_directory.get("root") or ".")).resolve()


def _submissions(notebooks: Sequence[str]) -> set[tuple[Path, str, str]]:
    """(root, student, assignment) of notebooks in `submitted/<student>/<assignment>/`; other converters have none."""
    found = set()
    for name in notebooks:
        parts = Path(name).resolve().parts
        if len(parts) > 4 and parts[-4] == _STEPS[0]:
            found.add((Path(*parts[:-4]), parts[-3], parts[-2]))
    return found
