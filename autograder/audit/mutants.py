"""All mutants of an assignment: its solutions, each with one small change; the same ones each time.

Only what stands between solution marks is changed, and no text, print or plot in it: what is only looked at is no
answer. Two changes that give the same code count once.
"""

from __future__ import annotations

import ast
import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass

from autograder.audit.dependence import names_of
from autograder.audit.operators import OPERATORS, Place
from autograder.course.assignment import Assignment
from autograder.course.cells import Cell, CellKind
from autograder.course.marks import regions

_DISPLAY = ("plt", "print", "tqdm", "clear_output", "display")
"""Names of what shows something and computes nothing."""

_FIELDS_LEFT_OUT = frozenset({"annotation", "returns", "decorator_list", "exc"})


@dataclass(frozen=True)
class Mutant:
    """A solution cell with one small change.

    Attributes:
        assignment: name of the assignment.
        question: to whose solution the changed line belongs.
        cell: place of the cell in the notebook.
        operator: what was done.
        line: number of the changed statement in the cell's normal form, from 1.
        source: the cell, in Python's normal form, without comments.
        diff: the changed lines, those that are gone with `-`, new ones with `+`.
    """

    assignment: str
    question: str
    cell: int
    operator: str
    line: int
    source: str
    diff: str


def mutants(assignment: Assignment, questions: frozenset[str] = frozenset()) -> tuple[Mutant, ...]:
    """The mutants of an assignment, cell by cell.

    Args:
        assignment: whose solutions.
        questions: only those of these questions; empty for all.
    """
    found = []
    for cell in assignment.cells:
        if cell.kind is CellKind.SOLUTION and cell.is_code:
            found += [
                mutant
                for mutant in _of_cell(assignment, cell)
                if not questions or mutant.question in questions
            ]
    return tuple(found)


def normal_form(source: str) -> str:
    """A cell as Python itself would write it; all mutants of it are in this form."""
    return ast.unparse(ast.parse(source))


def _of_cell(assignment: Assignment, cell: Cell) -> Iterator[Mutant]:
    tree = ast.parse(cell.source)
    normal = ast.unparse(tree)
    lines = _normal_lines(tree, normal)
    owners = {
        line + 1: region.label or cell.grade_id
        for region in regions(cell.source)
        for line in range(region.start, region.end)
    }
    automatic = {question.id for question in assignment.questions if not question.manual}
    seen = {normal}
    earlier = [names_of(other.source).bound for other in assignment.cells[: cell.index] if other.is_code]
    names = (*_locals(tree), *_relatives(tree, frozenset().union(*earlier)))
    for operator, node in _changes(tree, owners, names):
        question = owners[node.lineno]
        if question not in automatic:
            continue
        source = ast.unparse(tree)
        if source not in seen:
            seen.add(source)
            try:
                compile(source, "<mutant>", "exec")
            except SyntaxError:
                continue
            yield Mutant(
                assignment.name,
                question,
                cell.index,
                operator,
                lines[id(node)],
                source,
                _diff(normal, source),
            )


def _changes(
    tree: ast.Module, owners: dict[int, str], names: tuple[str, ...]
) -> Iterator[tuple[str, ast.stmt]]:
    """Make one change after the other in the tree, and undo it; yields the operator and the statement that is changed."""
    keys = tuple(dict.fromkeys(_keys(tree)))
    for block, field, context in _blocks(tree, names, ()):
        statements = getattr(block, field)
        for number, statement in enumerate(list(statements)):
            if statement.lineno not in owners or is_display(statement):
                continue
            yield from _deletions(statements, number, statement)
            yield from _moves(statements, number, statement, owners)
            for node, place in _nodes(statement, Place(block, field, *context, keys)):
                if getattr(node, "lineno", 0) in owners:
                    yield from _replacements(node, place, statement)


def _deletions(
    statements: list[ast.stmt], number: int, statement: ast.stmt
) -> Iterator[tuple[str, ast.stmt]]:
    if isinstance(statement, ast.FunctionDef | ast.ClassDef | ast.Import | ast.ImportFrom | ast.Pass):
        return
    statements[number] = ast.Pass()
    yield "deletion", statement
    statements[number] = statement


def _moves(
    statements: list[ast.stmt], number: int, statement: ast.stmt, owners: dict[int, str]
) -> Iterator[tuple[str, ast.stmt]]:
    """A statement changes places with the next one."""
    if number + 1 == len(statements):
        return
    other = statements[number + 1]
    simple = ast.Assign | ast.AugAssign | ast.Expr
    if (
        isinstance(statement, simple)
        and isinstance(other, simple)
        and other.lineno in owners
        and not is_display(other)
    ):
        statements[number], statements[number + 1] = other, statement
        yield "move", statement
        statements[number], statements[number + 1] = statement, other


def _replacements(node: ast.AST, place: Place, statement: ast.stmt) -> Iterator[tuple[str, ast.stmt]]:
    for operator in OPERATORS:
        for other in operator(node, place):
            with _Replaced(place.parent, place.field, node, other):
                yield operator.__name__, statement


class _Replaced:
    """Puts another node in the place of one, for a moment."""

    def __init__(self, parent: ast.AST, field: str, node: ast.AST, other: ast.AST) -> None:
        self._parent, self._field, self._node, self._other = parent, field, node, other

    def _put(self, old: ast.AST, new: ast.AST) -> None:
        value = getattr(self._parent, self._field)
        if isinstance(value, list):
            value[next(i for i, item in enumerate(value) if item is old)] = new
        else:
            setattr(self._parent, self._field, new)

    def __enter__(self) -> None:
        self._other = ast.fix_missing_locations(copy.deepcopy(self._other))
        self._put(self._node, self._other)

    def __exit__(self, *exception: object) -> None:
        self._put(self._other, self._node)


def _blocks(
    node: ast.AST, names: tuple[str, ...], attributes: tuple[str, ...]
) -> Iterator[tuple[ast.AST, str, tuple[tuple[str, ...], tuple[str, ...]]]]:
    """Every list of statements, with the local names and the attributes of `self` around it."""
    if isinstance(node, ast.FunctionDef):
        names = _locals(node)
    elif isinstance(node, ast.ClassDef):
        attributes = _attributes(node)
    for field in ("body", "orelse", "finalbody"):
        block = getattr(node, field, None)
        if isinstance(block, list):
            yield node, field, (names, attributes)
            for statement in block:
                yield from _blocks(statement, names, attributes)


def _locals(scope: ast.Module | ast.FunctionDef) -> tuple[str, ...]:
    names = []
    if isinstance(scope, ast.FunctionDef):
        arguments = scope.args
        names = [a.arg for a in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]
    for node in ast.walk(scope):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.append(node.id)
    return tuple(name for name in dict.fromkeys(names) if name not in ("self", "_"))


def _relatives(tree: ast.Module, earlier: frozenset[str]) -> tuple[str, ...]:
    """Names of earlier cells that differ from one that the cell reads in digits alone: `W1` for `W2`."""

    def letters(name: str) -> str:
        return re.sub(r"\d+", "#", name)

    read = {
        node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }
    kinds = {letters(name) for name in read if letters(name) != name}
    return tuple(sorted(name for name in earlier if letters(name) in kinds))


def _attributes(scope: ast.ClassDef) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            node.attr
            for node in ast.walk(scope)
            if isinstance(node, ast.Attribute)
            and isinstance(node.ctx, ast.Store)
            and isinstance(node.value, ast.Name)
            and node.value.id == "self"
        )
    )


def _keys(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript):
            candidates = [node.slice]
        elif isinstance(node, ast.Dict):
            candidates = node.keys
        else:
            continue
        for key in candidates:
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                yield key.value


def _nodes(statement: ast.AST, place: Place) -> Iterator[tuple[ast.AST, Place]]:
    """The nodes of one statement, blocks below it excepted, each with its place."""
    yield statement, place
    for field, value in ast.iter_fields(statement):
        if field in _FIELDS_LEFT_OUT or field in ("body", "orelse", "finalbody", "handlers"):
            continue
        yield from _below(statement, field, value, place)


def _below(parent: ast.AST, field: str, value: object, place: Place) -> Iterator[tuple[ast.AST, Place]]:
    for child in value if isinstance(value, list) else [value]:
        if not isinstance(child, ast.AST) or isinstance(child, ast.expr_context | ast.operator | ast.cmpop):
            continue
        if isinstance(child, ast.JoinedStr | ast.arguments):
            continue
        here = Place(parent, field, place.locals, place.attributes, place.keys)
        if not isinstance(child, ast.keyword | ast.comprehension):
            yield child, here
        shows = isinstance(child, ast.Call) and _base(child.func) in _DISPLAY
        for inner, inner_value in ast.iter_fields(child):
            if not (shows and inner in ("keywords", "func")):
                yield from _below(child, inner, inner_value, place)


def is_display(statement: ast.stmt) -> bool:
    """Whether a statement only shows something: `print(...)`, `plt.plot(...)`, methods of axes."""
    if isinstance(statement, ast.Expr):
        value = statement.value
        return isinstance(value, ast.Constant) or (
            isinstance(value, ast.Call)
            and (
                _base(value.func) in _DISPLAY or _base(value.func) in ("left", "right", "ax", "axes", "axis")
            )
        )
    if isinstance(statement, ast.Assign):
        return isinstance(statement.value, ast.Call) and _base(statement.value.func) == "plt"
    return False


def _base(node: ast.AST) -> str:
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def _normal_lines(tree: ast.Module, normal: str) -> dict[int, int]:
    """Statement -> its line in the normal form: both trees have the same nodes in the same order."""
    pairs = zip(ast.walk(tree), ast.walk(ast.parse(normal)), strict=True)
    return {id(mine): other.lineno for mine, other in pairs if isinstance(mine, ast.stmt)}


def _diff(before: str, after: str) -> str:
    """The lines between the first and the last one that differ: one change is in one place."""
    old, new = before.splitlines(), after.splitlines()
    start = next(
        (i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    gone, come = old[start : len(old) - end], new[start : len(new) - end]
    return "\n".join([*(f"-{line}" for line in gone), *(f"+{line}" for line in come)])
