"""Cells without nbgrader's metadata that can be told all the same: by cell id, text, the names they define, or their place.

Copying cells into a new notebook, and some tools, lose the metadata of all or some cells. Whoever is recognised wrongly gains
nothing by it: what counts is what the checks find.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nbformat import NotebookNode

from autograder.course import notebook as notebooks
from autograder.course.assignment import Assignment
from autograder.course.cells import Cell, CellKind
from autograder.course.points import fill
from autograder.errors import CourseError
from autograder.grading.sources import accepted, asked_names, bound_names, grade_id_of, is_untouched, text


@dataclass(frozen=True)
class Recognised:
    """One cell.

    Attributes:
        node: the cell of the submission.
        cell: the cell of the instructor's that it is.
        how: by what it was told.
    """

    node: NotebookNode
    cell: Cell
    how: str


class Recogniser:
    """Knows what the cells of an assignment look like.

    Args:
        assignment: what was asked.
    """

    def __init__(self, assignment: Assignment) -> None:
        self._assignment = assignment
        self._names: dict[str, set[str]] = {}
        self._plain = {text(cell.source) for cell in assignment.cells if cell.kind is CellKind.PLAIN}

    def lost(self, notebook: NotebookNode) -> list[Recognised]:
        """The cells that have no metadata and whose place in the assignment is not taken by another one."""
        taken = {grade_id_of(node) for node in notebook.cells}
        missing = [cell for cell in self._assignment.cells if cell.grade_id and cell.grade_id not in taken]
        free = [
            node for node in notebook.cells if not grade_id_of(node) and text(node.source) not in self._plain
        ]
        found: list[Recognised] = []
        looks = (
            (self._by_id, "it has the cell id that was handed out"),
            (self._by_text, "it has the same text"),
            (self._by_names, "it defines what the checks ask for"),
        )
        for look, how in looks:
            for cell in missing:
                done = [recognised.cell for recognised in found]
                if cell not in done and (node := look(cell, free)) is not None:
                    found.append(Recognised(node, cell, how))
                    free = [other for other in free if other is not node]
        known = [recognised.cell for recognised in found]
        written = [cell for cell in missing if cell not in known and cell.kind is CellKind.MANUAL]
        return found + list(self._by_place(written, notebook, free, found))

    def elsewhere(self, notebook: NotebookNode) -> list[tuple[NotebookNode | None, Recognised]]:
        """Solution cells without an answer of which another cell holds it: (the solution cell or None, where the answer is).

        Nothing is written in the solution cell, or something that defines none of the names that are asked for. One cell may
        hold several answers; it is one without metadata, or that of another question.
        """
        pairs = []
        for cell in self._assignment.cells:
            if cell.kind is not CellKind.SOLUTION:
                continue
            stub = next((node for node in notebook.cells if grade_id_of(node) == cell.grade_id), None)
            asked = asked_names(self._assignment, cell)
            if stub is not None and not is_untouched(stub.source, cell) and asked & self._defined(stub):
                continue
            answers = [node for node in _code(notebook.cells) if asked and asked <= self._defined(node)]
            answers = [node for node in answers if node is not stub and self._may_hold(node, asked)]
            answers = [node for node in answers if not is_untouched(node.source, cell)]
            if answers:
                pairs.append((stub, Recognised(answers[-1], cell, _defines(asked))))
        return pairs

    def _may_hold(self, node: NotebookNode, asked: frozenset[str]) -> bool:
        """Whether a cell may hold the answer to a question that is not its own."""
        if not grade_id_of(node):
            return text(node.source) not in self._plain
        owner = next(cell for cell in self._assignment.cells if cell.grade_id == grade_id_of(node))
        if owner.kind is not CellKind.SOLUTION or is_untouched(node.source, owner):
            return False
        return not asked <= bound_names(owner.source)  # or the names are part of what it is itself about

    def kinship(self, notebook: NotebookNode) -> int:
        """How many cells of a notebook are cells of the assignment."""
        ids = {cell.grade_id for cell in self._assignment.cells if cell.grade_id}
        labelled = {grade_id_of(node) for node in notebook.cells} & ids
        if labelled:
            return len(labelled)
        bare = notebooks.copy(notebook)
        for node in bare.cells:  # the metadata of another assignment are none of this one
            node.metadata.pop("nbgrader", None)
        return len(self.lost(bare))

    def _by_id(self, cell: Cell, free: list[NotebookNode]) -> NotebookNode | None:
        wanted = cell.node.get("id")
        return next((node for node in free if wanted and node.get("id") == wanted), None)

    def _by_text(self, cell: Cell, free: list[NotebookNode]) -> NotebookNode | None:
        if cell.kind not in (CellKind.CHECK, CellKind.LOCKED):
            return None
        wanted = accepted(cell)
        return next((node for node in free if text(node.source) in wanted), None)

    def _by_names(self, cell: Cell, free: list[NotebookNode]) -> NotebookNode | None:
        """The cell that defines most of what is asked for, of several the last, whose definitions count."""
        if cell.kind is not CellKind.SOLUTION:
            return None
        asked = asked_names(self._assignment, cell)
        best, most = None, (0, False)
        for node in _code(free):
            share = len(asked & self._defined(node)), not is_untouched(node.source, cell)
            if share[0] and share >= most:
                best, most = node, share
        return best

    def _by_place(
        self, missing: list[Cell], notebook: NotebookNode, free: list[NotebookNode], found: list[Recognised]
    ) -> Iterator[Recognised]:
        """Written answers: right behind the text that asks for them."""
        if not missing:
            return
        handed_out = self._handed_out()
        labels = {id(recognised.node): recognised.cell.grade_id for recognised in found}
        unclaimed = {id(node) for node in free}
        for cell in missing:
            if cell.index == 0:
                continue
            asks = self._assignment.cells[cell.index - 1]
            for before, node in zip(notebook.cells, notebook.cells[1:], strict=False):
                grade_id = grade_id_of(before) or labels.get(id(before), "")
                asked = (
                    grade_id == asks.grade_id
                    if asks.grade_id
                    else text(before.source) == handed_out[asks.index]
                )
                if asked and id(node) in unclaimed and text(node.source) not in handed_out:
                    unclaimed.discard(id(node))
                    yield Recognised(node, cell, "it stands right behind the question")
                    break

    def _defined(self, node: NotebookNode) -> set[str]:
        """The names that a cell defines; looked up once."""
        names = self._names.get(node.source)
        if names is None:
            names = self._names[node.source] = bound_names(node.source)
        return names

    def _handed_out(self) -> list[str]:
        """The texts of all cells as students get them, points filled in; answers are empty."""
        filled = Assignment.of(notebooks.copy(self._assignment.notebook), self._assignment.path)
        try:
            fill(filled)
        except CourseError:  # a mark that names no question, which `autograder release` refuses
            pass
        answers = (CellKind.SOLUTION, CellKind.MANUAL)
        return ["" if cell.kind in answers else text(cell.node.source) for cell in filled.cells]


def _defines(names: frozenset[str]) -> str:
    shown = ", ".join(f"`{name}`" for name in sorted(names)[:3])
    return f"it defines {shown}" + (" and more" if len(names) > 3 else "")


def _code(nodes: list[NotebookNode]) -> list[NotebookNode]:
    return [node for node in nodes if node.cell_type == "code"]
