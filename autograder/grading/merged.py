"""Cells that were merged are taken apart: an instructor's cell inside another one has lost its metadata, or has swallowed an answer."""

from __future__ import annotations

from collections.abc import Sequence

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from autograder.course.assignment import Assignment
from autograder.course.cells import Cell, CellKind
from autograder.grading.sources import accepted, asked_names, bound_names, grade_id_of, text

#: An instructor's cell with fewer lines (`x = 1`) may well be part of what a student writes.
MIN_LINES = 2


def given(assignment: Assignment) -> list[tuple[Cell, str]]:
    """The check and locked cells that can be told inside another one, with what they read like."""
    kinds = (CellKind.CHECK, CellKind.LOCKED)
    cells = [cell for cell in assignment.cells if cell.kind in kinds and cell.is_code]
    texts = [(cell, source) for cell in cells for source in dict.fromkeys(reversed(accepted(cell)))]
    return [(cell, source) for cell, source in texts if source.count("\n") + 1 >= MIN_LINES]


def separate(
    node: NotebookNode, assignment: Assignment, given: Sequence[tuple[Cell, str]]
) -> tuple[list[NotebookNode], list[Cell]]:
    """Take a code cell apart that contains whole cells of the instructor's and something else.

    Args:
        node: the cell as it was handed in; it is not changed.
        assignment: what was asked.
        given: from `given`.

    Returns:
        What it consists of, in order, each with its own metadata, and the instructor's cells that were found; the cell itself
        and nothing found, if it was not merged.
    """
    pieces: list[tuple[str, Cell | None]] = [(text(node.source), None)]
    if any(pieces[0][0] == wanted for _, wanted in given):
        return [node], []
    for cell, wanted in given:
        pieces = [part for piece in pieces for part in _cut(piece, cell, wanted)]
    found = [cell for _, cell in pieces if cell is not None]
    rest = [source for source, cell in pieces if cell is None]
    if not found or not rest:
        return [node], []
    owner = _owner(node, assignment, rest)
    nodes = []
    for number, (source, cell) in enumerate(pieces):
        part = new_code_cell(source, id=f"{node.get('id', 'cell')[:50]}-part-{number}")
        if cell is not None:
            part.metadata["nbgrader"] = {"grade_id": cell.grade_id} | _flags(cell)
        elif source == owner:
            part.metadata.update(node.metadata)
            owner = None  # of two equal parts the first
        nodes.append(part)
    return nodes, found


def _cut(piece: tuple[str, Cell | None], cell: Cell, wanted: str) -> list[tuple[str, Cell | None]]:
    """Cut a piece before and behind the lines of a cell, if it contains them."""
    source, known = piece
    if known is not None or wanted not in source:
        return [piece]
    lines, inner = source.split("\n"), wanted.split("\n")
    for start in range(len(lines) - len(inner) + 1):
        if lines[start : start + len(inner)] == inner:
            before, after = lines[:start], lines[start + len(inner) :]
            if next((line for line in after if line.strip()), "")[:1].isspace():
                return [piece]  # it goes on: the cell was changed, not merged
            parts = [
                ("\n".join(before).strip("\n"), None),
                (wanted, cell),
                ("\n".join(after).strip("\n"), None),
            ]
            return [(source, owner) for source, owner in parts if source.strip()]
    return [piece]


def _owner(node: NotebookNode, assignment: Assignment, rest: list[str]) -> str | None:
    """Which part of a merged answer cell is the answer that its metadata speak of."""
    cells = {cell.grade_id: cell for cell in assignment.cells}
    cell = cells.get(grade_id_of(node))
    if cell is None or cell.kind not in (CellKind.SOLUTION, CellKind.MANUAL):
        return None
    asked = asked_names(assignment, cell)
    return max(rest, key=lambda source: len(asked & bound_names(source)))


def _flags(cell: Cell) -> dict:
    metadata = cell.node.metadata["nbgrader"]
    return {key: metadata[key] for key in ("grade", "solution", "locked", "points") if key in metadata}
