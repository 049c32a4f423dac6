"""A submission's file as a notebook, whatever has happened to it: read what can be read, and say what could not.

`autograder.course.notebook.read` is strict, as it must be with an instructor's file. This is its forgiving sister: of each cell
it keeps the type, the text, nbgrader's metadata and pictures in the text, and leaves old outputs and everything else out, which
prove nothing and may be of any size and shape. Bytes become JSON (`damaged_json`), or what else they are is told (`other_files`), and
JSON becomes cells (`damaged_cells`).
"""

from __future__ import annotations

from dataclasses import dataclass
from json import JSONDecodeError
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from autograder.course.damaged_cells import CellReader, cells_in, metadata_of
from autograder.course.damaged_json import Reader
from autograder.course.notebook import read_bytes
from autograder.course.other_files import described, json_without_cells, other_file
from autograder.errors import NotebookError

#: More cells than this are no homework.
MAX_CELLS = 20_000

#: Pieces of JSON that may lie around a notebook, one in another.
MAX_WRAPPINGS = 3


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
    other = other_file(content)
    text = reader.text_of(content)
    if not text.strip():  # a byte order mark and nothing behind it
        raise NotebookError(f"{name}: not a notebook, the file is empty")
    try:
        data = reader.value_of(text)
    except ValueError as problem:
        data = _mended(reader, text, problem, name, other)
    data = _unwrapped(reader, data)
    raw_cells = cells_in(data)
    if raw_cells is None:
        raise NotebookError(f"{name}: not a notebook, {json_without_cells(data, text)}")
    cells = CellReader(ids_expected=data.get("nbformat_minor") in range(5, 100))
    for raw in raw_cells:
        cells.add(raw)
    if len(cells.nodes) > MAX_CELLS:
        raise NotebookError(
            f"{name}: {len(cells.nodes):,} cells are too many, at most {MAX_CELLS:,} are read"
        )
    metadata = metadata_of(data, "kernelspec")
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": cells.nodes}
    return Salvaged(nbformat.from_dict(notebook), (*reader.notes, *cells.notes()))


def _mended(reader: Reader, text: str, problem: ValueError, name: str, other: tuple[str, str] | None) -> Any:
    """What a file would say without the marks and the slips that a merge leaves in it, or else what is left of it; adds notes.

    Args:
        reader: which read it.
        text: of the file.
        problem: why it is no JSON.
        name: of the file.
        other: from `other_file`.

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
        other: from `other_file`.

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
            what = described(text)
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
