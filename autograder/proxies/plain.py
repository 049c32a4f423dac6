"""What both sides send for values that are not of exactly a plain type.

Subclasses of plain types are plain underneath, and travel as such: `np.matrix`, masked arrays, `OrderedDict`, named
tuples, `IntEnum`. A subclass to which somebody gave methods or attributes of its own, such as `class Network(list)`,
is an object and stays where it is; so do arrays of objects and autograd's boxes.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.wire import arrays

_PLAIN: dict[type, Callable[[Any], Any]] = {
    list: lambda value: list(list.__iter__(value)),
    tuple: lambda value: tuple(tuple.__iter__(value)),
    dict: lambda value: dict(dict.items(value)),
    set: lambda value: set(set.__iter__(value)),
    frozenset: lambda value: set(frozenset.__iter__(value)),
    str: str.__str__,
    int: int.__int__,
    float: float.__float__,
    complex: complex.__pos__,
    bytes: bytes.__bytes__,
    bytearray: bytes,
}
"""The base types, and how to get at what is underneath past anything that a subclass overrides."""


def plain(value: Any) -> Any:
    """The plain value underneath, or None where there is none."""
    if isinstance(value, np.ndarray):
        return None if arrays.plain(value) is None else _base_array(value)
    base = next((base for base in type(value).__mro__ if base in _PLAIN), None)
    if base is None or (type(value) is not base and _has_more(value, base)):
        return None
    return _PLAIN[base](value)


def _base_array(value: np.ndarray) -> np.ndarray | None:
    """The array underneath a subclass; an exact array that was refused stays refused."""
    return None if type(value) is np.ndarray else np.asarray(value)


def _has_more(value: Any, base: type) -> bool:
    """Whether a subclass has public names of its own, but for those of the standard library."""
    kind = type(value)
    if kind.__module__ in ("collections", "enum") or hasattr(kind, "_fields"):
        return False
    if getattr(value, "__dict__", None):
        return True
    own = set(dir(kind)) - set(dir(base))
    return any(not name.startswith("_") for name in own) or "__call__" in own
