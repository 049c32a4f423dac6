"""Cells that were split inside a function, a class or a text are put together again.

A slip of the keyboard does it, and nobody notices as long as the kernel remembers what was run before.
"""

from __future__ import annotations

import re

from nbformat import NotebookNode

from autograder.grading.draft import Draft
from autograder.grading.sources import grade_id_of, stands_alone

_METHOD = re.compile(r"\s*(?:@|(?:async\s+)?def\s+\w+\(\s*(?:self|cls)\b)")


def join(draft: Draft) -> None:
    """Make one cell of the halves of each that was split where no cell can end; the first half stays."""
    cells: list[NotebookNode] = []
    for node in draft.notebook.cells:
        before = cells[-1] if cells else None
        if before is None or not _goes_on(before, node):
            cells.append(node)
            continue
        before.source = f"{before.source}\n{node.source}"
        if not grade_id_of(before):
            before.metadata, before["id"] = node.metadata, node.get("id")
        draft.say(
            f"{draft.number(before)} and {draft.number(node)} are halves of a cell that had been split; they are one again"
        )
    draft.notebook.cells = cells


def _goes_on(first: NotebookNode, second: NotebookNode) -> bool:
    """Whether the second of two cells is the rest of a block or a text that begins in the first."""
    if not second.source.strip("\n")[:1].isspace() or {first.cell_type, second.cell_type} != {"code"}:
        return False
    if len({grade_id_of(first), grade_id_of(second)} - {""}) > 1:
        return False
    whole = stands_alone(first.source) and stands_alone(second.source) and not _METHOD.match(second.source)
    return not whole and stands_alone(f"{first.source}\n{second.source}")
