"""What stands in the cells of a submission: check and locked cells become the instructor's, and so do type and metadata of all
others, of which the student's text counts.
"""

from __future__ import annotations

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from autograder.course.cells import Cell, CellKind
from autograder.grading.draft import RESTORED, Draft, instructors, name_of
from autograder.grading.sources import accepted, bound_names, grade_id_of, is_untouched, text


def restore_contents(draft: Draft) -> None:
    """Make each cell with a `grade_id` what the instructor made it; what a student wrote stays.

    Args:
        draft: a submission in which each cell has the `grade_id` that it ought to have; it is changed.
    """
    cells: list[NotebookNode] = []
    leaked: list[str] = []
    for node in draft.notebook.cells:
        grade_id = grade_id_of(node)
        if not grade_id:
            cells.append(node)
            continue
        cell = draft.cells[grade_id]
        extra = _own_code(draft, cell, node)
        _describe_changes(draft, cell, node, kept=extra is not None)
        if _shows_hidden_tests(cell, node):
            leaked.append(grade_id)
        if extra is not None:
            cells.append(extra)
        restored = instructors(cell, source=None if cell.kind in RESTORED else node.source)
        if "attachments" in node and cell.kind not in RESTORED and restored.cell_type != "code":
            restored.attachments = node.attachments
        cells.append(restored)
    draft.notebook.cells = cells
    if leaked:
        draft.say(
            f"the submission has the hidden tests of {len(leaked)} check cells in it (the first is {leaked[0]!r}): "
            "it was made from the instructor's notebook"
        )


def _own_code(draft: Draft, cell: Cell, node: NotebookNode) -> NotebookNode | None:
    """What a student added to an instructor's cell, as a cell of its own.

    It is worth running if it defines names that neither this cell nor a solution cell does.
    """
    if (
        cell.kind not in RESTORED
        or not cell.is_code
        or node.cell_type != "code"
        or text(node.source) in accepted(cell)
    ):
        return None
    added = bound_names(node.source) - bound_names(cell.source)
    for other in draft.notebook.cells if added else ():
        known = draft.cells.get(grade_id_of(other))
        if known is not None and known.kind is CellKind.SOLUTION and not is_untouched(other.source, known):
            added -= bound_names(other.source)
    if not added:
        return None
    return new_code_cell(node.source, id=f"{node.get('id', 'cell')[:50]}-own")


def _describe_changes(draft: Draft, cell: Cell, node: NotebookNode, *, kept: bool) -> None:
    """Say what differs from the instructor's cell, as far as it matters."""
    if node.cell_type != cell.node.cell_type:
        draft.say(
            f"the {name_of(cell)} had become a {node.cell_type} cell; it is a {cell.node.cell_type} cell again",
        )
    elif cell.kind in RESTORED and text(node.source) not in accepted(cell):
        also = ", after the student's, which defines other names too" if kept else ""
        draft.say(f"the {name_of(cell)} had been changed; the instructor's version was run{also}")
    found, wanted = node.metadata["nbgrader"], cell.node.metadata["nbgrader"]
    if cell.kind in (CellKind.CHECK, CellKind.MANUAL) and found.get("points") != wanted.get("points"):
        draft.say(
            f"the {name_of(cell)} claimed {str(found.get('points'))[:40]} points; it is worth {cell.points:g}"
        )
    if any(bool(found.get(key)) != bool(wanted.get(key)) for key in ("grade", "solution", "locked")):
        draft.say(f"the metadata of the {name_of(cell)} had been changed; they were restored")


def _shows_hidden_tests(cell: Cell, node: NotebookNode) -> bool:
    """Whether what was handed in as a check is the instructor's cell whole, which no student is given."""
    visible, *whole = accepted(cell)
    same_type = node.cell_type == cell.node.cell_type
    return (
        cell.kind is CellKind.CHECK
        and same_type
        and text(node.source) in whole
        and text(node.source) != visible
    )
