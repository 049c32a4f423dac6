"""The marks in source cells: solutions, and hidden tests.

A region opens with a line ``### BEGIN SOLUTION`` (or ``### BEGIN SOLUTION <question>`` where one cell answers
several questions) and closes with ``### END SOLUTION``; hidden tests stand between ``### BEGIN HIDDEN TESTS`` and
``### END HIDDEN TESTS``. As in nbgrader, a mark may stand anywhere in its line, and the whole line is the mark.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from autograder.errors import CourseError

SOLUTION = "SOLUTION"
HIDDEN_TESTS = "HIDDEN TESTS"

#: What the stub of a solution says.
NOT_WRITTEN = "is not written yet"


@dataclass(frozen=True)
class Region:
    """A marked part of a cell.

    Attributes:
        label: what follows the opening mark, for a solution the question id; "" if nothing does.
        start: index of the line with the opening mark, from 0.
        end: index of the line with the closing mark.
        indent: blanks before the opening mark.
        lines: what stands between the marks.
    """

    label: str
    start: int
    end: int
    indent: str
    lines: tuple[str, ...]


def regions(source: str, kind: str = SOLUTION) -> list[Region]:
    """The regions of one kind in a cell.

    Args:
        source: text of the cell.
        kind: `SOLUTION` or `HIDDEN_TESTS`.

    Raises:
        CourseError: if the marks are nested, or do not open and close in turn.
    """
    found: list[Region] = []
    opened: tuple[int, str, str] | None = None
    lines = source.split("\n")
    for number, line in enumerate(lines):
        if f"BEGIN {kind}" in line:
            if opened:
                raise CourseError(
                    f"line {number + 1}: BEGIN {kind} follows another one without an END {kind}"
                )
            indent = line[: len(line) - len(line.lstrip())]
            label = re.match(r"[\s:]*(\w*)", line.partition(f"BEGIN {kind}")[2]).group(1)
            opened = number, indent, label
        elif f"END {kind}" in line:
            if not opened:
                raise CourseError(f"line {number + 1}: END {kind} without a BEGIN {kind}")
            start, indent, label = opened
            found.append(Region(label, start, number, indent, tuple(lines[start + 1 : number])))
            opened = None
    if opened:
        raise CourseError(f"line {opened[0] + 1}: BEGIN {kind} without an END {kind}")
    return found


def without_marks(source: str) -> str:
    """The cell as its solution: the lines with solution marks go, what stands between them stays."""
    drop = {number for region in regions(source) for number in (region.start, region.end)}
    return "\n".join(line for number, line in enumerate(source.split("\n")) if number not in drop)


def without_regions(source: str, kind: str) -> str:
    """The cell without the regions of a kind, marks and all; blank lines at the end go too."""
    drop = {number for region in regions(source, kind) for number in range(region.start, region.end + 1)}
    if not drop:
        return source
    return "\n".join(line for number, line in enumerate(source.split("\n")) if number not in drop).rstrip()
