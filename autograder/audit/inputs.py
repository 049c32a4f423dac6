"""Further inputs out of known ones: the same structure, other numbers, other rows."""

from __future__ import annotations

from types import FunctionType
from typing import Any

import numpy as np

PLAIN = (list, tuple, dict)


def varied(value: Any, rng: np.random.Generator, *, least: int = 0) -> Any:
    """A copy of a value with other numbers in it; objects are changed in place, so hand in a copy.

    Numbers keep their type, sign where all have the same, and size; probabilities add up to 1 again, one-hot rows stay
    one-hot rows, labels stay between the smallest and the largest, orders stay orders. Texts, truths, None, functions and
    sizes (whole numbers by themselves) stay, but for one time in two a whole number becomes a smaller one, at least `least`.
    """
    return _Varied(rng, least).of(value)


class _Varied:
    def __init__(self, rng: np.random.Generator, least: int) -> None:
        self._rng, self._least = rng, least
        self._whole = bool(rng.integers(2))
        self._done: dict[int, tuple[Any, Any]] = {}  # the old value is kept, or its id would be used again

    def of(self, value: Any) -> Any:
        if id(value) in self._done:
            return self._done[id(value)][1]
        new = self._new(value)
        self._done[id(value)] = value, new
        return new

    def _new(self, value: Any) -> Any:
        rng = self._rng
        match value:
            case np.ndarray():
                return array(value, rng)
            case bool() | str() | bytes() | None | FunctionType() | type():
                return value
            case int():
                return int(rng.integers(self._least, value + 1)) if self._whole and value > 0 else value
            case float() | np.floating():
                return type(value)(number(float(value), rng))
            case np.integer():
                return type(value)(rng.integers(int(value) + 1)) if value > 0 else value
            case list() | tuple():
                return self._sequence(value)
            case dict():
                return {key: self.of(item) for key, item in value.items()}
        if isinstance(getattr(value, "__dict__", None), dict) and not callable(value):
            for name, item in list(vars(value).items()):
                new = self.of(item)
                if new is not item:
                    vars(value)[name] = new
        return value

    def _sequence(self, value: list | tuple) -> Any:
        if value and all(type(item) in (int, float) for item in value):
            whole = all(type(item) is int for item in value)
            if whole and not self._whole:
                return value
            return type(value)(array(np.asarray(value), self._rng).tolist())
        return type(value)(self.of(item) for item in value)


def number(value: float, rng: np.random.Generator) -> float:
    """Another number of about the same size and the same sign; between 0 and 1 it stays there."""
    if 0 < value < 1:
        return float(value * rng.uniform(0.5, min(1.5, 0.5 + 0.5 / value)))
    return float(value * rng.uniform(0.5, 1.5))


def array(value: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Another array of the same shape, type and kind of content."""
    if value.size == 0 or value.dtype.kind not in "biuf":
        return value.copy()
    if value.dtype.kind == "b":
        return rng.permutation(value.ravel()).reshape(value.shape)
    flat = value.ravel().astype(float)
    if value.ndim and set(np.unique(flat)) <= {0.0, 1.0} and np.all(value.sum(axis=-1) == 1):
        return np.eye(value.shape[-1], dtype=value.dtype)[
            rng.integers(value.shape[-1], size=value.shape[:-1])
        ]
    if value.dtype.kind in "iu":
        if (
            value.size > 1
            and len(np.unique(flat)) == value.size
            and flat.max() - flat.min() == value.size - 1
        ):
            return rng.permutation(value.ravel()).reshape(value.shape)
        return rng.integers(value.min(), value.max() + 1, size=value.shape).astype(value.dtype)
    if not np.all(np.isfinite(flat)):
        return value.copy()
    if value.ndim and value.shape[-1] > 1 and flat.min() >= 0 and np.allclose(value.sum(axis=-1), 1):
        shares = rng.dirichlet(np.ones(value.shape[-1]), size=value.shape[:-1])
        return shares.astype(value.dtype)
    scale = float(np.sqrt(np.mean(flat**2)))
    drawn = rng.normal(size=value.shape) * (scale or 0.5)
    if value.size > 1 and (flat.min() > 0 or flat.max() < 0):
        drawn = np.sign(flat[0]) * (np.abs(drawn) + 0.1 * scale)
    return drawn.astype(value.dtype)


def other_rows(args: tuple, rng: np.random.Generator) -> tuple | None:
    """Arguments with another number of samples: rows of all arrays that have the most common first size, drawn anew.

    Returns:
        None where no two-dimensional array is among the arguments.
    """
    tables = [value for value in args if isinstance(value, np.ndarray) and value.ndim == 2]
    if not tables:
        return None
    n = len(tables[0])
    if n == 0:
        return None
    rows = rng.integers(n, size=int(rng.integers(1, n + 4)))
    return tuple(
        value[rows] if isinstance(value, np.ndarray) and value.ndim and len(value) == n else value
        for value in args
    )
