"""A check that fails says so where a cell that it rests on ended with an error.

The check itself can only say that a name does not exist, or what is wrong with what was left half done; a cell that Python
cannot read defines nothing at all, and one that raises leaves out what stands behind.
"""

from __future__ import annotations

import re
from dataclasses import replace

from nbformat import NotebookNode

from autograder.course.assignment import Assignment
from autograder.course.cells import CellKind
from autograder.course.marks import NOT_WRITTEN
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


def explained(
    result: CellResult, execution: Execution, assignment: Assignment, solution_cell: str
) -> CellResult:
    """The result of a check, with the error of another cell in place of the name that is missing because of it.

    Args:
        result: how a check cell ended.
        execution: how the other cells did.
        assignment: what was asked.
        solution_cell: `grade_id` of the cell with the answer that is checked; its error is told besides what the check found.

    Returns:
        The same result where no error of a solution cell has to do with it.
    """
    name = _missing(result)
    if name is None:
        return _with_own_error(result, execution, solution_cell)
    solutions = {cell.grade_id: cell for cell in assignment.cells if cell.kind is CellKind.SOLUTION}
    for node in execution.notebook.cells:
        cell = solutions.get(grade_id_of(node))
        ended = execution.cells.get(cell.grade_id) if cell is not None else None
        if ended is None or ended.status is not AspectStatus.ERROR:
            continue
        if name in bound_names(cell.source) | bound_names(node.source):
            reason, hint = _reason(cell.grade_id, ended, node)
            fact = f"`{name}` does not exist, because {reason}."
            finding = Finding(fact, hint=hint, data={"name": name, "cell": cell.grade_id})
            return replace(result, message=finding.message, findings=(finding,))
    return result


def _with_own_error(result: CellResult, execution: Execution, solution_cell: str) -> CellResult:
    """What a check found, and the error with which the cell ended that it checks."""
    ended = execution.cells.get(solution_cell)
    node = next((node for node in execution.notebook.cells if grade_id_of(node) == solution_cell), None)
    if result.status is not AspectStatus.FAILED or not result.findings or node is None:
        return result
    if ended is None or ended.status is not AspectStatus.ERROR or NOT_WRITTEN in ended.message:
        return result
    reason, hint = _reason(solution_cell, ended, node)
    finding = Finding(f"{reason[0].upper()}{reason[1:]}.", hint=hint, data={"cell": solution_cell})
    return replace(
        result, message=f"{result.message}\n{finding.message}", findings=(*result.findings, finding)
    )


def _missing(result: CellResult) -> str | None:
    """The name that a check misses, if that is all that it says."""
    if result.status is not AspectStatus.FAILED or len(result.findings) != 1:
        return None
    data = result.findings[0].data
    name = data.get("name")
    return name if isinstance(name, str) and len(data) == 1 else None


def _reason(grade_id: str, ended: CellResult, node: NotebookNode) -> tuple[str, str]:
    """What the student reads: the cell, its error, and the line; and where to look."""
    error = next((output for output in node.get("outputs", []) if output.output_type == "error"), {})
    kind = str(error.get("ename") or "")
    text = str(error.get("evalue") or "") or ended.message
    found = _IN_TEXT.search(text) or _IN_TRACEBACK.search(COLOURS.sub("", "\n".join(_traceback(error))))
    text = " ".join(_IN_TEXT.sub("", text).split())[:MAX_TEXT].rstrip(".")
    line = f", line {found[1]}" if found else ""
    if kind in _UNREADABLE:
        reason = f"Python cannot read the cell `{grade_id}`: {text}{line}"
        return reason, f"line {found[1]} of that cell, and the line above it" if found else "that cell"
    reason = f"the cell `{grade_id}` ended with an error: {f'{kind}: ' if kind else ''}{text}{line}"
    return reason, f"line {found[1]} of that cell" if found else "that cell"


def _traceback(error: dict) -> list[str]:
    lines = error.get("traceback")
    return [line for line in lines if isinstance(line, str)] if isinstance(lines, list) else []
