"""Whether two results are the same up to rounding, whatever they are made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

ROUNDING = 1e-8
"""Share of the largest entry by which two arrays may differ: sums in another order differ by less, slips by more."""

FLOOR = 1e-13
"""Differences below this are rounding, however small the entries are: all data of the course are of order 1."""

DEPTH = 12


def difference(actual: Any, expected: Any, path: str = "result") -> str:
    """What differs first, in words; "" where nothing does.

    Numbers, arrays, sequences, mappings and the attributes of objects are compared; functions and classes by name; lists and
    tuples count as the same. Not a number equals itself.
    """
    return _difference(actual, expected, path, DEPTH, set())


def _difference(actual: Any, expected: Any, path: str, depth: int, pairs: set[tuple[int, int]]) -> str:
    if actual is expected or (id(actual), id(expected)) in pairs:
        return ""
    if not depth:
        return f"{path} is nested too deeply to be compared"
    pairs = pairs | {(id(actual), id(expected))}
    if _is_numeric(actual) and _is_numeric(expected):
        return _arrays(np.asarray(actual), np.asarray(expected), path)
    if isinstance(actual, list | tuple) and isinstance(expected, list | tuple):
        if len(actual) != len(expected):
            return f"{path} has {len(actual)} entries, not {len(expected)}"
        steps = (
            _difference(a, b, f"{path}[{i}]", depth - 1, pairs)
            for i, (a, b) in enumerate(zip(actual, expected, strict=True))
        )
        return next(filter(None, steps), "")
    if isinstance(actual, Mapping) and isinstance(expected, Mapping):
        return _mappings(actual, expected, path, depth, pairs)
    if callable(actual) and callable(expected) and hasattr(expected, "__name__"):
        same = getattr(actual, "__name__", None) == expected.__name__
        return "" if same else f"{path} is another function"
    if type(actual).__name__ != type(expected).__name__:
        return f"{path} is {type(actual).__name__}, not {type(expected).__name__}"
    if isinstance(expected, np.random.RandomState | np.random.Generator):
        return ""  # what comes out of them is compared
    if isinstance(getattr(expected, "__dict__", None), dict):
        return _mappings(vars(actual), vars(expected), path, depth, pairs)
    try:
        return "" if bool(actual == expected) else f"{path} differs"
    except Exception:  # noqa: BLE001 - whatever cannot be compared is not known to be the same
        return f"{path} cannot be compared"


def _mappings(actual: Mapping, expected: Mapping, path: str, depth: int, pairs: set) -> str:
    if actual.keys() != expected.keys():
        return f"{path} has other keys"
    steps = (_difference(actual[key], expected[key], f"{path}.{key}", depth - 1, pairs) for key in expected)
    return next(filter(None, steps), "")


def _is_numeric(value: Any) -> bool:
    if isinstance(value, np.ndarray | np.generic):
        return value.dtype.kind in "biufc"
    return isinstance(value, bool | int | float)


def _arrays(actual: np.ndarray, expected: np.ndarray, path: str) -> str:
    if actual.shape != expected.shape:
        return f"{path} has shape {actual.shape}, not {expected.shape}"
    if (actual.dtype.kind in "fc") != (expected.dtype.kind in "fc"):
        return f"{path} has dtype {actual.dtype}, not {expected.dtype}"
    a, b = actual.astype(complex), expected.astype(complex)
    finite = np.isfinite(b)
    if not np.array_equal(np.isfinite(a), finite) or not np.array_equal(
        a[~finite], b[~finite], equal_nan=True
    ):
        return f"{path} is not finite elsewhere"
    if not finite.any():
        return ""
    error, scale = float(np.abs(a - b)[finite].max()), float(np.abs(b[finite]).max())
    if error <= max(ROUNDING * scale, FLOOR):
        return ""
    return f"{path} is off by {error:.3g} (largest entry {scale:.3g})"
