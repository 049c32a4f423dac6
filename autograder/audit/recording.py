"""What check cells do with a student's functions and classes: every call that they make, with copies of what went in.

Only outermost calls are kept: what a student's function calls itself is its own business. Of calls that look alike, same
function and same types and shapes, a few are kept, chosen at random.
"""

from __future__ import annotations

import copy
import functools
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from types import FunctionType
from typing import Any

import numpy as np

ALIKE = 4
"""Calls of one function with the same types and shapes that are kept."""

SHAPES = 40
"""Different types and shapes for each function that are kept."""


@dataclass
class Call:
    """One call, as it was before it was made.

    Attributes:
        target: `function`, or `Class.method`.
        instance: what the method was called on, else None.
        args: positional arguments.
        kwargs: keyword arguments.
    """

    target: str
    instance: Any
    args: tuple
    kwargs: dict[str, Any]


class Recorder:
    """Stands in front of functions and classes, in place, and notes how they are called.

    Args:
        names: of a notebook, in which functions and classes are replaced.
        targets: which ones.
        seed: chooses among calls that look alike.

    Attributes:
        skipped: how many calls could not be kept, because what they were given cannot be copied.
    """

    def __init__(self, names: dict[str, Any], targets: Iterable[str], seed: int) -> None:
        self._rng = np.random.default_rng(seed)
        self._depth = 0
        self._kept: dict[tuple, list[Call]] = {}
        self._seen: dict[tuple, int] = {}
        self._shapes: dict[str, int] = {}
        self.skipped = 0
        for name in targets:
            value = names.get(name)
            if isinstance(value, FunctionType):
                names[name] = self._in_front(name, value, method=False)
            elif isinstance(value, type):
                for attribute, function in list(vars(value).items()):
                    if isinstance(function, FunctionType):
                        wrapped = self._in_front(f"{name}.{attribute}", function, method=True)
                        setattr(value, attribute, wrapped)

    @property
    def calls(self) -> list[Call]:
        """What was kept, in the order in which each kind came first."""
        return [call for group in self._kept.values() for call in group]

    def _in_front(self, target: str, function: Callable, *, method: bool) -> Callable:
        @functools.wraps(function)
        def recorded(*args: Any, **kwargs: Any) -> Any:
            if self._depth == 0:
                self._note(target, args, kwargs, method=method)
            self._depth += 1
            try:
                return function(*args, **kwargs)
            finally:
                self._depth -= 1

        recorded.__audited__ = target
        return recorded

    def _note(self, target: str, args: tuple, kwargs: dict[str, Any], *, method: bool) -> None:
        key = (target, *map(kind, args), *((name, kind(value)) for name, value in kwargs.items()))
        seen = self._seen[key] = self._seen.get(key, 0) + 1
        if seen == 1:
            self._shapes[target] = self._shapes.get(target, 0) + 1
        group = self._kept.get(key)
        if group is None:
            if self._shapes[target] > SHAPES:
                return
            group = self._kept[key] = []
        place = len(group) if len(group) < ALIKE else int(self._rng.integers(seen))
        if place >= ALIKE:
            return
        try:
            copied_args, copied_kwargs = copy.deepcopy((args, kwargs))
        except Exception:  # noqa: BLE001 - generators, proxies, autograd's boxes: not every argument can be had twice
            self.skipped += 1
            return
        instance = copied_args[0] if method and copied_args else None
        call = Call(target, instance, copied_args[1:] if method else copied_args, copied_kwargs)
        group[place : place + 1] = [call]


def kind(value: Any, depth: int = 3) -> Any:
    """Types and shapes of a value, for telling calls apart."""
    if isinstance(value, np.ndarray):
        return value.dtype.kind, value.shape
    if depth and isinstance(value, list | tuple):
        return type(value).__name__, *(kind(item, depth - 1) for item in value)
    if depth and isinstance(value, dict):
        return "dict", *((str(key), kind(item, depth - 1)) for key, item in value.items())
    if isinstance(value, FunctionType):
        return value.__name__
    return type(value).__name__
