"""Nothing of the instructor's is left in a student version: no mark, no solution, no hidden test.

Taking the regions out is nbgrader's work. What these proofs find is what it cannot know: a solution that was copied
into the explaining text, an output, an attachment, or a helper in another cell.
"""

from __future__ import annotations

import ast
import re

from nbformat import NotebookNode

from autograder.course import notebook as notebooks
from autograder.course.assignment import Assignment
from autograder.course.cells import Cell, CellKind
from autograder.course.marks import HIDDEN_TESTS, SOLUTION, regions, without_regions
from autograder.errors import ProofError

# A line of code that is shorter (`return y`, `self.W = W`) gives nothing away by being found again.
TELLING = 16
_MARKS = ("BEGIN SOLUTION", "END SOLUTION", "HIDDEN TESTS", "MARK SCHEME", "<!-- points")
_TRIVIAL = re.compile(
    r"(#|import |from |def |class |for |while |with |if |elif |else|try|except|\"\"\"|raise )"
)


def no_mark_is_left(source: Assignment, released: NotebookNode) -> None:
    """No mark of solutions, hidden tests or points is in the student version, wherever it might be.

    Raises:
        ProofError: if there is one.
    """
    for number, cell in enumerate(released.cells, start=1):
        text = _everything(cell)
        for mark in _MARKS:
            if mark in text:
                raise ProofError(
                    f"{source.name}: {_name(cell, number)} of the student version still has {mark!r}"
                )


def no_solution_is_left(source: Assignment, released: NotebookNode) -> None:
    """No telling line of a solution is in the student version.

    Raises:
        ProofError: if there is one; the sentence quotes it.
    """
    _prove_absent(source, released, SOLUTION, "the solution")


def no_hidden_test_is_left(source: Assignment, released: NotebookNode) -> None:
    """No telling line of a hidden test is in the student version.

    Raises:
        ProofError: if there is one; the sentence quotes it.
    """
    _prove_absent(source, released, HIDDEN_TESTS, "a hidden test")


def _prove_absent(source: Assignment, released: NotebookNode, kind: str, what: str) -> None:
    secrets = _telling_lines(source, kind)
    for number, cell in enumerate(released.cells, start=1):
        text = _squeeze(_everything(cell))
        for line, grade_id in secrets.items():
            if line in text:
                raise ProofError(
                    f"{source.name}: {_name(cell, number)} of the student version gives away {what} of "
                    f"{grade_id!r}: {line}"
                )


def _telling_lines(source: Assignment, kind: str) -> dict[str, str]:
    """Lines inside the regions of a kind -> the cell they come from.

    What the instructor shows as code anyway (given helpers, the given half of a class, visible checks) is no secret;
    what the explaining text shows is one.
    """
    shown: set[str] = set()
    secrets: dict[str, str] = {}
    for cell in source.cells:
        if cell.is_code:
            open_part = without_regions(without_regions(cell.source, SOLUTION), HIDDEN_TESTS)
            if not _is_all_solution(cell):
                shown |= {_squeeze(line) for line in open_part.split("\n")}
        for line in _lines(cell, kind):
            line = _squeeze(line)
            if len(line) >= TELLING and not _TRIVIAL.match(line) and not _is_construction(line):
                secrets.setdefault(line, cell.grade_id)
    return {line: grade_id for line, grade_id in secrets.items() if line not in shown}


def _lines(cell: Cell, kind: str) -> list[str]:
    """The lines of a cell that students must not see."""
    if kind == SOLUTION and _is_all_solution(cell):
        return cell.source.split("\n")
    return [line for region in regions(cell.source, kind) for line in region.lines]


def _is_all_solution(cell: Cell) -> bool:
    """Whether nbgrader replaces the whole cell: it is one to answer in, and has no marks."""
    return cell.kind in (CellKind.SOLUTION, CellKind.MANUAL) and not regions(cell.source)


def _is_construction(line: str) -> bool:
    """Whether a line is like ``model = NeuralNet(64, 10, 10)``, which the text of a question asks for literally."""
    try:
        match ast.parse(line).body:
            case [ast.Assign(value=ast.Call(func=ast.Name(), args=arguments, keywords=[]))]:
                return all(isinstance(argument, ast.Constant) for argument in arguments)
    except SyntaxError:
        pass  # the first line of a longer statement, or a written answer
    return False


def _everything(cell: NotebookNode) -> str:
    """Source, outputs, metadata and attachments of a cell as one text."""
    rest = {key: value for key, value in cell.items() if key != "source"}
    return cell.source + "\n" + notebooks.plain_json(rest)


def _squeeze(text: str) -> str:
    """The text with every run of blanks as one blank, so that indentation does not matter."""
    return " ".join(text.split())


def _name(cell: NotebookNode, number: int) -> str:
    grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
    return f"cell {grade_id!r}" if grade_id else f"cell {number} ({cell.cell_type})"
