"""Which cell of a submission is which of the instructor's: halves of one are joined, merged ones are taken apart, strangers and copies lose a `grade_id`,
cells without metadata get theirs back, and answers that stand elsewhere are found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from nbformat import NotebookNode
from nbformat.v4 import new_raw_cell

from autograder.course import notebook as notebooks
from autograder.course.cells import Cell
from autograder.grading import merged, split
from autograder.grading.copies import Verdict, resolve
from autograder.grading.draft import Draft, instructors, name_of
from autograder.grading.recognise import Recogniser
from autograder.grading.sources import grade_id_of, is_untouched


def identify(draft: Draft) -> dict[str, str]:
    """Give each cell the `grade_id` that it ought to have; afterwards no two cells have the same.

    Args:
        draft: as it was handed in; it is changed.

    Returns:
        For each answer that stands in the cell of another question, by `grade_id`, that of the cell in which it stands.
    """
    recogniser = Recogniser(draft.assignment)
    split.join(draft)
    _separate_merged(draft)
    _drop_strangers(draft)
    _resolve_copies(draft)
    _recognise(draft, recogniser)
    return _find_answers_elsewhere(draft, recogniser)


def _separate_merged(draft: Draft) -> None:
    """Cells of the instructor's that were merged with others stand alone again."""
    given = merged.given(draft.assignment)
    cells: list[NotebookNode] = []
    for node in draft.notebook.cells:
        is_code = node.cell_type == "code"
        parts, found = merged.separate(node, draft.assignment, given) if is_code else ([node], [])
        cells += parts
        for part in parts:
            draft.stems_from(part, node)
        for cell in found:
            draft.say(
                f"the {name_of(cell)} had been merged with other code in {draft.number(node)}; it stands alone again"
            )
    draft.notebook.cells = cells


def _drop_strangers(draft: Draft) -> None:
    """Cells whose `grade_id` is not of this assignment become ordinary cells."""
    for node in draft.notebook.cells:
        grade_id = grade_id_of(node)
        if grade_id in draft.cells:
            continue
        node.metadata.pop("nbgrader", None)
        if grade_id:
            draft.say(
                f"the cell {grade_id[:80]!r} is not part of {draft.assignment.name}; it counts as an ordinary cell"
            )


def _resolve_copies(draft: Draft) -> None:
    """Of several cells with one `grade_id`, the original keeps it."""
    groups: dict[str, list[NotebookNode]] = defaultdict(list)
    for node in draft.notebook.cells:
        if grade_id := grade_id_of(node):
            groups[grade_id].append(node)
    for grade_id, group in groups.items():
        if len(group) > 1:
            cell = draft.cells[grade_id]
            _apply(draft, resolve(cell, group, _in_place(draft, group)), cell)


def _in_place(draft: Draft, group: Sequence[NotebookNode]) -> list[bool]:
    """For cells of one `grade_id`, whether the cells with another one around each are those that belong there."""
    rank, wanted = draft.rank[grade_id_of(group[0])], {id(node) for node in group}
    nearest: dict[int, int | None] = {}  # the rank of the next other one before each cell of the group
    following: dict[int, int | None] = {}  # and behind it
    for cells, found in ((draft.notebook.cells, nearest), (reversed(draft.notebook.cells), following)):
        last: int | None = None
        for node in cells:
            if id(node) in wanted:
                found[id(node)] = last
            elif grade_id := grade_id_of(node):
                last = draft.rank[grade_id]
    sides = ((nearest[id(node)], following[id(node)]) for node in group)
    return [(a is None or a < rank) and (b is None or rank < b) for a, b in sides]


def _apply(draft: Draft, verdict: Verdict, cell: Cell) -> None:
    """Do with the copies of a cell what was decided, and say it."""
    count = 1 + len(verdict.parts) + len(verdict.dropped) + len(verdict.set_aside)
    said = f"there were {count} copies of the {name_of(cell)}; {draft.number(verdict.kept)} counts, {verdict.why}"
    for node in verdict.parts:
        node.metadata.pop("nbgrader", None)
    # In one go: somebody may hand in thousands of copies.
    dropped, aside = ({id(node) for node in nodes} for nodes in (verdict.dropped, verdict.set_aside))
    cells: list[NotebookNode] = []
    for place, node in enumerate(draft.notebook.cells):
        if id(node) in aside:
            raw = new_raw_cell(node.source, id=node.get("id", f"copy-{place}"))
            draft.stems_from(raw, node)
            cells.append(raw)
        elif id(node) not in dropped:
            cells.append(node)
    draft.notebook.cells = cells
    if verdict.set_aside:
        said += f"; what stands in {draft.numbers(verdict.set_aside)} was not run"
    if verdict.parts:
        said += f"; {draft.numbers(verdict.parts)} ran as an ordinary cell"
    draft.say(said)


def _recognise(draft: Draft, recogniser: Recogniser) -> None:
    """Cells that have lost their metadata get them back, where it can be told which they are."""
    for found in recogniser.lost(draft.notebook):
        found.node.metadata["nbgrader"] = notebooks.copy(found.cell.node.metadata["nbgrader"])
        draft.say(
            f"the {name_of(found.cell)} had lost its metadata; {draft.number(found.node)} was taken for it, because {found.how}"
        )


def _find_answers_elsewhere(draft: Draft, recogniser: Recogniser) -> dict[str, str]:
    """Answers in a cell of the student's own, or in that of another question, count where nothing else was written."""
    references: list[NotebookNode] = []
    answered_in: dict[str, str] = {}
    pairs = recogniser.elsewhere(draft.notebook)
    said_of = {found.cell.grade_id: _give_up(draft, stub, found.cell) for stub, found in pairs}
    for _, found in pairs:
        if grade_id_of(found.node):
            # A cell has one `grade_id`; the others get cells behind it, which take their checks along.
            said = f"# The answer to this is in {draft.number(found.node)} of what was handed in."
            references.append(instructors(found.cell, source=said))
            _insert_behind(draft, found.node, references)
            answered_in[found.cell.grade_id] = grade_id_of(found.node)
        else:
            found.node.metadata["nbgrader"] = notebooks.copy(found.cell.node.metadata["nbgrader"])
        what = said_of[found.cell.grade_id]
        draft.say(
            f"{what} in the {name_of(found.cell)}; {draft.number(found.node)} was taken for it, because {found.how}"
        )
    return answered_in


def _give_up(draft: Draft, stub: NotebookNode | None, cell: Cell) -> str:
    """Take its question from a solution cell whose answer stands elsewhere; what to say of it."""
    if stub is None or is_untouched(stub.source, cell):
        if stub is not None:
            draft.remove(stub)  # run after the answer, it would undo it
        return "nothing was written"
    stub.metadata.pop("nbgrader")  # it may hold the answer to another question
    return "something else was written"


def _insert_behind(draft: Draft, node: NotebookNode, references: Sequence[NotebookNode]) -> None:
    """Insert the last of some cells behind this very cell, and behind those of them that are there already."""
    cells, known = draft.notebook.cells, {id(reference) for reference in references}
    place = next(number for number, other in enumerate(cells) if other is node) + 1
    while place < len(cells) and id(cells[place]) in known:
        place += 1
    cells.insert(place, references[-1])
