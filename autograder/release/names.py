"""What a check cell may name, and what it may bind: proved from its syntax tree.

While a class is graded, a check cell does not run where the student's code runs. A name that it uses is then either
its own (imported, bound, or a builtin) or asked of the student's process; anything else would work in Jupyter by
accident and fail while grading.
"""

from __future__ import annotations

import ast
import builtins
import symtable

from IPython.core.inputtransformer2 import TransformerManager
from nbformat import NotebookNode

from autograder.course.assignment import Assignment
from autograder.course.cells import Cell, CellKind
from autograder.course.marks import HIDDEN_TESTS, without_marks, without_regions
from autograder.errors import ProofError
from autograder.names import bound, used

BUILTINS = frozenset(dir(builtins))


def check_cells_keep_to_themselves(source: Assignment, released: NotebookNode) -> None:
    """Each check cell binds nothing but `check` and names with an underscore, and names only what exists above it.

    Raises:
        ProofError: if a check cell names or binds something else, judges another aspect than its own, or ends with
            a value.
    """
    defined: set[str] = set()
    for cell in source.cells:
        if not cell.is_code:
            continue
        if cell.kind is CellKind.CHECK:
            # Both as it is graded and as students get it: a hidden test must not define what a visible one uses.
            for text in (cell.source, without_regions(cell.source, HIDDEN_TESTS)):
                _prove(cell, text, defined, source.name)
        elif cell.kind in (CellKind.SOLUTION, CellKind.LOCKED, CellKind.MANUAL):
            defined |= bound_names(without_marks(cell.source), f"{source.name}, cell {cell.grade_id!r}")


def bound_names(source: str, where: str) -> set[str]:
    """Names that a cell binds at the top level, with functions that say ``global``.

    Args:
        source: text of a cell; IPython's magics are fine.
        where: what messages call the cell.

    Raises:
        ProofError: if the cell does not parse, or imports ``*``.
    """
    return bound(_table(source, where))


def used_names(source: str, where: str) -> set[str]:
    """Global names that a cell reads, at the top level and in functions.

    Raises:
        ProofError: if the cell does not parse.
    """
    return used(_table(source, where))


def _prove(cell: Cell, text: str, defined: set[str], name: str) -> None:
    where = f"{name}, cell {cell.grade_id!r}"
    own = bound_names(text, where)
    for binding in sorted(own):
        if binding != "check" and not binding.startswith("_"):
            raise ProofError(
                f"{where}: binds {binding!r} in the student's namespace; "
                f"start the name with an underscore, or move it into a function"
            )
    for name_used in sorted(used_names(text, where) - own - BUILTINS):
        if name_used not in defined:
            raise ProofError(
                f"{where}: names {name_used!r}, which it does not import and no solution or locked cell above defines"
            )
    body = ast.parse(text).body
    if body and isinstance(body[-1], ast.Expr):
        raise ProofError(f"{where}: ends with a value, which nbgrader would take for partial credit")
    judged = _aspects(body)
    if judged != [cell.grade_id]:
        found = ", ".join(map(repr, judged)) or "none"
        raise ProofError(
            f'{where}: must hold `with check.aspect("{cell.grade_id}"):` once, its aspects are: {found}'
        )


def _aspects(body: list[ast.stmt]) -> list[object]:
    """What the cell's ``with check.aspect(...)`` blocks judge."""
    found: list[object] = []
    for statement in body:
        for item in statement.items if isinstance(statement, ast.With) else ():
            match item.context_expr:
                case ast.Call(
                    func=ast.Attribute(value=ast.Name(id="check"), attr="aspect"),
                    args=[ast.Constant(value=aspect)],
                ):
                    found.append(aspect)
    return found


def _table(source: str, where: str) -> symtable.SymbolTable:
    plain = TransformerManager().transform_cell(source)
    try:
        tree = ast.parse(plain)
        table = symtable.symtable(plain, "cell", "exec")
    except SyntaxError as error:
        raise ProofError(f"{where}: line {error.lineno} does not parse ({error.msg})") from error
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names):
            raise ProofError(f"{where}: imports *, so nobody can say which names exist")
    return table
