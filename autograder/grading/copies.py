"""Of several cells with one `grade_id` one is the original.

Pasting a cell copies its metadata, splitting one gives them to both halves. The original is told by what a copy cannot have
or rarely has, in this order: something is written in it; it is of the right type; Python can read it; nothing of it is left to be
written; it has the cell id that was handed out (a paste gets a new one); it stands in its place; it is the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from nbformat import NotebookNode

from autograder.course.cells import Cell, CellKind
from autograder.grading.sources import accepted, bound_names, compiles, is_untouched, stubs_left, text


@dataclass
class Verdict:
    """What becomes of the cells with one `grade_id`.

    Attributes:
        kept: the original.
        why: how it was told from the others.
        parts: halves of a cell that was split, and changed copies of a check: they run, as ordinary cells.
        dropped: copies in which nothing else is written than in the original.
        set_aside: other answers to the same question; they stay to be read and are not run, or they would replace the
            original's definitions.
    """

    kept: NotebookNode
    why: str
    parts: list[NotebookNode] = field(default_factory=list)
    dropped: list[NotebookNode] = field(default_factory=list)
    set_aside: list[NotebookNode] = field(default_factory=list)


def resolve(cell: Cell, group: Sequence[NotebookNode], in_place: Sequence[bool]) -> Verdict:
    """Tell the original from its copies.

    Args:
        cell: the instructor's cell.
        group: the cells with its `grade_id`, in the order of the notebook; at least two.
        in_place: for each, whether it stands between its neighbours.
    """
    evidence = [_evidence(cell, node, at_home) for node, at_home in zip(group, in_place, strict=True)]
    best = min(range(len(group)), key=lambda number: [missing for missing, _ in evidence[number]])
    kept = group[best]
    others = [node for node in group if node is not kept]
    verdict = Verdict(kept, _reason(evidence, best))
    same = {text(kept.source), *(accepted(cell) if cell.kind in (CellKind.CHECK, CellKind.LOCKED) else ())}
    answer = cell.kind in (CellKind.SOLUTION, CellKind.MANUAL)
    names = bound_names(kept.source) if answer and cell.is_code else set()
    for node in others:
        if text(node.source) in same or (answer and is_untouched(node.source, cell)):
            verdict.dropped.append(node)
        elif answer and not (cell.is_code and names.isdisjoint(bound_names(node.source))):
            verdict.set_aside.append(node)
        else:
            verdict.parts.append(node)
    return verdict


def _evidence(cell: Cell, node: NotebookNode, in_place: bool) -> list[tuple[int, str]]:
    """What speaks against a cell, the strongest first, each with what it means when it decides."""
    answer = cell.kind in (CellKind.SOLUTION, CellKind.MANUAL)
    original = cell.node.get("id")
    return [
        (answer and is_untouched(node.source, cell), "the one with something written in it"),
        (node.cell_type != cell.node.cell_type, f"the {cell.node.cell_type} cell"),
        (answer and cell.is_code and not compiles(node.source), "the one that Python can read"),
        (stubs_left(node.source) if answer else 0, "the one that is complete"),
        (original is None or node.get("id") != original, "the one with the cell id that was handed out"),
        (not in_place, "the one in its place"),
    ]


def _reason(evidence: Sequence[Sequence[tuple[int, str]]], best: int) -> str:
    for level, (missing, reason) in enumerate(evidence[best]):
        if any(other[level][0] > missing for other in evidence):
            return reason
    return "the first"
