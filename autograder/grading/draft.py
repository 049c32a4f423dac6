"""A submission while it is being repaired: its cells, the numbers that they had when it was handed in, and what is said of them."""

from __future__ import annotations

from collections.abc import Sequence

from nbformat import NotebookNode

from autograder.course import notebook as notebooks
from autograder.course.assignment import Assignment
from autograder.course.cells import Cell, CellKind
from autograder.grading.sources import grade_id_of

#: Cells of which the instructor's version counts, whatever a submission contains.
RESTORED = (CellKind.CHECK, CellKind.LOCKED)

#: Cells that one sentence names.
MAX_NAMED = 10

_KIND = {
    CellKind.CHECK: "check cell",
    CellKind.LOCKED: "locked cell",
    CellKind.SOLUTION: "solution cell",
    CellKind.MANUAL: "answer cell",
}


class Draft:
    """What one step of a repair hands to the next.

    Args:
        notebook: the submission, which is changed in place.
        assignment: what was asked.

    Attributes:
        notebook: as far as it is repaired.
        assignment: what was asked.
        cells: the instructor's cells with a `grade_id`, by it, in their order.
        rank: the place of each among them, from 0.
        repairs: one sentence for each thing that was put right.
    """

    def __init__(self, notebook: NotebookNode, assignment: Assignment) -> None:
        self.notebook = notebook
        self.assignment = assignment
        self.cells = {cell.grade_id: cell for cell in assignment.cells if cell.grade_id}
        self.rank = {grade_id: rank for rank, grade_id in enumerate(self.cells)}
        self.repairs: list[str] = []
        self._number = {id(node): number for number, node in enumerate(notebook.cells, start=1)}
        self._handed_in = notebook.cells  # kept, so that no other object takes the id of one of them

    def say(self, sentence: str) -> None:
        """Tell of something that was put right."""
        self.repairs.append(" ".join(sentence.split()))

    def number(self, node: NotebookNode) -> str:
        """The number that a cell had in the submission, from 1, for messages."""
        return f"cell {self._number[id(node)]}"

    def numbers(self, nodes: Sequence[NotebookNode]) -> str:
        """The same for several cells."""
        shown = [self.number(node) for node in nodes[:MAX_NAMED]]
        return " and ".join(shown + [f"{len(nodes) - len(shown):,} more"] * (len(nodes) > len(shown)))

    def stems_from(self, node: NotebookNode, original: NotebookNode) -> None:
        """A new cell goes by the number of the one that it was made of."""
        self._number[id(node)] = self._number[id(original)]

    def find(self, grade_id: str) -> int | None:
        """Place of a cell in the notebook, from 0, or None."""
        for place, node in enumerate(self.notebook.cells):
            if grade_id_of(node) == grade_id:
                return place
        return None

    def insert_after(self, grade_id: str | None, node: NotebookNode) -> None:
        """Insert a cell after another one, or as the first if there is no such cell."""
        place = self.find(grade_id) if grade_id else None
        self.notebook.cells.insert(0 if place is None else place + 1, node)

    def remove(self, node: NotebookNode) -> None:
        """Take out this very cell; an equal one may stand elsewhere."""
        self.notebook.cells = [other for other in self.notebook.cells if other is not node]


def name_of(cell: Cell) -> str:
    """What messages call an instructor's cell."""
    return f"{_KIND[cell.kind]} {cell.grade_id!r}"


def instructors(cell: Cell, source: str | None = None) -> NotebookNode:
    """A copy of an instructor's cell without outputs, with another source if one is given."""
    node = notebooks.copy(cell.node)
    if source is not None:
        node.source = source
    if node.cell_type == "code":
        node.outputs, node.execution_count = [], None
    return node
