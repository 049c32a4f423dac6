"""Repairing a submission: the instructor's check cells, locked cells and points are the ones that count.

Students delete, copy, move and edit cells, and tools change their types and metadata. What a student wrote in solution
cells and in cells of their own stays; everything that decides about points is put back as the instructor wrote it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from nbformat import NotebookNode

from autograder.course import notebook as notebooks
from autograder.course.assignment import Assignment
from autograder.course.cells import Cell, CellKind
from autograder.course.marks import HIDDEN_TESTS, without_regions

#: Cells of which the instructor's version counts, whatever a submission contains.
RESTORED = (CellKind.CHECK, CellKind.LOCKED)

_KIND = {
    CellKind.CHECK: "check cell",
    CellKind.LOCKED: "locked cell",
    CellKind.SOLUTION: "solution cell",
    CellKind.MANUAL: "answer cell",
}


def repair(submission: NotebookNode, assignment: Assignment) -> tuple[NotebookNode, tuple[str, ...]]:
    """Return the submission as it is graded, and what was put right.

    Args:
        submission: a notebook of format 4; it is not changed.
        assignment: what was asked.

    Returns:
        A new notebook without outputs, in which each check and locked cell of the assignment occurs once and is the
        instructor's; and one sentence for each repair.
    """
    work = _Repair(notebooks.copy(submission), assignment)
    work.drop_outputs()
    work.drop_strangers()
    work.resolve_copies()
    work.restore_cells()
    work.restore_order()
    work.restore_missing()
    work.checks_after_solutions()
    work.restore_kernel()
    return work.notebook, tuple(work.repairs)


def grade_id_of(node: NotebookNode) -> str:
    """The `grade_id` of a cell, whatever else its metadata say; "" if there is none."""
    metadata = node.metadata.get("nbgrader")
    found = metadata.get("grade_id") if isinstance(metadata, dict) else None
    return found if isinstance(found, str) else ""


class _Repair:
    """The steps, each of which relies on the ones before it."""

    def __init__(self, notebook: NotebookNode, assignment: Assignment) -> None:
        self.notebook = notebook
        self.repairs: list[str] = []
        self._name = assignment.name
        self._moved: set[str] = set()
        self._source = assignment.notebook
        self._cells = {cell.grade_id: cell for cell in assignment.cells if cell.grade_id}
        self._rank = {grade_id: rank for rank, grade_id in enumerate(self._cells)}
        self._solution_of = {question.id: question.solution_cell for question in assignment.questions}

    def drop_outputs(self) -> None:
        """Old outputs prove nothing, and may be large."""
        self.notebook.metadata.pop("widgets", None)
        for node in self.notebook.cells:
            if node.cell_type == "code":
                node.outputs, node.execution_count = [], None

    def drop_strangers(self) -> None:
        """Cells whose `grade_id` is not of this assignment become ordinary cells."""
        for node in self.notebook.cells:
            grade_id = grade_id_of(node)
            if grade_id in self._cells:
                continue
            node.metadata.pop("nbgrader", None)
            if grade_id:
                self._say(
                    f"the cell {grade_id[:80]!r} is not part of {self._name}; it counts as an ordinary cell"
                )

    def resolve_copies(self) -> None:
        """Of several cells with one `grade_id`, one keeps it; the others become ordinary cells."""
        groups: dict[str, list[NotebookNode]] = defaultdict(list)
        for node in self.notebook.cells:
            if grade_id := grade_id_of(node):
                groups[grade_id].append(node)
        for grade_id, group in groups.items():
            if len(group) > 1:
                self._resolve(self._cells[grade_id], group)

    def restore_cells(self) -> None:
        """Check and locked cells become the instructor's; type and metadata of all others too."""
        for place, node in enumerate(self.notebook.cells):
            if not (grade_id := grade_id_of(node)):
                continue
            cell = self._cells[grade_id]
            self._describe_changes(cell, node)
            if cell.kind in RESTORED:
                self.notebook.cells[place] = self._instructors(cell)
            else:
                self.notebook.cells[place] = self._instructors(cell, source=node.source)

    def restore_order(self) -> None:
        """Check and locked cells that were moved are taken out; `restore_missing` puts them in their place."""
        known = [node for node in self.notebook.cells if grade_id_of(node)]
        ranks = [self._rank[grade_id_of(node)] for node in known]
        in_order = set(_longest_rising(ranks))
        for place, node in enumerate(known):
            cell = self._cells[grade_id_of(node)]
            if place not in in_order and cell.kind in RESTORED:
                self._remove(node)
                self._moved.add(cell.grade_id)
                self._say(f"the {_name(cell)} had been moved; it is back in its place")

    def restore_missing(self) -> None:
        """Each missing cell is put back after the cell that it follows in the assignment."""
        previous: str | None = None
        for grade_id, cell in self._cells.items():
            present = self._find(grade_id) is not None
            if not present and cell.kind in RESTORED:
                self._insert_after(previous, self._instructors(cell))
                if grade_id not in self._moved:
                    self._say(f"the {_name(cell)} was missing; it is back in its place")
                present = True
            elif not present:
                self._say(f"the {_name(cell)} is missing, so there is no answer in it")
            previous = grade_id if present else previous

    def checks_after_solutions(self) -> None:
        """A solution that was moved behind its checks takes them along."""
        for cell in reversed(self._cells.values()):
            solution = self._solution_of.get(cell.question) if cell.kind is CellKind.CHECK else None
            place = self._find(solution) if solution else None
            if place is None or self._find(cell.grade_id) > place:
                continue
            self._remove(self.notebook.cells[self._find(cell.grade_id)])
            self._insert_after(solution, self._instructors(cell))
            self._say(f"the {_name(cell)} stood before the answer that it checks; it now stands after it")

    def restore_kernel(self) -> None:
        """Only Python is run, whatever kernel the notebook names."""
        kernel = self.notebook.metadata.get("kernelspec")
        language = kernel.get("language") if isinstance(kernel, dict) else None
        if isinstance(language, str) and language.lower() not in ("python", ""):
            self._say(f"the notebook asked for a {language[:40]} kernel; it was run with Python")
        for key in ("kernelspec", "language_info"):
            self.notebook.metadata.pop(key, None)
            if key in self._source.metadata:
                self.notebook.metadata[key] = notebooks.copy(self._source.metadata[key])

    def _resolve(self, cell: Cell, group: list[NotebookNode]) -> None:
        """Choose the cell that keeps its `grade_id`: among written answers, or all, the original, else the first."""
        written = [node for node in group if not _is_stub(node.source)] or group
        original = cell.node.get("id")
        kept = next((node for node in written if original and node.get("id") == original), written[0])
        answers = cell.kind in (CellKind.SOLUTION, CellKind.MANUAL)
        for node in group:
            if node is kept:
                continue
            if answers and _is_stub(node.source) and not _is_stub(kept.source):
                # Run after the answer, an untouched stub would undo it.
                self._remove(node)
            else:
                node.metadata.pop("nbgrader", None)
        which = (
            "the original" if original and kept.get("id") == original else f"number {group.index(kept) + 1}"
        )
        also = "; the others were run too, as ordinary cells" if answers and len(written) > 1 else ""
        self._say(f"there were {len(group)} copies of the {_name(cell)}; {which} counts{also}")

    def _describe_changes(self, cell: Cell, node: NotebookNode) -> None:
        """Say what differs from the instructor's cell, as far as it matters."""
        if node.cell_type != cell.node.cell_type:
            self._say(
                f"the {_name(cell)} had become a {node.cell_type} cell; it is a {cell.node.cell_type} cell again",
            )
        elif cell.kind in RESTORED and _text(node.source) not in _accepted(cell):
            self._say(f"the {_name(cell)} had been changed; the instructor's version was run")
        found, wanted = node.metadata["nbgrader"], cell.node.metadata["nbgrader"]
        if cell.kind in (CellKind.CHECK, CellKind.MANUAL) and found.get("points") != wanted.get("points"):
            self._say(
                f"the {_name(cell)} claimed {str(found.get('points'))[:40]} points; it is worth {cell.points:g}"
            )
        if any(bool(found.get(key)) != bool(wanted.get(key)) for key in ("grade", "solution", "locked")):
            self._say(f"the metadata of the {_name(cell)} had been changed; they were restored")

    def _instructors(self, cell: Cell, source: str | None = None) -> NotebookNode:
        """A copy of an instructor's cell, with another source if one is given."""
        node = notebooks.copy(cell.node)
        if source is not None:
            node.source = source
        if node.cell_type == "code":
            node.outputs, node.execution_count = [], None
        return node

    def _find(self, grade_id: str) -> int | None:
        """Place of a cell in the notebook, or None."""
        for place, node in enumerate(self.notebook.cells):
            if grade_id_of(node) == grade_id:
                return place
        return None

    def _insert_after(self, grade_id: str | None, node: NotebookNode) -> None:
        place = self._find(grade_id) if grade_id else None
        self.notebook.cells.insert(0 if place is None else place + 1, node)

    def _remove(self, node: NotebookNode) -> None:
        """Take out this very cell; an equal one may stand elsewhere."""
        self.notebook.cells = [other for other in self.notebook.cells if other is not node]

    def _say(self, sentence: str) -> None:
        self.repairs.append(sentence)


def _name(cell: Cell) -> str:
    return f"{_KIND[cell.kind]} {cell.grade_id!r}"


def _text(source: str) -> str:
    """A source without what editors change on their own: blanks at the end of lines and of the cell."""
    return "\n".join(line.rstrip() for line in source.strip().split("\n"))


def _accepted(cell: Cell) -> tuple[str, ...]:
    """What an unchanged copy of the cell may read like: with the hidden tests, or as students get it."""
    return _text(cell.source), _text(without_regions(cell.source, HIDDEN_TESTS))


def _is_stub(source: str) -> bool:
    """Whether a cell is as it was handed out, with nothing written in it."""
    return "is not written yet" in source or source.strip() in ("", "*Your answer here.*")


def _longest_rising(ranks: Sequence[int]) -> list[int]:
    """Places of a longest strictly rising subsequence (patience sorting)."""
    tops: list[int] = []  # the lowest last rank of a rising subsequence of each length
    places: list[int] = []  # and where it is
    before: list[int | None] = []
    for place, rank in enumerate(ranks):
        length = bisect_left(tops, rank)
        before.append(places[length - 1] if length else None)
        tops[length : length + 1] = [rank]
        places[length : length + 1] = [place]
    found: list[int] = []
    place = places[-1] if places else None
    while place is not None:
        found.append(place)
        place = before[place]
    return found[::-1]
