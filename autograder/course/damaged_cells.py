"""Cells of any quality: JSON to cells as they should be, with a sentence for each kind of damage.

The step before, bytes to JSON, is `damaged_json`.
"""

from __future__ import annotations

import re
from typing import Any

from autograder.course.damaged_json import without_conflicts

#: Nesting of metadata that are kept; nbgrader's have none.
MAX_DEPTH = 4

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_CONFLICT = re.compile(r"^<<<<<<<.*^=======.*^>>>>>>>", re.MULTILINE | re.DOTALL)
_KINDS = ("code", "markdown", "raw")
_PICTURES = ("image/png", "image/jpeg", "image/gif")

#: Cells that one sentence names.
MAX_NAMED = 10


def cells_in(data: Any) -> list | None:
    """The cells of a notebook of whatever format, as they are; None if there is no list of them.

    Args:
        data: the JSON of the file.
    """
    if not isinstance(data, dict):
        return None
    if isinstance(data.get("cells"), list):
        return data["cells"]
    if isinstance(data.get("worksheets"), list):  # formats 2 and 3
        sheets = [_dict(sheet).get("cells") for sheet in data["worksheets"]]
        return [cell for cells in sheets if isinstance(cells, list) for cell in cells]
    return None


def metadata_of(owner: dict, key: str) -> dict:
    """The one entry of the metadata of a cell or a notebook that is kept, if it is an object; else nothing.

    Args:
        owner: the cell or the notebook.
        key: of the entry.
    """
    found = _dict(owner.get("metadata")).get(key)
    return {key: _plain(found)} if isinstance(found, dict) else {}


class CellReader:
    """Reads cells of any quality.

    Args:
        ids_expected: whether the format of the notebook has ids.

    Attributes:
        nodes: the cells as they should be.
    """

    def __init__(self, *, ids_expected: bool) -> None:
        self.nodes: list[dict[str, Any]] = []
        self._ids_expected = ids_expected
        self._ids: set[str] = set()
        self._number = 0
        self._odd: dict[str, list[int]] = {}

    def add(self, raw: Any) -> None:
        """Take the next cell."""
        self._number += 1
        if not isinstance(raw, dict):
            self._tell("not a cell at all, left out")
            return
        kind = raw.get("cell_type")
        source = self._source(
            raw["input"] if "input" in raw and "source" not in raw else raw.get("source", "")
        )
        if kind == "heading":  # format 3
            level = raw.get("level")
            kind, source = "markdown", "#" * (level if level in range(1, 7) else 1) + " " + source
        if kind not in _KINDS:
            kind = "code" if "outputs" in raw or "execution_count" in raw else "raw"
            self._tell(f"of no type that exists, taken for a {kind} cell")
        node = {
            "id": self._id(raw.get("id")),
            "cell_type": kind,
            "source": self._merged(source) if kind == "code" else source,
            "metadata": metadata_of(raw, "nbgrader"),
        }
        if kind == "code":
            node |= {"outputs": [], "execution_count": None}
        elif pictures := _pictures(raw.get("attachments")):
            node["attachments"] = pictures
        self.nodes.append(node)

    def notes(self) -> list[str]:
        """A sentence for each kind of damage, with the numbers of the cells."""
        return [f"{_listed(numbers)}: {what}" for what, numbers in self._odd.items()]

    def _source(self, raw: Any) -> str:
        if isinstance(raw, list):
            lines = [line for line in raw if isinstance(line, str)]
            if len(lines) < len(raw):
                self._tell("lines in it that are no text, left out")
            if _breaks_lost(lines):
                self._tell("lines without line breaks, which were put back")
                lines = ["\n".join(lines)]
            raw = "".join(lines)
        if not isinstance(raw, str):
            self._tell("no text in it, taken for an empty cell")
            return ""
        if "\0" in raw:
            self._tell("null characters in it, left out")
        # Editors on Windows leave \r\n behind, which nbgrader's checksums would take for a change.
        return _clean(raw.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n"))

    def _merged(self, source: str) -> str:
        """Code without the marks of a merge: nbdime, with which git merges notebooks, leaves them inside the cells."""
        merged = without_conflicts(source)[0].strip("\n") if _CONFLICT.search(source) else ""
        if not merged:  # no marks, or nothing but marks: a text about merges
            return source
        self._tell("a conflict of a git merge in it, of which one side was read")
        return merged

    def _id(self, raw: Any) -> str:
        usable = isinstance(raw, str) and _ID.fullmatch(raw) and raw not in self._ids
        if not usable:
            if raw is not None or self._ids_expected:
                self._tell("no cell id of its own, given a new one")
            # No tool gives ids like this one, so it cannot be mistaken for that of an instructor's cell.
            raw = f"salvaged-cell-{self._number}"
            while raw in self._ids:
                raw += "-"
        self._ids.add(raw)
        return raw

    def _tell(self, what: str) -> None:
        self._odd.setdefault(what, []).append(self._number)


def _breaks_lost(lines: list[str]) -> bool:
    """Whether no line of several has its break behind it, as the format wants: joined as they are, they would be one line."""
    return len(lines) > 1 and all("".join(line.splitlines()) == line for line in lines)


def _dict(value: Any) -> dict:
    return value if isinstance(value, dict) else {}


def _plain(value: Any, depth: int = MAX_DEPTH) -> Any:
    """JSON types of bounded nesting that any file can hold; what is nested deeper becomes nothing."""
    if isinstance(value, str):
        return _clean(value)
    if isinstance(value, dict):
        return {_clean(key): _plain(item, depth - 1) for key, item in value.items()} if depth else None
    if isinstance(value, list):
        return [_plain(item, depth - 1) for item in value] if depth else None
    return value


def _pictures(attachments: Any) -> dict[str, dict[str, str]]:
    """The pictures that a text shows, by name and type."""
    return {
        _clean(name): {
            mime: data for mime, data in bundle.items() if mime in _PICTURES and isinstance(data, str)
        }
        for name, bundle in _dict(attachments).items()
        if isinstance(bundle, dict)
    }


def _clean(text: str) -> str:
    """Half a surrogate pair can be neither written nor displayed."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _listed(numbers: list[int]) -> str:
    if len(numbers) == 1:
        return f"cell {numbers[0]}"
    shown = ", ".join(map(str, numbers[:MAX_NAMED]))
    more = len(numbers) - MAX_NAMED
    return f"cells {shown}" + (f" and {more} more" if more > 0 else "")
