"""Notebook files: read an ``.ipynb`` of any quality, write one that is the same every time."""

from __future__ import annotations

import json
import os
import stat
import tempfile
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from autograder.errors import NotebookError

# A notebook with a few hundred figures stays far below this; what is larger is a mistake or an attack.
MAX_BYTES = 64 * 2**20


def read(path: Path | str) -> NotebookNode:
    """Read a notebook of format 4, and mend what tools commonly leave out.

    Missing metadata, outputs, execution counts and cell ids are filled in, and characters that no file can hold (lone
    surrogates) become ``?``. Outputs are taken as they are.

    Args:
        path: an ``.ipynb`` file, UTF-8, at most `MAX_BYTES`.

    Returns:
        The notebook, each cell with ``cell_type``, ``source`` (one string) and ``metadata``.

    Raises:
        NotebookError: if the file cannot be read, is no JSON, or is no notebook of format 4; one sentence that
            names the file.
    """
    path = Path(path)
    return parse(_text_of(read_bytes(path), path), str(path))


def parse(text: str, name: str) -> NotebookNode:
    """Make a notebook of its JSON text, mended as `read` says.

    Args:
        text: the JSON text.
        name: what messages call it, usually the path.

    Raises:
        NotebookError: if it is no notebook of format 4.
    """
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise NotebookError(
            f"{name}: not a notebook, line {error.lineno} is not JSON ({error.msg})"
        ) from error
    except (RecursionError, ValueError) as error:
        raise NotebookError(f"{name}: not a notebook, its JSON is nested or large beyond reason") from error
    if "\\ud" in text.lower():
        # JSON may escape half of a surrogate pair; such a string can be neither written nor displayed.
        data = json.loads(json.dumps(data, ensure_ascii=False).encode("utf-8", "replace"))
    _require(isinstance(data, dict), name, "the JSON is not an object")
    version = data.get("nbformat")
    _require(isinstance(version, int), name, "there is no format version in it")
    _require(version == 4, name, f"it has format {version}; open it in Jupyter and save it as format 4")
    cells = data.get("cells")
    _require(isinstance(cells, list), name, "there is no list of cells in it")
    if not isinstance(data.get("metadata"), dict):
        data["metadata"] = {}
    if not isinstance(data.get("nbformat_minor"), int):
        data["nbformat_minor"] = 4
    for number, cell in enumerate(cells, start=1):
        _mend_cell(cell, number, name)
    _give_ids(data)
    return nbformat.from_dict(data)


def dumps(notebook: NotebookNode) -> str:
    """The JSON text of a notebook: sorted keys, one space of indentation, a newline at the end."""
    return nbformat.v4.writes(notebook, sort_keys=True, indent=1, ensure_ascii=False).rstrip("\n") + "\n"


def write(notebook: NotebookNode, path: Path | str) -> None:
    """Write a notebook so that a reader sees the old file or the new one, never a half.

    Args:
        notebook: what to write; equal notebooks give equal bytes.
        path: where to; folders above are created.

    Raises:
        OSError: if the folder cannot be written.
    """
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(dumps(notebook))
        # mkstemp makes private files; a notebook is as public as the folder's other files.
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise


def plain_json(part: Any) -> str:
    """The JSON text of any part of a notebook, for searching in it."""
    return json.dumps(part, ensure_ascii=False, sort_keys=True)


def copy(notebook: NotebookNode) -> NotebookNode:
    """A deep copy that shares nothing with the original."""
    return nbformat.from_dict(json.loads(json.dumps(notebook)))


def read_bytes(path: Path) -> bytes:
    """The content of a regular file of bearable size.

    Raises:
        NotebookError: if it is none, or cannot be read; one sentence that names it.
    """
    try:
        return _read_bytes(path)
    except OSError as error:
        raise NotebookError(f"{path}: cannot be read ({error.strerror})") from error
    except ValueError as error:  # a null byte in the name
        raise NotebookError(f"{str(path)!r}: cannot be read ({error})") from error


def _read_bytes(path: Path) -> bytes:
    if not path.exists():
        if path.is_symlink():
            raise NotebookError(f"{path}: this is a link that leads nowhere")
        raise NotebookError(f"{path}: there is no such file")
    if not path.is_file():
        raise NotebookError(f"{path}: this is not a file")
    with open(path, "rb", opener=_open_without_waiting) as file:
        # Asked of what was opened: something else may have come into its place, and it may still be growing.
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise NotebookError(f"{path}: this is not a file")
        content = file.read(MAX_BYTES + 1) if status.st_size <= MAX_BYTES else b""
    size = max(status.st_size, len(content))
    if size > MAX_BYTES:
        raise NotebookError(
            f"{path}: {size / 2**20:.0f} MiB is too large for a notebook, at most {MAX_BYTES // 2**20} MiB are read"
        )
    return content


def _open_without_waiting(path: str, flags: int) -> int:
    """Open a file; where there is a pipe by now, no writer is waited for."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _text_of(content: bytes, path: Path) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotebookError(f"{path}: not a notebook, the file is not UTF-8 text") from error


def _require(condition: bool, name: str, reason: str) -> None:
    if not condition:
        raise NotebookError(f"{name}: not a usable notebook, {reason}")


def _mend_cell(cell: Any, number: int, name: str) -> None:
    """Check what nobody can guess of a cell, fill in the rest; changes the cell in place."""
    _require(isinstance(cell, dict), name, f"cell {number} is not an object")
    kind = cell.get("cell_type")
    _require(kind in ("code", "markdown", "raw"), name, f"cell {number} has the unknown type {kind!r}")
    source = cell.get("source", "")
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    _require(isinstance(source, str), name, f"the source of cell {number} is not text")
    # Editors on Windows leave \r\n behind, which nbgrader's checksums would take for a change.
    cell["source"] = source.replace("\r\n", "\n")
    if not isinstance(cell.get("metadata"), dict):
        cell["metadata"] = {}
    if kind == "code":
        if not isinstance(cell.get("outputs"), list):
            cell["outputs"] = []
        cell.setdefault("execution_count", None)
    else:
        cell.pop("outputs", None)
        cell.pop("execution_count", None)


def _give_ids(data: dict) -> None:
    """Give each cell of a format 4.5 notebook an id that is its own; older formats have none."""
    if data["nbformat_minor"] < 5:
        for cell in data["cells"]:
            cell.pop("id", None)
        return
    seen: set[str] = set()
    for number, cell in enumerate(data["cells"], start=1):
        wanted = cell.get("id")
        if not isinstance(wanted, str) or not wanted or wanted in seen:
            wanted = f"cell-{number}"
            while wanted in seen:
                wanted += "-again"
            cell["id"] = wanted
        seen.add(wanted)
