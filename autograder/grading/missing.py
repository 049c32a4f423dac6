"""A check that misses a name says why it is missing, where the cell that should define it ended with an error.

The check itself can only say that there is no such name; a cell that Python cannot read defines nothing at all.
"""

from __future__ import annotations

import re
from dataclasses import replace

from nbformat import NotebookNode

from autograder.course.assignment import Assignment
from autograder.course.cells import CellKind
from autograder.findings import Finding
from autograder.grading.engine import CellResult, Execution
from autograder.grading.outputs import COLOURS
from autograder.grading.records import AspectStatus
from autograder.grading.sources import bound_names, grade_id_of

#: Characters of the text of an error, which may be a student's own.
MAX_TEXT = 200

_UNREADABLE = ("SyntaxError", "IndentationError", "TabError")
_IN_TEXT = re.compile(r" *\([^()]*, line (\d+)\)$")  # "invalid syntax (<ipython-input-5-f776>, line 1)"
_IN_TRACEBACK = re.compile(r"Cell In ?\[\d+\], line (\d+)")


def explained(result: CellResult, execution: Execution, assignment: Assignment) -> CellResult:
    """The result of a check, with the error of another cell in place of the name that is missing because of it.

    Args:
        result: how a check cell ended.
        execution: how the other cells did.
        assignment: what was asked.

    Returns:
        The same result where no name is missing, or no error of a solution cell is the reason.
    """
    name = _missing(result)
    if name is None:
        return result
    solutions = {cell.grade_id: cell for cell in assignment.cells if cell.kind is CellKind.SOLUTION}
    for node in execution.notebook.cells:
        cell = solutions.get(grade_id_of(node))
        ended = execution.cells.get(cell.grade_id) if cell is not None else None
        if ended is None or ended.status is not AspectStatus.ERROR:
            continue
        if name in bound_names(cell.source) | bound_names(node.source):
            finding = _finding(name, cell.grade_id, ended, node)
            return replace(result, message=finding.message, findings=(finding,))
    return result


def _missing(result: CellResult) -> str | None:
    """The name that a check misses, if that is all that it says."""
    if result.status is not AspectStatus.FAILED or len(result.findings) != 1:
        return None
    data = result.findings[0].data
    name = data.get("name")
    return name if isinstance(name, str) and len(data) == 1 else None


def _finding(name: str, grade_id: str, ended: CellResult, node: NotebookNode) -> Finding:
    """What the student reads: the cell, its error, and the line."""
    error = next((output for output in node.get("outputs", []) if output.output_type == "error"), {})
    kind = str(error.get("ename") or "")
    text = str(error.get("evalue") or "") or ended.message
    found = _IN_TEXT.search(text) or _IN_TRACEBACK.search(COLOURS.sub("", "\n".join(_traceback(error))))
    text = " ".join(_IN_TEXT.sub("", text).split())[:MAX_TEXT].rstrip(".")
    line = f", line {found[1]}" if found else ""
    if kind in _UNREADABLE:
        reason = f"Python cannot read the cell `{grade_id}`: {text}{line}"
        hint = f"line {found[1]} of that cell, and the line above it" if found else "that cell"
    else:
        reason = f"the cell `{grade_id}` ended with an error: {f'{kind}: ' if kind else ''}{text}{line}"
        hint = f"line {found[1]} of that cell" if found else "that cell"
    return Finding(
        f"`{name}` does not exist, because {reason}.", hint=hint, data={"name": name, "cell": grade_id}
    )


def _traceback(error: dict) -> list[str]:
    lines = error.get("traceback")
    return [line for line in lines if isinstance(line, str)] if isinstance(lines, list) else []
