"""What is in ``release/`` and should not be, and the other way round: short, cell by cell."""

from __future__ import annotations

import difflib
from pathlib import Path

from nbformat import NotebookNode

from autograder.course import notebook as notebooks
from autograder.errors import NotebookError

# Lines of a diff that are shown for one cell; whoever wants all of them generates and asks git.
MAX_LINES = 8


def differences(expected: Path, actual: Path) -> list[str]:
    """How a folder of ``release/`` differs from what was just generated.

    Args:
        expected: the generated folder.
        actual: the folder in ``release/``; it need not exist.

    Returns:
        Lines for people; empty if every file has the same bytes.
    """
    if not actual.is_dir():
        return [f"{actual} does not exist"]
    wanted, present = _files(expected), _files(actual)
    found = [f"{actual / name} is missing" for name in sorted(wanted - present)]
    found += [f"{actual / name} does not belong there" for name in sorted(present - wanted)]
    for name in sorted(wanted & present):
        if (expected / name).read_bytes() == (actual / name).read_bytes():
            continue
        found.append(f"{actual / name} differs from what source/ gives")
        if name.suffix == ".ipynb":
            found += _by_cell(expected / name, actual / name)
    return found


def _files(folder: Path) -> set[Path]:
    """Files below a folder, without what Jupyter and Python leave behind."""
    paths = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {path for path in paths if not any(p.startswith(".") or p == "__pycache__" for p in path.parts)}


def _by_cell(expected: Path, actual: Path) -> list[str]:
    """The cells in which two notebooks differ, with a few lines of diff for each."""
    try:
        theirs = _cells(notebooks.read(actual))
    except NotebookError as error:
        return [f"  {error}"]
    ours = _cells(notebooks.read(expected))
    found = []
    for name in [*ours, *(name for name in theirs if name not in ours)]:
        if name not in theirs:
            found.append(f"  cell {name} is missing")
        elif name not in ours:
            found.append(f"  cell {name} is not in the source")
        elif ours[name].source != theirs[name].source:
            found.append(f"  cell {name}:")
            found += [f"    {line}" for line in _diff(theirs[name].source, ours[name].source)]
        elif ours[name] != theirs[name]:
            found.append(f"  cell {name}: metadata or outputs differ")
    if not found:
        found = ["  the order of the cells, or the notebook's own metadata"]
    return found


def _cells(notebook: NotebookNode) -> dict[str, NotebookNode]:
    """Cells by the name that a reader knows: their grade_id, else their id, else their number."""
    cells = {}
    for number, cell in enumerate(notebook.cells, start=1):
        cells[cell.metadata.get("nbgrader", {}).get("grade_id") or cell.get("id") or str(number)] = cell
    return cells


def _diff(old: str, new: str) -> list[str]:
    """Changed lines only: ``-`` is in release/, ``+`` is what source/ gives."""
    lines = difflib.unified_diff(old.split("\n"), new.split("\n"), lineterm="", n=0)
    changed = [line for line in lines if not line.startswith(("---", "+++", "@@"))]
    if len(changed) > MAX_LINES:
        return [*changed[:MAX_LINES], f"... and {len(changed) - MAX_LINES} more lines"]
    return changed
