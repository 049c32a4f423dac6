"""What can be told of a cell by its text: whether somebody wrote in it, which names it defines, which cell it once was."""

from __future__ import annotations

import ast
import re
import symtable
import textwrap
import warnings
from collections.abc import Callable
from typing import Any

from nbformat import NotebookNode

from autograder.course.assignment import Assignment
from autograder.course.cells import Cell, CellKind
from autograder.course.marks import HIDDEN_TESTS, NOT_WRITTEN, without_regions
from autograder.errors import CourseError
from autograder.names import bound, used

_TEXT_STUB = "*Your answer here.*"

# What defines a name at the top level, for cells that Python cannot read: magics, commands, half-written lines.
_DEFINITION = re.compile(
    r"^(?:(?:async\s+)?def\s+(\w+)|class\s+(\w+)|(\w+)\s*(?::[^=\n]+)?=(?!=))", re.MULTILINE
)
_MAGIC = re.compile(r"^([ \t]*)[%!?].*$", re.MULTILINE)

#: Longest source whose names are looked up; a longer one is no answer to a question.
MAX_SOURCE = 200_000


def grade_id_of(node: NotebookNode) -> str:
    """The `grade_id` of a cell, whatever else its metadata say; "" if there is none."""
    metadata = node.metadata.get("nbgrader")
    found = metadata.get("grade_id") if isinstance(metadata, dict) else None
    return found if isinstance(found, str) else ""


def text(source: str) -> str:
    """A source without what editors change on their own: blanks at the end of lines and of the cell."""
    return "\n".join(line.rstrip() for line in source.strip().split("\n"))


def accepted(cell: Cell) -> tuple[str, ...]:
    """What an unchanged copy of the cell may read like: as students get it, or with the hidden tests."""
    try:
        visible = text(without_regions(cell.source, HIDDEN_TESTS))
    except CourseError:  # the marks of this cell make no sense; `autograder release` says so
        return (text(cell.source),)
    return visible, text(cell.source)


def stubs_left(source: str) -> int:
    """How many parts of an answer are not written yet: lines that say so, where Python comes to them.

    In a comment, or behind the `return` of an answer, such a line is only what its author forgot to delete.
    """
    tree = _tree(source)
    if tree is None:
        lines = [line for line in source.split("\n") if not line.lstrip().startswith("#")]
        return sum(line.count(NOT_WRITTEN) for line in lines)
    return sum(_ends_unwritten(block) for node in ast.walk(tree) for block in _blocks(node))


def _blocks(node: ast.AST) -> list[list[ast.stmt]]:
    found = (getattr(node, name, None) for name in ("body", "orelse", "finalbody"))
    return [block for block in found if isinstance(block, list)]


def _ends_unwritten(block: list[ast.stmt]) -> bool:
    """Whether the first statement that leaves a block says that it is not written yet."""
    leaves = next((statement for statement in block if isinstance(statement, (ast.Return, ast.Raise))), None)
    if not isinstance(leaves, ast.Raise):
        return False
    texts = [node.value for node in ast.walk(leaves) if isinstance(node, ast.Constant)]
    return any(isinstance(text, str) and NOT_WRITTEN in text for text in texts)


def is_untouched(source: str, cell: Cell) -> bool:
    """Whether nothing is written in an answer: it is empty, or every part of it is as it was handed out.

    Of code a comment such as `# see below` is nothing either.

    Args:
        source: what was handed in.
        cell: the instructor's cell, with the solution.
    """
    if source.strip() in ("", _TEXT_STUB):
        return True
    if cell.is_code and _does_nothing(source):
        return True
    return stubs_left(source) >= max(1, cell.source.count("BEGIN SOLUTION"))


def _does_nothing(source: str) -> bool:
    """Whether code has no statement but `pass` and texts."""
    tree = _tree(source, magics=False)
    if tree is None:
        return False
    values = [statement.value if isinstance(statement, ast.Expr) else statement for statement in tree.body]
    return all(isinstance(value, (ast.Pass, ast.Constant)) for value in values)


def compiles(source: str) -> bool:
    """Whether Python can read a cell, magics and commands left out."""
    return _table(source) is not None


def stands_alone(source: str) -> bool:
    """Whether a cell can be run on its own; like Jupyter, without the blanks before all of its lines."""
    flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    code = _read(
        textwrap.dedent(source), lambda text: compile(text, "cell", "exec", flags, dont_inherit=True)
    )
    return code is not None


def bound_names(source: str) -> set[str]:
    """The names that a cell defines at its top level; of a cell that Python cannot read those that one sees."""
    table = _table(source)
    if table is not None:
        return bound(table)
    return {name for groups in _DEFINITION.findall(source[:MAX_SOURCE]) for name in groups if name}


def used_names(source: str) -> set[str]:
    """The global names that a cell reads; none, if Python cannot read it."""
    table = _table(source)
    return used(table) if table is not None else set()


def asked_names(assignment: Assignment, cell: Cell) -> frozenset[str]:
    """The names that a solution cell defines and its checks ask for: what an answer to it must define."""
    questions = {question.id for question in assignment.questions if question.solution_cell == cell.grade_id}
    names: set[str] = set()
    for check in assignment.cells:
        if check.kind is CellKind.CHECK and check.question in questions:
            names |= used_names(check.source)
    return frozenset(names & bound_names(cell.source))


def _table(source: str) -> symtable.SymbolTable | None:
    return _read(source, lambda text: symtable.symtable(text, "cell", "exec"))


def _tree(source: str, *, magics: bool = True) -> ast.Module | None:
    return _read(source, ast.parse, magics=magics)


def _read(source: str, reader: Callable[[str], Any], *, magics: bool = True) -> Any:
    """What a reader of Python makes of a cell, of its magics and commands too; None if it is none."""
    if len(source) > MAX_SOURCE:
        return None
    for candidate in (source, _MAGIC.sub(r"\1pass", source))[: 1 + magics]:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # "\d" in a student's string is no business of the grader
                return reader(candidate)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
    return None
