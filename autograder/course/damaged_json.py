"""JSON of any quality: bytes to data, with a sentence for each thing that was not as it should be.

Editors save in other encodings, synchronisation leaves null bytes and half files behind, and Python writes NaN, which is no
JSON. What is whole is read; `recover_cells` takes the cells out of a file of which the rest is broken.
"""

from __future__ import annotations

import json
import math
import re
from typing import Any

from autograder.course.marks import NOT_WRITTEN

#: Digits of an integer that are read; nothing in a notebook is longer than a time in nanoseconds.
MAX_DIGITS = 300

#: Characters that are read again and again while commas are put right.
MAX_READING = 60_000_000

#: How the lines begin that git leaves in a file that it could not merge: mine, what both had, yours, the end.
_MARKER = re.compile(r"(<<<<<<<|\|\|\|\|\|\|\||=======|>>>>>>>)(?:\s|$)")

_BEGIN_CELLS = re.compile(r'"cells"\s*:\s*\[')
_NOTHING = re.compile(r"[\s,]*")
_BEGIN_CELL = re.compile(
    r'\{\s*"(?:attachments|cell_type|collapsed|execution_count|id|input|language|metadata|outputs|source)"\s*:'
)


class Reader:
    """Reads one text.

    Attributes:
        notes: a sentence for each thing that was put right.
    """

    def __init__(self) -> None:
        self.notes: list[str] = []
        self._odd_numbers = False
        self._decoder = json.JSONDecoder(
            strict=False,  # a line break inside a string is no JSON, but says what it means
            parse_constant=self._nothing,
            parse_int=self._integer,
            parse_float=self._number,
        )

    def text_of(self, content: bytes) -> str:
        """The text of a file: UTF-8, or what its first bytes say, or else Windows-1252."""
        encoding = json.detect_encoding(content)
        if encoding == "utf-8":
            text = self._western(content)
        elif encoding == "utf-8-sig":
            text = self._western(content[3:])
            self.notes.append("the file begins with a byte order mark, which was left out")
        else:
            text = content.decode(encoding, "replace").lstrip("\ufeff")
            self.notes.append(
                f"the file is {encoding.upper()} text where UTF-8 is usual; it was read all the same"
            )
        if nulls := text.count("\0"):
            text = text.replace("\0", "")
            self.notes.append(f"the file has {nulls:,} null bytes in it, which were left out")
        return text

    def value_of(self, text: str) -> Any:
        """The first JSON value of a text.

        Raises:
            ValueError: if it is not whole (`json.JSONDecodeError`), or nested beyond reason.
        """
        start = len(text) - len(text.lstrip())
        value, end = self._decode(text, start)
        if rest := len(text[end:].strip()):
            self.notes.append(f"{rest:,} characters after the end of the notebook were left out")
        self._tell_odd_numbers()
        return value

    def without_conflicts(self, text: str) -> str:
        """A text without the marks of a merge that git could not do; see `without_conflicts`."""
        merged, conflicts = without_conflicts(text)
        if conflicts:
            count = "a conflict" if conflicts == 1 else f"{conflicts} conflicts"
            self.notes.append(f"the file has {count} of a git merge in it; one side of each was read")
        return merged

    def with_commas(self, text: str) -> Any:
        """The first JSON value of a text in which commas between lines are missing, or follow the last element.

        Whoever solves a conflict by hand leaves such files.

        Raises:
            ValueError: if something else is wrong with it.
        """
        changed, start = 0, len(text) - len(text.lstrip())
        for _ in range(max(1, min(100, MAX_READING // (len(text) + 1)))):
            try:
                value, _ = self._decode(text, start)
            except json.JSONDecodeError as problem:
                text, before = _comma_put_right(text, problem.pos), text
                if text == before:
                    raise
                changed += 1
            else:
                what = "a comma of the file was" if changed == 1 else f"{changed:,} commas of the file were"
                self.notes.append(f"{what} missing or too many, which was put right")
                self._tell_odd_numbers()
                return value
        raise ValueError("too many commas are missing")

    def recover_cells(self, text: str) -> tuple[list[dict], int]:
        """The cells of a text that is not whole.

        Returns:
            The cells that are whole, and how many broken places are between or after them.
        """
        opening = _BEGIN_CELLS.search(text)
        cells: list[dict] = []
        if opening is None:
            return cells, 1
        place, broken, lost = opening.end(), 0, False
        # A file can be made so that each try reads almost all of it, in vain; that is counted, and ends.
        budget = 4 * len(text) + 1_000_000
        while budget > 0:
            place = _NOTHING.match(text, place).end()
            if text.startswith("]", place):
                break
            try:
                value, end = self._decode(text, place)
            except ValueError as problem:
                budget -= max(getattr(problem, "pos", len(text)) - place, 1_000)
                value, end = None, place + 1
            if isinstance(value, dict) and "cell_type" in value:
                cells.append(value)
                place, lost = end, False
                continue
            broken += not lost
            lost = True
            following = _BEGIN_CELL.search(text, end)
            if following is None:
                break
            place = following.start()
        self._tell_odd_numbers()
        return cells, broken

    def _decode(self, text: str, place: int) -> tuple[Any, int]:
        try:
            return self._decoder.raw_decode(text, place)
        except RecursionError:
            raise ValueError("it is nested beyond reason") from None

    def _western(self, content: bytes) -> str:
        """UTF-8; where more of it is broken than whole, the encoding that Windows used before."""
        try:
            return content.decode("utf-8")
        except UnicodeDecodeError as problem:
            if problem.start >= len(content) - 3 and problem.reason == "unexpected end of data":
                return content[: problem.start].decode(
                    "utf-8"
                )  # half a character: the file ends in the middle
        mended = content.decode("utf-8", "replace")
        broken = mended.count("\ufffd")
        whole = sum(1 for character in mended if character > "\x7f") - broken
        if broken > whole:
            self.notes.append("the file is not UTF-8 text; it was read as Windows-1252")
            return content.decode("cp1252", "replace")
        self.notes.append(f"{broken:,} characters of the file are not UTF-8; they were replaced by \ufffd")
        return mended

    def _nothing(self, constant: str) -> None:
        self._odd_numbers = True

    def _integer(self, digits: str) -> int | None:
        if len(digits) <= MAX_DIGITS:
            return int(digits)
        return self._nothing(digits)

    def _number(self, digits: str) -> float | None:
        value = float(digits)
        return value if math.isfinite(value) else self._nothing(digits)

    def _tell_odd_numbers(self) -> None:
        if self._odd_numbers:
            self.notes.append(
                "numbers that JSON does not have (NaN, infinity, thousands of digits) were left out"
            )
            self._odd_numbers = False


def without_conflicts(text: str) -> tuple[str, int]:
    """A text without the marks of a merge that git could not do, and how many conflicts there were; of each one side is left.

    It is the first, the student's own, unless something is still to be written in it and not in the other.
    """
    lines: list[str] = []
    conflicts, open_side = 0, ""
    sides: dict[str, list[str]] = {}
    for line in text.splitlines(keepends=True):
        found = _MARKER.match(line)
        mark = found[1][0] if found else ""
        if not mark:
            sides.get(open_side, lines).append(line)
        elif mark == "<":
            lines += sides.get("<", []) + sides.get("=", [])  # of a conflict without an end
            conflicts, open_side, sides = conflicts + 1, mark, {"<": [], "|": [], "=": []}
        elif mark == ">":
            lines += _better(sides)
            conflicts, open_side, sides = conflicts + (not open_side), "", {}
        elif sides:
            open_side = mark
        else:
            conflicts += 1
    return "".join(lines + sides.get("<", []) + sides.get("=", [])), conflicts


def _better(sides: dict[str, list[str]]) -> list[str]:
    """The side of a conflict that is read."""
    mine, yours = sides.get("<", []), sides.get("=", [])
    left_mine, left_yours = (sum(NOT_WRITTEN in line for line in side) for side in (mine, yours))
    return yours if left_yours < left_mine and len(yours) > 0 else mine


def _comma_put_right(text: str, place: int) -> str:
    """A text with one comma more or less where a JSON parser stopped; the same text, if no comma is at fault."""
    before = text[:place].rstrip(" \t\r\n,")
    gap, rest = text[len(before) : place], text[place:].lstrip(" \t\r\n,")
    gap += text[place : len(text) - len(rest)]
    if gap.count(",") == 1 and rest[:1] in ("]", "}") and before[-1:] not in ("[", "{", ",", ":"):
        return before + gap.replace(",", "") + rest
    if (
        "," not in gap
        and "\n" in gap
        and rest[:1] in ('"', "{", "[")
        and (before[-1:] in ('"', "}", "]") or before[-1:].isalnum())
    ):
        return before + "," + gap + rest
    return text
