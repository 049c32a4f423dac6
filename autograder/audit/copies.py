"""How much alike two variants of one question are: a corpus of near copies would count one mistake many times.

Two edits of one solution share nearly all of their text, so variants are compared by what they change: the statements that
they add to the solved notebook (or take away, if they add none), as Python's own syntax trees. Comments, docstrings, layout
and, in a second reading, the names of variables do not count; the more similar of the two readings does.
"""

from __future__ import annotations

import ast
import copy
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise

from autograder.audit.corpus import Case
from autograder.audit.source import plain
from autograder.course import variants
from autograder.course.marks import without_marks

Statement = tuple[str, ...]
"""A statement in a normal form, or two of them, one behind the other."""

NEAR = 0.9
"""Variants that are at least this similar are near copies."""


@dataclass(frozen=True)
class Pair:
    """Two variants of one question, of one kind.

    Attributes:
        assignment: where they are.
        first: name of the one.
        second: name of the other.
        similarity: 0 for nothing in common, 1 for the same.
    """

    assignment: str
    first: str
    second: str
    similarity: float


def pairs(cases: Sequence[Case]) -> tuple[Pair, ...]:
    """All pairs of variants of one question that are both right or both wrong, most similar first."""
    groups: dict[tuple[str, str, bool], list[Case]] = {}
    for case in cases:
        groups.setdefault((case.assignment.name, case.variant.question, case.variant.wrong), []).append(case)
    found = []
    for (assignment, _, _), group in groups.items():
        told = [(case.variant.name, changed(case), changed(case, renamed=True)) for case in group]
        for (a, plain_a, renamed_a), (b, plain_b, renamed_b) in combinations(told, 2):
            alike = max(similarity(plain_a, plain_b), similarity(renamed_a, renamed_b))
            found.append(Pair(assignment, a, b, alike))
    return tuple(sorted(found, key=lambda pair: (-pair.similarity, pair.assignment, pair.first, pair.second)))


def similarity(left: Counter[Statement], right: Counter[Statement]) -> float:
    """Twice what two bags have in common, as a share of what is in both (Dice's coefficient)."""
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 1.0


def changed(case: Case, *, renamed: bool = False) -> Counter[Statement]:
    """What a variant adds to the solved notebook, or takes away if it adds nothing: statements, and what follows what.

    Args:
        case: the variant.
        renamed: whether local names are replaced by numbers.
    """
    here: Counter[Statement] = Counter()
    there: Counter[Statement] = Counter()
    for place, source in variants.changes(case.variant, case.assignment).items():
        here += Counter(statements(source, renamed))
        there += Counter(statements(without_marks(case.assignment.cells[place].source), renamed))
    return here - there or Counter({("gone", *statement): n for statement, n in (there - here).items()})


@lru_cache(maxsize=4096)
def statements(source: str, renamed: bool = False) -> tuple[Statement, ...]:
    """The statements of a cell (of compound ones the head alone), and the pairs of neighbours."""
    text = plain(source)
    if text is None:
        return tuple((line.strip(),) for line in source.splitlines() if line.strip())
    found: list[Statement] = []
    for scope in _scopes(ast.parse(text)):
        names = _Renamed(_local_names(scope)) if renamed else None
        heads = [_head(statement, renamed) for statement in _own_statements(scope)]
        told = [ast.dump(names.visit(copy.deepcopy(head)) if names else head) for head in heads]
        found += [(text,) for text in told]
        found += list(pairwise(told))
    return tuple(found)


def _scopes(tree: ast.Module) -> list[ast.AST]:
    """The module, and each function in it: names are local to these."""
    return [tree, *(node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))]


def _own_statements(scope: ast.AST) -> list[ast.stmt]:
    """The statements of a scope in their order, inner functions excepted, docstrings left out."""
    found = []
    for statement in scope.body:
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
            continue
        found.append(statement)
        if not isinstance(statement, ast.FunctionDef):
            found += _inner(statement)
    return found


def _inner(statement: ast.stmt) -> list[ast.stmt]:
    found = []
    for name in ("body", "orelse", "finalbody"):
        for inner in getattr(statement, name, []):
            if isinstance(inner, ast.stmt):
                found.append(inner)
                if not isinstance(inner, ast.FunctionDef):
                    found += _inner(inner)
    return found


def _head(statement: ast.stmt, renamed: bool) -> ast.stmt:
    """A statement without the block below it; of a function that is renamed, without the names of its parameters."""
    head = copy.copy(statement)
    for name in ("body", "orelse", "finalbody", "handlers"):
        if isinstance(getattr(head, name, None), list):
            setattr(head, name, [])
    if renamed and isinstance(head, ast.FunctionDef):
        count = len(_parameters(head))
        given = head.args.defaults
        head.args = ast.arguments([], [ast.arg(f"v{i}") for i in range(count)], None, [], [], None, given)
    return head


def _parameters(function: ast.FunctionDef) -> list[str]:
    given = function.args
    more = [argument for argument in (given.vararg, given.kwarg) if argument]
    return [argument.arg for argument in (*given.posonlyargs, *given.args, *given.kwonlyargs, *more)]


def _local_names(scope: ast.AST) -> list[str]:
    """Parameters and variables of a function in the order in which they come; of a module, none."""
    if not isinstance(scope, ast.FunctionDef):
        return []
    names = _parameters(scope)
    names += [
        node.id for node in ast.walk(scope) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    ]
    return list(dict.fromkeys(names))


class _Renamed(ast.NodeTransformer):
    """Local names become numbers."""

    def __init__(self, names: Sequence[str]) -> None:
        self._numbers = {name: f"v{number}" for number, name in enumerate(names) if name != "self"}

    def visit_Name(self, node: ast.Name) -> ast.AST:
        node.id = self._numbers.get(node.id, node.id)
        return node

    def visit_arg(self, node: ast.arg) -> ast.AST:
        node.arg = self._numbers.get(node.arg, node.arg)
        return node
