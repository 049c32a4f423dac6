"""What the names of files and folders tell: an assignment, a student; and what course platforms and browsers make of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

#: What browsers and Jupyter add to the name of a copy: " (1)", "-Copy1", " - Copy".
_COPY = re.compile(r"[-_ ]*(?:\(\d+\)|copy\d*)$", re.IGNORECASE)

#: How course platforms name what a teacher downloads for a whole class. The numbers tell students of one name apart.
_PLATFORMS = (
    # Moodle, a folder: "Ada Lovelace_1234_assignsubmission_file_"
    re.compile(r"(?P<student>.+_\d+)_assignsubmission_\w+"),
    # Canvas, a file: "lovelaceada_1234_56789_neural_net-1.ipynb", "lovelaceada_LATE_1234_56789_neural_net.ipynb"
    re.compile(r"(?P<student>[^_]+)_(?:LATE_)?(?P<number>\d{3,})_\d{4,}_.+"),
    # Brightspace, a folder or a file: "1234-5678 - Ada Lovelace - Nov 3, 2026 902 AM - neural_net.ipynb"
    re.compile(r"(?P<number>\d+)-\d+ ?- (?P<student>.+?) ?- .+"),
)


def student_on_platform(name: str) -> str | None:
    """The student in the name of a file or folder that a course platform made; None where it is no such name.

    >>> student_on_platform("Ada Lovelace_1234_assignsubmission_file_")
    'Ada Lovelace_1234'
    >>> student_on_platform("lovelaceada_LATE_1234_56789_neural_net-1.ipynb")
    'lovelaceada_1234'
    """
    for platform in _PLATFORMS:
        if match := platform.fullmatch(name):
            return "_".join(part for part in (match["student"], match.groupdict().get("number")) if part)
    return None


def assignment_called(name: str, known: Iterable[str]) -> str | None:
    """The assignment of this name; programs that pack and send files change small letters to capitals."""
    alike = [assignment for assignment in known if assignment.casefold() == name.casefold()]
    return name if name in alike else next(iter(alike), None)


def assignment_in(name: str, known: Iterable[str]) -> str | None:
    """The assignment that a file name contains as a whole word, the longest if there are several."""
    matches = [assignment for assignment in known if _pattern(assignment).search(name)]
    return max(matches, key=lambda assignment: (len(assignment), assignment in name), default=None)


def without_assignment(stem: str, assignment: str) -> str:
    """A file name without the assignment in it: `ada_neural_net (1)` leaves `ada`."""
    return _pattern(assignment).sub("", _COPY.sub("", stem)).strip(" _-.")


def _pattern(assignment: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z0-9]){re.escape(assignment)}(?![A-Za-z0-9])", re.IGNORECASE)
