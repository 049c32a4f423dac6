"""Repairing a submission: the instructor's check cells, locked cells and points are the ones that count.

Students delete, copy, split, merge, move and edit cells, and tools change their types and lose their metadata. What a student
wrote stays; everything that decides about points is put back as the instructor wrote it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_raw_cell

from autograder.course import notebook as notebooks
from autograder.course.assignment import Assignment
from autograder.course.cells import Cell, CellKind
from autograder.grading import merged
from autograder.grading.copies import Verdict, resolve
from autograder.grading.needed import place_before_users
from autograder.grading.recognise import Recogniser
from autograder.grading.sources import accepted, bound_names, grade_id_of, is_untouched, text

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


def repair(submission: NotebookNode, assignment: Assignment) -> tuple[NotebookNode, tuple[str, ...]]:
    """Return the submission as it is graded, and what was put right.

    Args:
        submission: a notebook of format 4; it is not changed.
        assignment: what was asked.

    Returns:
        A new notebook without outputs, in which each check and locked cell of the assignment occurs once and is the
        instructor's; and one sentence for each repair, which names the cell (its number is that in the submission, from 1).
    """
    work = _Repair(submission, assignment)
    work.separate_merged()
    work.drop_strangers()
    work.resolve_copies()
    work.recognise()
    work.find_answers_elsewhere()
    work.restore_cells()
    work.restore_order()
    work.restore_missing()
    work.answers_before_users()
    work.checks_after_solutions()
    work.restore_kernel()
    work.give_ids()
    return work.notebook, tuple(work.repairs)


class _Repair:
    """The steps, each of which relies on the ones before it."""

    def __init__(self, submission: NotebookNode, assignment: Assignment) -> None:
        self.repairs: list[str] = []
        self.notebook = _bare(submission)
        self._number = {id(node): number for number, node in enumerate(self.notebook.cells, start=1)}
        self._handed_in = self.notebook.cells  # kept, so that no other object takes the id of one of them
        self._assignment = assignment
        self._recogniser = Recogniser(assignment)
        self._moved: set[str] = set()
        self._answered_in: dict[str, str] = {}
        self._leaked: list[str] = []
        self._source = assignment.notebook
        self._cells = {cell.grade_id: cell for cell in assignment.cells if cell.grade_id}
        self._rank = {grade_id: rank for rank, grade_id in enumerate(self._cells)}
        self._solution_of = {question.id: question.solution_cell for question in assignment.questions}

    def separate_merged(self) -> None:
        """Cells of the instructor's that were merged with others stand alone again."""
        given = merged.given(self._assignment)
        cells: list[NotebookNode] = []
        for node in self.notebook.cells:
            parts, found = merged.separate(node, self._assignment, given) if _is_code(node) else ([node], [])
            cells += parts
            self._number |= {id(part): self._number[id(node)] for part in parts}
            for cell in found:
                self._say(
                    f"the {_name(cell)} had been merged with other code in {self._place(node)}; it stands alone again"
                )
        self.notebook.cells = cells

    def drop_strangers(self) -> None:
        """Cells whose `grade_id` is not of this assignment become ordinary cells."""
        for node in self.notebook.cells:
            grade_id = grade_id_of(node)
            if grade_id in self._cells:
                continue
            node.metadata.pop("nbgrader", None)
            if grade_id:
                self._say(
                    f"the cell {grade_id[:80]!r} is not part of {self._assignment.name}; it counts as an ordinary cell"
                )

    def resolve_copies(self) -> None:
        """Of several cells with one `grade_id`, the original keeps it."""
        groups: dict[str, list[NotebookNode]] = defaultdict(list)
        for node in self.notebook.cells:
            if grade_id := grade_id_of(node):
                groups[grade_id].append(node)
        for grade_id, group in groups.items():
            if len(group) > 1:
                cell = self._cells[grade_id]
                self._apply(resolve(cell, group, self._in_place(group)), cell)

    def recognise(self) -> None:
        """Cells that have lost their metadata get them back, where it can be told which they are."""
        for found in self._recogniser.lost(self.notebook):
            found.node.metadata["nbgrader"] = notebooks.copy(found.cell.node.metadata["nbgrader"])
            self._say(
                f"the {_name(found.cell)} had lost its metadata; {self._place(found.node)} was taken for it, because {found.how}"
            )

    def find_answers_elsewhere(self) -> None:
        """Answers in a cell of the student's own, or in that of another question, count where nothing else was written."""
        references: list[NotebookNode] = []
        for stub, found in self._recogniser.elsewhere(self.notebook):
            if stub is not None:
                self._remove(stub)  # run after the answer, it would undo it
            if grade_id_of(found.node):
                # A cell has one `grade_id`; the others get cells behind it, which take their checks along.
                said = f"# The answer to this is in {self._place(found.node)} of what was handed in."
                references.append(self._instructors(found.cell, source=said))
                self._insert_behind(found.node, references)
                self._answered_in[found.cell.grade_id] = grade_id_of(found.node)
            else:
                found.node.metadata["nbgrader"] = notebooks.copy(found.cell.node.metadata["nbgrader"])
            self._say(
                f"nothing was written in the {_name(found.cell)}; {self._place(found.node)} was taken for it, because {found.how}"
            )

    def restore_cells(self) -> None:
        """Check and locked cells become the instructor's; type and metadata of all others too."""
        cells: list[NotebookNode] = []
        for node in self.notebook.cells:
            grade_id = grade_id_of(node)
            if not grade_id:
                cells.append(node)
                continue
            cell = self._cells[grade_id]
            extra = self._own_code(cell, node)
            self._describe_changes(cell, node, kept=extra is not None)
            if extra is not None:
                cells.append(extra)
            restored = self._instructors(cell, source=None if cell.kind in RESTORED else node.source)
            if "attachments" in node and cell.kind not in RESTORED and restored.cell_type != "code":
                restored.attachments = node.attachments
            cells.append(restored)
        self.notebook.cells = cells
        if self._leaked:
            self._say(
                f"the submission has the hidden tests of {len(self._leaked)} check cells in it (the first is {self._leaked[0]!r}): "
                "it was made from the instructor's notebook"
            )

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

    def answers_before_users(self) -> None:
        """An answer that stands behind other questions that call it moves up to them."""
        for grade_id, cell in self._cells.items():
            first = self._find(grade_id)
            if first is None or cell.kind is not CellKind.SOLUTION or grade_id in self._answered_in:
                continue
            others = [other for other, place in self._answered_in.items() if place == grade_id]
            group = {grade_id, *others}
            rank = min(self._rank[name] for name in group)
            last = max(self._find(name) for name in group)
            labels = [grade_id_of(node) if _is_code(node) else "" for node in self.notebook.cells]
            later = {place for place, label in enumerate(labels) if label and self._rank[label] > rank} - set(
                range(first, last + 1)
            )
            own = {
                place
                for place in later
                if self._solution_of.get(self._cells[labels[place]].question) in group
            }
            target = place_before_users(self.notebook.cells, first, last, later, own)
            if target is not None:
                cells = self.notebook.cells
                self.notebook.cells = (
                    cells[:target] + cells[first : last + 1] + cells[target:first] + cells[last + 1 :]
                )
                self._say(f"the {_name(cell)} stood behind others that need it; it now stands before them")

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

    def give_ids(self) -> None:
        """Each cell has an id of its own; those of the instructor's cells are theirs, whoever else claims them."""
        self.notebook.nbformat_minor = 5
        taken: set[str] = set()
        theirs = [node for node in self.notebook.cells if grade_id_of(node)]
        for node in theirs + [node for node in self.notebook.cells if not grade_id_of(node)]:
            wanted, number = node.get("id") or "cell", 1
            while node.get("id") in (None, "") or node.id in taken:
                number += 1
                node.id = f"{wanted[:50]}-{number}"
            taken.add(node.id)

    def _apply(self, verdict: Verdict, cell: Cell) -> None:
        """Do with the copies of a cell what was decided, and say it."""
        count = 1 + len(verdict.parts) + len(verdict.dropped) + len(verdict.set_aside)
        said = f"there were {count} copies of the {_name(cell)}; {self._place(verdict.kept)} counts, {verdict.why}"
        for node in verdict.parts:
            node.metadata.pop("nbgrader", None)
        # In one go: somebody may hand in thousands of copies.
        dropped, aside = ({id(node) for node in nodes} for nodes in (verdict.dropped, verdict.set_aside))
        cells: list[NotebookNode] = []
        for place, node in enumerate(self.notebook.cells):
            if id(node) in aside:
                raw = new_raw_cell(node.source, id=node.get("id", f"copy-{place}"))
                self._number[id(raw)] = self._number[id(node)]
                cells.append(raw)
            elif id(node) not in dropped:
                cells.append(node)
        self.notebook.cells = cells
        if verdict.set_aside:
            said += f"; what stands in {self._places(verdict.set_aside)} was not run"
        if verdict.parts:
            said += f"; {self._places(verdict.parts)} ran as an ordinary cell"
        self._say(said)

    def _in_place(self, group: Sequence[NotebookNode]) -> list[bool]:
        """For cells of one `grade_id`, whether the cells with another one around each are those that belong there."""
        rank, wanted = self._rank[grade_id_of(group[0])], {id(node) for node in group}
        nearest: dict[int, int | None] = {}  # the rank of the next other one before each cell of the group
        following: dict[int, int | None] = {}  # and behind it
        for cells, found in ((self.notebook.cells, nearest), (reversed(self.notebook.cells), following)):
            last: int | None = None
            for node in cells:
                if id(node) in wanted:
                    found[id(node)] = last
                elif grade_id := grade_id_of(node):
                    last = self._rank[grade_id]
        sides = ((nearest[id(node)], following[id(node)]) for node in group)
        return [(a is None or a < rank) and (b is None or rank < b) for a, b in sides]

    def _own_code(self, cell: Cell, node: NotebookNode) -> NotebookNode | None:
        """What a student added to an instructor's cell, as a cell of its own.

        It is worth running if it defines names that neither this cell nor a solution cell does.
        """
        if (
            cell.kind not in RESTORED
            or not cell.is_code
            or not _is_code(node)
            or text(node.source) in accepted(cell)
        ):
            return None
        added = bound_names(node.source) - bound_names(cell.source)
        for other in self.notebook.cells if added else ():
            known = self._cells.get(grade_id_of(other))
            if (
                known is not None
                and known.kind is CellKind.SOLUTION
                and not is_untouched(other.source, known)
            ):
                added -= bound_names(other.source)
        if not added:
            return None
        return new_code_cell(node.source, id=f"{node.get('id', 'cell')[:50]}-own")

    def _describe_changes(self, cell: Cell, node: NotebookNode, *, kept: bool) -> None:
        """Say what differs from the instructor's cell, as far as it matters."""
        if node.cell_type != cell.node.cell_type:
            self._say(
                f"the {_name(cell)} had become a {node.cell_type} cell; it is a {cell.node.cell_type} cell again",
            )
        elif cell.kind in RESTORED and text(node.source) not in accepted(cell):
            also = ", after the student's, which defines other names too" if kept else ""
            self._say(f"the {_name(cell)} had been changed; the instructor's version was run{also}")
        elif text(node.source) != accepted(cell)[0] and cell.kind is CellKind.CHECK:
            self._leaked.append(cell.grade_id)
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

    def _insert_behind(self, node: NotebookNode, references: Sequence[NotebookNode]) -> None:
        """Insert the last of some cells behind this very cell, and behind those of them that are there already."""
        cells, known = self.notebook.cells, {id(reference) for reference in references}
        place = next(number for number, other in enumerate(cells) if other is node) + 1
        while place < len(cells) and id(cells[place]) in known:
            place += 1
        cells.insert(place, references[-1])

    def _remove(self, node: NotebookNode) -> None:
        """Take out this very cell; an equal one may stand elsewhere."""
        self.notebook.cells = [other for other in self.notebook.cells if other is not node]

    def _place(self, node: NotebookNode) -> str:
        """The number of a cell in the submission, for messages."""
        return f"cell {self._number[id(node)]}"

    def _places(self, nodes: Sequence[NotebookNode]) -> str:
        shown = [self._place(node) for node in nodes[:MAX_NAMED]]
        return " and ".join(shown + [f"{len(nodes) - len(shown):,} more"] * (len(nodes) > len(shown)))

    def _say(self, sentence: str) -> None:
        self.repairs.append(" ".join(sentence.split()))


def _bare(submission: NotebookNode) -> NotebookNode:
    """A copy without outputs, which prove nothing and may be large, and with no other metadata than nbgrader's."""
    cells = []
    for node in submission.cells:
        cell = {"cell_type": node.cell_type, "source": node.source, "metadata": {}}
        if "nbgrader" in node.metadata:
            cell["metadata"]["nbgrader"] = node.metadata["nbgrader"]
        for key in ("id", "attachments"):
            if key in node:
                cell[key] = node[key]
        if _is_code(node):
            cell |= {"outputs": [], "execution_count": None}
        cells.append(cell)
    metadata = {key: submission.metadata[key] for key in ("kernelspec",) if key in submission.metadata}
    bare = {"nbformat": 4, "nbformat_minor": submission.nbformat_minor, "metadata": metadata, "cells": cells}
    return notebooks.copy(nbformat.from_dict(bare))


def _is_code(node: NotebookNode) -> bool:
    return node.cell_type == "code"


def _name(cell: Cell) -> str:
    return f"{_KIND[cell.kind]} {cell.grade_id!r}"


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
