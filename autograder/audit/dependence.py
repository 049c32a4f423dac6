"""Which cells of a notebook can notice that another one has changed, told from the names that they bind, read and change.

A question whose check cells read, directly or through other cells, nothing that a changed cell binds or changes has the
same verdict as before; it need not be run again.
"""

from __future__ import annotations

import ast
import symtable
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from autograder.audit.source import plain
from autograder.course.cells import Cell, CellKind
from autograder.names import bound, used

_HARMLESS = frozenset(
    [
        "bool",
        "dict",
        "enumerate",
        "float",
        "int",
        "isinstance",
        "len",
        "list",
        "max",
        "min",
        "print",
        "range",
        "reversed",
        "set",
        "sorted",
        "str",
        "sum",
        "tuple",
        "type",
        "zip",
    ]
)
"""Functions of Python that change nothing of what they are handed."""


@dataclass(frozen=True)
class Names:
    """The global names of one cell.

    Attributes:
        bound: names that it binds.
        read: names that it reads, in functions as well, unless it has bound them itself by then.
        stored: names of objects that it stores into: `net.weight = ...`, `table[0] = ...`.
        handed: names of objects whose methods it calls or that it hands to a call: they may be changed there.
        fixed: names of modules, functions and classes that it makes, each with the global names that its code reads.
    """

    bound: frozenset[str] = frozenset()
    read: frozenset[str] = frozenset()
    stored: frozenset[str] = frozenset()
    handed: frozenset[str] = frozenset()
    fixed: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def __or__(self, other: Names) -> Names:
        return Names(
            self.bound | other.bound,
            self.read | other.read,
            self.stored | other.stored,
            self.handed | other.handed,
            {
                name: self.fixed.get(name, frozenset()) | other.fixed.get(name, frozenset())
                for name in {*self.fixed, *other.fixed}
            },
        )


@lru_cache(maxsize=4096)
def names_of(source: str) -> Names:
    """The names of a cell's source, magics included; what does not parse binds and reads nothing."""
    text = plain(source)
    if text is None:
        return Names()
    tree, table = ast.parse(text), symtable.symtable(text, "<cell>", "exec")
    stored: set[str] = set()
    handed: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute | ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del):
            stored.update(_base(node))
        elif isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                handed.update(_base(node.func))
            if isinstance(node.func, ast.Name) and node.func.id in _HARMLESS:
                continue
            for argument in (*node.args, *(keyword.value for keyword in node.keywords)):
                handed.update(_base(argument))
    order = _Order()
    order.visit(tree)
    first_bound = {name for name, is_bound in order.first.items() if is_bound}
    first_read = {name for name, is_bound in order.first.items() if not is_bound}
    seen = frozenset(used(table)) | first_read
    return Names(
        frozenset(bound(table)),
        seen - first_bound,
        seen & stored,
        seen & handed,
        dict(_fixed(tree)),
    )


def _names_here(cell: Cell) -> Names:
    if not cell.is_code or not cell.source.strip():
        return Names()
    names = names_of(cell.source)
    # A check cell binds its own names only, which `autograder release` proves, and nobody else sees them.
    return Names(read=names.read - names.bound) if cell.kind is CellKind.CHECK else names


def _fixed(tree: ast.Module) -> Iterator[tuple[str, frozenset[str]]]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name, frozenset(used(symtable.symtable(ast.unparse(node), "<definition>", "exec")))
        elif isinstance(node, ast.Import | ast.ImportFrom):
            for alias in node.names:
                yield (alias.asname or alias.name).partition(".")[0], frozenset()


class _Order(ast.NodeVisitor):
    """Notes of each name whether it is first bound or first read; bodies of functions run later and do not count."""

    def __init__(self) -> None:
        self.first: dict[str, bool] = {}

    def visit_Name(self, node: ast.Name) -> None:
        self.first.setdefault(node.id, isinstance(node.ctx, ast.Store))

    def visit_Assign(self, node: ast.Assign) -> None:
        for part in (node.value, *node.targets):
            self.visit(part)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        if isinstance(node.target, ast.Name):
            self.first.setdefault(node.target.id, False)
        self.generic_visit(node)

    def visit_For(self, node: ast.For) -> None:
        for part in (node.iter, node.target, *node.body, *node.orelse):
            self.visit(part)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self.first.setdefault(node.name, True)
        for part in (*node.decorator_list, *node.args.defaults):
            self.visit(part)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        for part in node.bases:
            self.visit(part)
        self.first.setdefault(node.name, True)

    def visit_Lambda(self, node: ast.Lambda) -> None:
        for part in node.args.defaults:
            self.visit(part)

    def _comprehension(self, node: ast.AST) -> None:
        names = {n.id for g in node.generators for n in ast.walk(g.target) if isinstance(n, ast.Name)}
        for part in ast.walk(node):
            if isinstance(part, ast.Name) and part.id not in names:
                self.visit_Name(part)

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = _comprehension


def _base(node: ast.AST) -> Iterator[str]:
    """`net` of `net.layers[0].weight`."""
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Starred):
        node = node.value
    if isinstance(node, ast.Name):
        yield node.id


class Dependence:
    """The cells of one notebook, as far as their names tell.

    Three things are taken for granted: calling a function or a class changes neither of them; data that locked cells give
    are not changed by a call that they are handed to; and locked cells leave what students made as it is when they hand it to
    a call (they plot it).

    Args:
        cells: of the instructor notebook.
        changes: place of a cell -> another source for it; what either source binds and reads counts.
    """

    def __init__(self, cells: Sequence[Cell], changes: Mapping[int, str] | None = None) -> None:
        changes = changes or {}
        here = [_names_here(cell) for cell in cells]
        by_students = {
            name
            for cell, names in zip(cells, here, strict=True)
            if cell.kind is CellKind.SOLUTION
            for name in names.bound
        }
        self._names = [
            names | names_of(changes[place]) if place in changes else names
            for place, names in enumerate(here)
        ]
        self._fixed = frozenset(name for names in self._names for name in names.fixed)
        self._changes = [
            (names.stored | (names.handed & by_students if cell.kind is CellKind.SOLUTION else frozenset()))
            - self._fixed
            for cell, names in zip(cells, self._names, strict=True)
        ]
        self._binders: dict[str, list[int]] = {}
        for place, names in enumerate(self._names):
            for name in names.bound:
                self._binders.setdefault(name, []).append(place)
        self._reads: dict[int, frozenset[str]] = {}

    def read(self, place: int) -> frozenset[str]:
        """The names that a cell itself reads."""
        return self._names[place].read

    def binds(self, place: int) -> frozenset[str]:
        """The names that a cell binds."""
        return self._names[place].bound

    def reads(self, place: int) -> frozenset[str]:
        """The names that a cell reads, itself or when it calls what these names stand for."""
        if place not in self._reads:
            found: set[str] = set()
            new = set(self._names[place].read)
            while new:
                found |= new
                new = {further for name in new for further in self._behind(name)} - found
            self._reads[place] = frozenset(found)
        return self._reads[place]

    def _behind(self, name: str) -> Iterator[str]:
        """What may be read when code behind a name runs: of a definition its own names, of any other object, which may
        be an instance, the definitions that were at hand when it was made."""
        for binder in self._binders.get(name, ()):
            names = self._names[binder]
            yield from names.fixed[name] if name in names.fixed else names.read & self._fixed

    def affected(self, changed: Iterable[int]) -> list[int]:
        """The cells that can behave differently when some cells are changed, these included, in order."""
        changed = set(changed)
        tainted: set[str] = set()
        found = []
        for place, names in enumerate(self._names):
            if place in changed or (tainted and self.reads(place) & tainted):
                found.append(place)
                tainted |= names.bound | self._changes[place]
        return found

    def needed(self, wanted: Iterable[int], start: int) -> list[int]:
        """The cells from `start` on that must run for some cells to find what they read, these included, in order."""
        wanted = set(wanted)
        names: set[str] = set()
        found = []
        for place in reversed(range(start, len(self._names))):
            if place in wanted or (self._names[place].bound | self._changes[place]) & names:
                found.append(place)
                names |= self.reads(place)
        return found[::-1]


def observed(source: str, interface: frozenset[str]) -> int:
    """How many of a cell's statements, from its first one on, can have an effect on what others read of it.

    What comes behind only prints, plots, and computes what is printed and plotted. A method that is called for what is printed is
    taken to leave its object as it is.

    Args:
        source: plain Python.
        interface: names that others read.
    """
    statements = ast.parse(source).body
    bound_here = frozenset().union(*(names_of(ast.unparse(statement)).bound for statement in statements))
    for number in reversed(range(len(statements))):
        if _prints(statements[number]):
            continue
        names = names_of(ast.unparse(statements[number]))
        if (names.bound | names.stored | (names.handed & bound_here)) & interface:
            return number + 1
    return 0


def _prints(statement: ast.stmt) -> bool:
    call = statement.value if isinstance(statement, ast.Expr) else None
    return isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "print"
