"""Copies that lie beside a notebook in which no code was written: the work may be in one of them."""

from __future__ import annotations

from pathlib import Path

from nbformat import NotebookNode

from autograder.course.assignment import Assignment
from autograder.course.cells import CellKind
from autograder.grading.sources import grade_id_of, is_untouched
from autograder.grading.submissions import MAX_NAMES


def copies_beside(path: Path, notebook: NotebookNode, assignment: Assignment) -> tuple[str, ...]:
    """What to tell of other notebooks with this one's name in theirs, such as `x-Copy1.ipynb` beside an untouched `x.ipynb`.

    Which of them was meant is for a person to say; only the one with the right name is graded.

    Args:
        path: the notebook that is graded.
        notebook: its cells, each with its `grade_id`.
        assignment: what it was made from.

    Returns:
        One sentence or none.
    """
    answers = {
        cell.grade_id: cell for cell in assignment.cells if cell.kind is CellKind.SOLUTION and cell.is_code
    }
    sources = {grade_id_of(node): node.source for node in notebook.cells if grade_id_of(node) in answers}
    if any(not is_untouched(source, answers[grade_id]) for grade_id, source in sources.items()):
        return ()
    try:
        beside = sorted(other.name for other in path.parent.glob("*.ipynb") if path.stem in other.stem)
    except OSError:
        return ()
    copies = [repr(name) for name in beside if name != path.name and not name.startswith(".")]
    if not copies:
        return ()
    listed = ", ".join(copies[:MAX_NAMES]) + (", ..." if len(copies) > MAX_NAMES else "")
    return (f"no code was written in {path.name!r}; beside it lies {listed}, which was not graded",)
