"""Cells with eyes for nbgrader: what a cell is for, which question it belongs to, what it is worth.

The metadata, schema 3, lie in ``cell.metadata.nbgrader``. What they say together:

    ========  =====  ========  ======  =========  ==========================================
    kind      grade  solution  locked  cell type  what it is
    ========  =====  ========  ======  =========  ==========================================
    SOLUTION  no     yes       no      code       where the student writes code
    CHECK     yes    no        yes     code       judges one aspect of a question
    MANUAL    yes    yes       no      any        a written answer, judged by a person
    LOCKED    no     no        yes     any        given: imports, data, helper functions
    PLAIN     --     --        --      any        everything else, mostly explaining text
    ========  =====  ========  ======  =========  ==========================================
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from nbformat import NotebookNode


class CellKind(Enum):
    """What a cell is for."""

    SOLUTION = "solution"
    CHECK = "check"
    MANUAL = "manual"
    LOCKED = "locked"
    PLAIN = "plain"


@dataclass(frozen=True, eq=False)
class Cell:
    """One cell of a notebook, read-only.

    Attributes:
        index: place in the notebook, from 0.
        kind: what the cell is for.
        grade_id: nbgrader's name of the cell, unique in a notebook; "" where there is none.
        points: what the cell is worth; 0 unless it is a check or a manual question.
        source: its text.
        is_code: whether it is a code cell.
        node: the cell itself, as nbformat knows it.
    """

    index: int
    kind: CellKind
    grade_id: str
    points: float
    source: str
    is_code: bool
    node: NotebookNode

    @property
    def question(self) -> str:
        """Id of the question that the cell belongs to, or "" for plain cells."""
        return question_of(self.grade_id)


def question_of(grade_id: str) -> str:
    """Id of the question of a cell: what stands before the first hyphen.

    Question ids contain underscores and never hyphens, so ``neural_net-grad_w_o`` belongs to ``neural_net``.
    """
    return grade_id.partition("-")[0]


def kind_of(node: NotebookNode) -> CellKind:
    """What a cell is for; metadata that make no sense count as none."""
    metadata = _metadata(node)
    grade, solution = metadata.get("grade") is True, metadata.get("solution") is True
    if not isinstance(metadata.get("grade_id"), str):
        return CellKind.PLAIN
    if grade and solution:
        return CellKind.MANUAL
    if grade:
        return CellKind.CHECK
    if solution:
        return CellKind.SOLUTION
    return CellKind.LOCKED if metadata.get("locked") is True else CellKind.PLAIN


def cells_of(notebook: NotebookNode) -> Iterator[Cell]:
    """The cells of a notebook in its order."""
    for index, node in enumerate(notebook.cells):
        kind = kind_of(node)
        graded = kind in (CellKind.CHECK, CellKind.MANUAL)
        yield Cell(
            index=index,
            kind=kind,
            grade_id="" if kind is CellKind.PLAIN else _metadata(node)["grade_id"],
            points=_points(_metadata(node).get("points")) if graded else 0.0,
            source=node.source,
            is_code=node.cell_type == "code",
            node=node,
        )


def _metadata(node: NotebookNode) -> dict:
    metadata = node.metadata.get("nbgrader")
    return metadata if isinstance(metadata, dict) else {}


def _points(value: object) -> float:
    """Points as a float; what is no finite number counts as 0 (`autograder release` refuses such a source)."""
    if isinstance(value, int | float) and math.isfinite(value):
        return float(value)
    return 0.0
