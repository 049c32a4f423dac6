"""A submission's file as a notebook, whatever has happened to it: read what can be read, and say what could not.

`autograder.course.notebook.read` is strict, as it must be with an instructor's file. This is its forgiving sister: of each cell
it keeps the type, the text, nbgrader's metadata and pictures in the text, and leaves old outputs and everything else out, which
prove nothing and may be of any size and shape.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from json import JSONDecodeError
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from autograder.course.damaged_json import Reader
from autograder.course.notebook import read_bytes
from autograder.errors import NotebookError

#: More cells than this are no homework.
MAX_CELLS = 20_000

#: Nesting of metadata that are kept; nbgrader's have none.
MAX_DEPTH = 4

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_KINDS = ("code", "markdown", "raw")
_PICTURES = ("image/png", "image/jpeg", "image/gif")

#: What is handed in under the name of a notebook: how its bytes begin, what it is, and what to do.
_OTHER_FILES = (
    (b"PK\x03\x04", "a ZIP archive", "unpack it and hand in the notebook in it"),
    (b"\x1f\x8b", "a compressed file (gzip)", "unpack it and hand in the notebook in it"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it and hand in the notebook in it"),
    (b"Rar!", "a RAR archive", "unpack it and hand in the notebook in it"),
    (b"%PDF", "a PDF", "hand in the notebook itself"),
    (b"\x89PNG", "a picture", "hand in the notebook itself"),
    (b"\xff\xd8\xff", "a picture", "hand in the notebook itself"),
    (b"<!doctype", "a web page", "download the notebook itself"),
    (b"<html", "a web page", "download the notebook itself"),
    (b"<!--", "a web page", "download the notebook itself"),
    (b"<?xml", "a web page", "download the notebook itself"),
    (b"version https://git-lfs", "a pointer of Git LFS to a file", "hand in the file itself"),
)

#: Pieces of JSON that may lie around a notebook, one in another.
MAX_WRAPPINGS = 3

#: Characters of a file that is no notebook that a message shows.
MAX_BEGIN = 40

#: Cells that one sentence names.
MAX_NAMED = 10


@dataclass(frozen=True)
class Salvaged:
    """What could be read.

    Attributes:
        notebook: of format 4.5, each cell with an id of its own, without outputs.
        notes: a sentence for each thing that was not as it should be.
    """

    notebook: NotebookNode
    notes: tuple[str, ...]


def salvage(path: Path | str) -> Salvaged:
    """Read what can be read of a submission.

    Args:
        path: its file, at most `autograder.course.notebook.MAX_BYTES`.

    Raises:
        NotebookError: if not a single cell of a notebook is in it; one sentence that names the file and the reason.
    """
    path = Path(path)
    return salvage_bytes(read_bytes(path), str(path))


def salvage_bytes(content: bytes, name: str) -> Salvaged:
    """The same for the content of a file.

    Args:
        content: the bytes.
        name: what messages call the file, usually its path.

    Raises:
        NotebookError: as `salvage`.
    """
    reader = Reader()
    if not content.strip(b"\0 \t\r\n"):
        raise NotebookError(f"{name}: not a notebook, the file is empty")
    other = _other_file(content)
    text = reader.text_of(content)
    if not text.strip():  # a byte order mark and nothing behind it
        raise NotebookError(f"{name}: not a notebook, the file is empty")
    try:
        data = reader.value_of(text)
    except ValueError as problem:
        data = _mended(reader, text, problem, name, other)
    data = _unwrapped(reader, data)
    cells = _Cells(ids_expected=isinstance(data, dict) and data.get("nbformat_minor") in range(5, 100))
    for raw in _raw_cells(data, text, name):
        cells.add(raw)
    if len(cells.nodes) > MAX_CELLS:
        raise NotebookError(
            f"{name}: {len(cells.nodes):,} cells are too many, at most {MAX_CELLS:,} are read"
        )
    kernel = _plain(_dict(data.get("metadata")).get("kernelspec"))
    metadata = {"kernelspec": kernel} if isinstance(kernel, dict) else {}
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": cells.nodes}
    return Salvaged(nbformat.from_dict(notebook), (*reader.notes, *cells.notes()))


def _other_file(content: bytes) -> tuple[str, str] | None:
    """What a file is that is no notebook at all, and what to do; None where it may be one."""
    begin = content[:100].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return next(((what, todo) for first, what, todo in _OTHER_FILES if begin.startswith(first.lower())), None)


def _mended(reader: Reader, text: str, problem: ValueError, name: str, other: tuple[str, str] | None) -> Any:
    """What a file would say without the marks and the slips that a merge leaves in it, or else what is left of it; adds notes.

    Args:
        reader: which read it.
        text: of the file.
        problem: why it is no JSON.
        name: of the file.
        other: from `_other_file`.

    Raises:
        NotebookError: if nothing is left.
    """
    merged = reader.without_conflicts(text)
    if merged != text:
        try:
            return reader.value_of(merged)
        except ValueError as still:
            text, problem = merged, still
    try:
        return reader.with_commas(text)
    except ValueError:
        return _rest(reader, text, problem, name, other)


def _rest(reader: Reader, text: str, problem: ValueError, name: str, other: tuple[str, str] | None) -> dict:
    """What is left of a notebook whose JSON is broken; adds a note.

    Args:
        reader: which read it.
        text: of the file.
        problem: why it is no JSON.
        name: of the file.
        other: from `_other_file`.

    Raises:
        NotebookError: if nothing is left.
    """
    what = (
        f"line {problem.lineno} is not JSON ({problem.msg})"
        if isinstance(problem, JSONDecodeError)
        else str(problem)
    )
    cells, broken = reader.recover_cells(text)
    if not cells:
        if not text.lstrip().startswith(("{", "[")):
            what = _told(text)
        what = f"this is {other[0]}; {other[1]}" if other else what
        raise NotebookError(f"{name}: not a notebook, {what}") from problem
    if other:  # an archive may hold a notebook as it is
        reader.notes[:] = [f"the file is {other[0]}; what can be read of the notebook in it was read"]
        return {"cells": cells}
    count = "1 whole cell was" if len(cells) == 1 else f"{len(cells)} whole cells were"
    if broken:
        places = "" if broken == 1 else f" in {broken} places"
        reader.notes.append(f"the file is damaged{places}, {what}; {count} read, the rest is lost")
    else:
        reader.notes.append(
            f"the file is damaged behind its cells, {what}; {count} read, that is all of them"
        )
    return {"cells": cells}


def _unwrapped(reader: Reader, data: Any) -> Any:
    """What is inside, where a program has put a notebook into something else, as Jupyter's own interface for files does; adds a note."""
    inner = data
    for _ in range(MAX_WRAPPINGS):
        match inner:
            case [{}]:
                [inner] = inner
            case {"content": {"cells": list()} as content}:
                inner = content
            case str() if inner.lstrip().startswith("{"):
                try:
                    inner = reader.value_of(inner)
                except ValueError:
                    break
    if inner is data or not isinstance(inner, dict) or "cells" not in inner:
        return data
    reader.notes.append("the notebook lay inside other JSON, out of which it was taken")
    return inner


def _told(text: str) -> str:
    """What a text is that is no JSON of a notebook: its first line, which says more than what a parser missed in it."""
    begin = text.lstrip()
    if not begin.isprintable() and any(not c.isprintable() and not c.isspace() for c in begin[:MAX_BEGIN]):
        return "this is no text; hand in the notebook itself"
    line = textwrap.shorten(begin.splitlines()[0], MAX_BEGIN, placeholder=" ...")
    return f"this is a text that begins with {line!r}; hand in the notebook itself"


def _raw_cells(data: Any, text: str, name: str) -> list:
    """The list of cells, of whatever format of notebooks."""
    if isinstance(data, (str, int, float)):
        raise NotebookError(f"{name}: not a notebook, {_told(text)}")
    if not isinstance(data, dict):
        raise NotebookError(f"{name}: not a notebook, the JSON in it is not an object")
    if isinstance(data.get("cells"), list):
        return data["cells"]
    if isinstance(data.get("worksheets"), list):  # formats 2 and 3
        sheets = [_dict(sheet).get("cells") for sheet in data["worksheets"]]
        return [cell for cells in sheets if isinstance(cells, list) for cell in cells]
    if "doc_id" in data:  # what Google Drive leaves in a folder in place of a file
        raise NotebookError(
            f"{name}: not a notebook, this is a shortcut to a file in Google Drive; download the notebook itself"
        )
    raise NotebookError(f"{name}: not a notebook, there is no list of cells in it")


class _Cells:
    """Takes cells of any quality.

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
            "source": source,
            "metadata": self._metadata(raw),
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

    def _metadata(self, raw: dict) -> dict:
        found = _dict(raw.get("metadata")).get("nbgrader")
        return {"nbgrader": _plain(found)} if isinstance(found, dict) else {}

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
