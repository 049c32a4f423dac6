"""The proofs that need no kernel: each is a function of the instructor notebook and the student version.

A proof returns None or raises `ProofError` with one sentence that says where and why. `PROOFS` is the whole list, in
the order in which `autograder release` shows it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from dataclasses import dataclass

import nbformat
from nbformat import NotebookNode
from nbgrader.nbgraderformat import MetadataValidator, SchemaTooNewError, SchemaTooOldError, ValidationError

from autograder.course import notebook as notebooks
from autograder.course.assignment import Assignment
from autograder.course.cells import CellKind, cells_of
from autograder.course.marks import regions
from autograder.course.points import TABLE_MARK
from autograder.errors import ProofError
from autograder.hooks.stubs import stub_lines
from autograder.release.leaks import no_hidden_test_is_left, no_mark_is_left, no_solution_is_left
from autograder.release.names import check_cells_keep_to_themselves

_POINTS_IN_PROSE = re.compile(r"(?<![\w.])\d+(?:\.\d+)?\s*(?:points?|pts?\.?|marks?)\b", re.IGNORECASE)

_NOT_VALID = (ValidationError, nbformat.ValidationError, SchemaTooOldError, SchemaTooNewError)


@dataclass(frozen=True)
class Proof:
    """A property that every student version has.

    Attributes:
        title: the property, as the progress list shows it.
        prove: raises `ProofError` unless (instructor notebook, student version) have it.
    """

    title: str
    prove: Callable[[Assignment, NotebookNode], None]


def metadata_are_valid(source: Assignment, released: NotebookNode) -> None:
    """Both notebooks satisfy the notebook format and nbgrader's schema; every graded cell is worth something.

    Raises:
        ProofError: if they do not.
    """
    for name, notebook in (("source", source.notebook), ("student version", released)):
        try:
            nbformat.validate(notebooks.copy(notebook))
            MetadataValidator().validate_nb(notebook)
        except _NOT_VALID as error:
            reason = str(error).strip().splitlines()[0]
            raise ProofError(f"{source.name}: the metadata of the {name} are not valid: {reason}") from error
    for aspect in source.aspects:
        if aspect.points <= 0:
            raise ProofError(
                f"{source.name}: {aspect.id!r} is worth {aspect.points:g} points, not more than 0"
            )


def every_question_is_asked(source: Assignment, released: NotebookNode) -> None:
    """Every question has a place for the answer and somebody who judges it; ids tell which belongs to which.

    Raises:
        ProofError: if a solution cell has no checks, an id is not of the form that the course uses, or there are no
            questions.
    """
    if not source.questions:
        raise ProofError(f"{source.name}: there are no questions in it")
    answered = {question.solution_cell for question in source.questions}
    asked = {question.id for question in source.questions}
    for cell in source.cells:
        if cell.kind is CellKind.SOLUTION:
            if cell.grade_id not in answered:
                raise ProofError(f"{source.name}: no check cell judges the solution cell {cell.grade_id!r}")
            for region in regions(cell.source):
                if (region.label or cell.grade_id) not in asked:
                    raise ProofError(
                        f"{source.name}, cell {cell.grade_id!r}: a solution is marked "
                        f"{region.label or cell.grade_id!r}, which is no question"
                    )
        if cell.kind is CellKind.CHECK and not re.fullmatch(r"\w+-\w+", cell.grade_id):
            raise ProofError(
                f"{source.name}: the check cell {cell.grade_id!r} must be called <question>-<aspect>"
            )


def sources_have_no_outputs(source: Assignment, released: NotebookNode) -> None:
    """No code cell of the instructor notebook carries outputs or a count.

    Raises:
        ProofError: if one does.
    """
    for cell in source.cells:
        if cell.is_code and (cell.node.outputs or cell.node.execution_count is not None):
            name = cell.grade_id or f"number {cell.index + 1}"
            raise ProofError(f"{source.name}: cell {name} of the source has outputs; clear them all and save")


def every_stub_parses(source: Assignment, released: NotebookNode) -> None:
    """Every solution cell of the student version parses, and fails with the id of each question that it asks.

    Raises:
        ProofError: if one does not parse, or a question has no stub of its own.
    """
    cells = {cell.grade_id: cell for cell in cells_of(released) if cell.grade_id}
    for question in source.questions:
        cell = cells.get(question.solution_cell)
        if cell is None:
            raise ProofError(f"{source.name}: cell {question.solution_cell!r} is not in the student version")
        if not cell.is_code:
            continue
        try:
            ast.parse(cell.source)
        except SyntaxError as error:
            raise ProofError(
                f"{source.name}: the stub of {cell.grade_id!r} does not parse, line {error.lineno}: {error.msg}"
            ) from error
        if stub_lines(question.id)[1] not in cell.source:
            raise ProofError(
                f"{source.name}: the stub of {cell.grade_id!r} does not say that {question.id!r} is missing; "
                f"mark its solution with `### BEGIN SOLUTION {question.id}`"
            )


def points_come_from_metadata(source: Assignment, released: NotebookNode) -> None:
    """The first text shows the table of points, and nobody typed points into prose.

    Raises:
        ProofError: if the table is missing, or a text says something like "3 points".
    """
    texts = [cell for cell in source.cells if cell.node.cell_type == "markdown"]
    if not texts or TABLE_MARK not in texts[0].source.split("\n"):
        raise ProofError(f"{source.name}: the first text must hold the line {TABLE_MARK}")
    for cell in texts:
        typed = _POINTS_IN_PROSE.search(cell.source)
        if typed:
            raise ProofError(
                f"{source.name}, cell {cell.index + 1}: points are typed in prose ({typed[0]!r}); write "
                f"<!-- points:QUESTION -->, or the number as a word if it is not about marks"
            )


PROOFS = (
    Proof("metadata are valid", metadata_are_valid),
    Proof("every question is asked and judged", every_question_is_asked),
    Proof("the source has no outputs", sources_have_no_outputs),
    Proof("every stub parses and names its question", every_stub_parses),
    Proof("points come from the metadata", points_come_from_metadata),
    Proof("check cells keep to themselves", check_cells_keep_to_themselves),
    Proof("no mark is left", no_mark_is_left),
    Proof("no solution is left", no_solution_is_left),
    Proof("no hidden test is left", no_hidden_test_is_left),
)
