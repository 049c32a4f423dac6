"""Mutation operators: how one node of a solution's syntax tree may be changed into a plausible mistake.

Each operator is a function of a node and of what is known about the place where it stands, and yields other nodes for it.
To add one, write such a function and put it into `OPERATORS`; its name is the name of the operator in reports.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """What is known about where a node stands.

    Attributes:
        parent: the node above it.
        field: its field there.
        locals: parameters and variables of the function around it, or variables of the cell, in their order.
        attributes: attributes that the class around it sets on `self`, in their order.
        keys: texts that are used as keys in the cell.
    """

    parent: ast.AST
    field: str
    locals: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


Operator = Callable[[ast.AST, Place], Iterator[ast.AST]]

_ARITHMETIC: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div, ast.Add),
    ast.Div: (ast.Mult,),
    ast.FloorDiv: (ast.Div,),
    ast.Mod: (ast.FloorDiv,),
    ast.Pow: (ast.Mult,),
}
_COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_FUNCTIONS = {
    "sum": ("mean", "max"),
    "mean": ("sum",),
    "max": ("min",),
    "min": ("max",),
    "maximum": ("minimum",),
    "minimum": ("maximum",),
    "argmax": ("argmin",),
    "argmin": ("argmax",),
    "zeros": ("ones",),
    "ones": ("zeros",),
    "zeros_like": ("ones_like",),
    "ones_like": ("zeros_like",),
    "eye": ("ones",),
    "outer": ("dot",),
    "tanh": ("sinh",),
    "sqrt": ("square",),
    "square": ("abs",),
    "abs": ("square",),
    "exp": ("expm1",),
    "log": ("log10",),
    "var": ("std",),
    "std": ("var",),
    "any": ("all",),
    "all": ("any",),
    "insert": ("append",),
}
"""Functions of numpy and Python that are confused with each other; the name is enough, whoever owns it."""

_PRODUCTS = ("dot", "matmul", "outer")


def arithmetic(node: ast.AST, place: Place) -> Iterator[ast.AST]:
    """`a + b` becomes `a - b`, `a * b` becomes `a / b`, `a ** 2` becomes `a * 2`, also in `a += b`."""
    if isinstance(node, ast.BinOp | ast.AugAssign):
        for other in _ARITHMETIC.get(type(node.op), ()):
            yield _with(node, op=other())


def operand(node: ast.AST, place: Place) -> Iterator[ast.AST]:
    """`a + b` becomes `a`, or `b`: a term, a factor or a divisor is forgotten."""
    if isinstance(node, ast.BinOp):
        yield node.left
        yield node.right


def order(node: ast.AST, place: Place) -> Iterator[ast.AST]:
    """`a - b` becomes `b - a`, `a @ b` becomes `b @ a`."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub | ast.Div | ast.MatMult | ast.Pow):
        yield _with(node, left=node.right, right=node.left)


def sign(node: ast.AST, place: Place) -> Iterator[ast.AST]:
    """`-a` becomes `a`; what is returned, assigned or kept under a key becomes its negative."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.Not):
        yield node.operand
    whole = (
        place.field == "value" and isinstance(place.parent, ast.Assign | ast.Return | ast.AugAssign)
    ) or (place.field == "values" and isinstance(place.parent, ast.Dict))
    numbers = ast.BinOp | ast.Call | ast.Name | ast.Attribute | ast.Subscript
    if whole and isinstance(node, numbers):
        yield ast.UnaryOp(ast.USub(), node)


def constant(node: ast.AST, place: Place) -> Iterator[ast.AST]:
    """Numbers become larger and smaller, truths their opposite."""
    if not isinstance(node, ast.Constant):
        return
    value = node.value
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        yield ast.Constant(value + 1)
        yield ast.Constant(value - 1)
    elif isinstance(value, float):
        yield ast.Constant(2 * value if value else 1.0)
        yield ast.Constant(0.5 * value if value else -1.0)


def axis(node: ast.AST, place: Place) -> Iterator[ast.AST]:
    """`axis=0` becomes `axis=1` and the other way round, or is forgotten."""
    if not isinstance(node, ast.Call):
        return
    for number, keyword in enumerate(node.keywords):
        if keyword.arg in ("axis", "keepdims"):
            yield _with(node, keywords=[k for k in node.keywords if k is not keyword])
        if keyword.arg == "axis":
            number_of = _integer(keyword.value)
            for other in {0: (1, -1), 1: (0,), -1: (0, -2)}.get(number_of, ()):
                changed = list(node.keywords)
                changed[number] = ast.keyword("axis", ast.Constant(other))
                yield _with(node, keywords=changed)


def transpose(node: ast.AST, place: Place) -> Iterator[ast.AST]:
    """`W.T` becomes `W`; a factor of a matrix product is transposed."""
    if isinstance(node, ast.Attribute) and node.attr == "T":
        yield node.value
    elif isinstance(node, ast.Name | ast.Attribute | ast.Subscript) and _is_factor(place):
        yield ast.Attribute(node, "T", ast.Load())


def index(node: ast.AST, place: Place) -> Iterator[ast.AST]:
    """An index moves by one; a slice loses its beginning, its end or its direction."""
    if not isinstance(node, ast.Subscript) or not isinstance(node.ctx, ast.Load):
        return
    if isinstance(node.slice, ast.Slice):
        for part in ("lower", "upper", "step"):
            if getattr(node.slice, part) is not None:
                yield _with(node, slice=_with(node.slice, **{part: None}))
    elif isinstance(node.slice, ast.Name | ast.BinOp):
        for operator in (ast.Add(), ast.Sub()):
            yield _with(node, slice=ast.BinOp(node.slice, operator, ast.Constant(1)))


def bounds(node: ast.AST, place: Place) -> Iterator[ast.AST]:
    """A loop ends a step too early, or begins a step too late."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "range":
        first, last = (node.args[0], node.args[1]) if len(node.args) > 1 else (ast.Constant(0), node.args[0])
        rest = node.args[2:]
        yield _with(node, args=[first, ast.BinOp(last, ast.Sub(), ast.Constant(1)), *rest])
        yield _with(node, args=[ast.BinOp(first, ast.Add(), ast.Constant(1)), last, *rest])
    elif place.field == "iter" and not isinstance(node, ast.Call):
        yield ast.Subscript(node, ast.Slice(ast.Constant(1), None, None), ast.Load())
        yield ast.Subscript(node, ast.Slice(None, ast.Constant(-1), None), ast.Load())


def comparison(node: ast.AST, place: Place) -> Iterator[ast.AST]:
    """`<` becomes `<=` or `>`, `and` becomes `or`; a condition always holds, or never."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        for other in _COMPARISONS.get(type(node.ops[0]), ()):
            yield _with(node, ops=[other()])
    elif isinstance(node, ast.BoolOp):
        yield _with(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())
        yield from node.values
    if place.field == "test":
        yield ast.Constant(True)
        yield ast.Constant(False)


def branch(node: ast.AST, place: Place) -> Iterator[ast.AST]:
    """`a if condition else b` becomes `a`, or `b`."""
    if isinstance(node, ast.IfExp):
        yield node.body
        yield node.orelse


def call(node: ast.AST, place: Place) -> Iterator[ast.AST]:
    """A function is forgotten, `f(x)` becomes `x`, or confused with another, `sum` with `mean`."""
    if not isinstance(node, ast.Call):
        return
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    for other in _FUNCTIONS.get(name, ()):
        function = (
            _with(node.func, attr=other)
            if isinstance(node.func, ast.Attribute)
            else ast.Name(other, ast.Load())
        )
        yield _with(node, func=function)
    if node.args and not isinstance(node.args[0], ast.Starred) and name not in ("range", "super", "len"):
        yield node.args[0]


def arguments(node: ast.AST, place: Place) -> Iterator[ast.AST]:
    """Two neighbouring arguments of a call, or two values of a dict or tuple, are swapped; the last argument is forgotten."""
    if isinstance(node, ast.Call):
        for number in range(len(node.args) - 1):
            yield _with(node, args=_swapped(node.args, number))
        if node.keywords and node.keywords[-1].arg not in ("axis", "keepdims", None):
            yield _with(node, keywords=node.keywords[:-1])
    elif isinstance(node, ast.Dict):
        for number in range(len(node.values) - 1):
            yield _with(node, values=_swapped(node.values, number))
    elif isinstance(node, ast.Tuple) and isinstance(node.ctx, ast.Load):
        for number in range(len(node.elts) - 1):
            yield _with(node, elts=_swapped(node.elts, number))


def name(node: ast.AST, place: Place) -> Iterator[ast.AST]:
    """A variable, an attribute of `self` or a key is mistaken for the one before or behind it."""
    called = isinstance(place.parent, ast.Call) and place.field == "func"
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and not called:
        for other in _neighbours(node.id, place.locals):
            yield ast.Name(other, ast.Load())
    elif (
        isinstance(node, ast.Attribute)
        and isinstance(node.ctx, ast.Load)
        and isinstance(node.value, ast.Name)
        and node.value.id == "self"
        and not called
    ):
        for other in _neighbours(node.attr, place.attributes):
            yield _with(node, attr=other)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and place.field == "slice":
        for other in _neighbours(node.value, place.keys):
            yield ast.Constant(other)


OPERATORS: tuple[Operator, ...] = (
    arithmetic,
    operand,
    order,
    sign,
    constant,
    axis,
    transpose,
    index,
    bounds,
    comparison,
    branch,
    call,
    arguments,
    name,
)


def _with(node: ast.AST, **changes: object) -> ast.AST:
    changed = copy.copy(node)
    for field, value in changes.items():
        setattr(changed, field, value)
    return changed


def _swapped(items: list, number: int) -> list:
    return [*items[:number], items[number + 1], items[number], *items[number + 2 :]]


def _neighbours(name: str, names: tuple[str, ...]) -> list[str]:
    """The names before and behind one, in a ring."""
    if name not in names or len(names) < 2:
        return []
    place = names.index(name)
    return list(dict.fromkeys((names[(place + 1) % len(names)], names[place - 1])))


def _integer(node: ast.AST) -> int | None:
    try:
        value = ast.literal_eval(node)
    except ValueError:
        return None
    return value if type(value) is int else None


def _is_factor(place: Place) -> bool:
    if isinstance(place.parent, ast.BinOp):
        return isinstance(place.parent.op, ast.MatMult)
    if isinstance(place.parent, ast.Call) and place.field == "args":
        function = place.parent.func
        return isinstance(function, ast.Attribute) and function.attr in _PRODUCTS
    return False
