"""Find out why an array is wrong, from the numbers alone.

A cause is named only when it reproduces every entry of the student's array to rounding and no other cause does.
Checks use random inputs whose sizes all differ, so that an agreement of all entries is evidence, not chance.
"""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from autograder.causes import Diagnosis, diagnosis
from autograder.judge.undisturbed import undisturbed

ROUNDING = 1e-6
"""How closely a cause must reproduce the student's numbers, relative to the largest of them.

Loose enough for difference quotients (1e-9) and for an epsilon in a logarithm; the chance that a wrong cause fits
k random entries this well is of the order of 1e-6 to the power k.
"""


def find_cause(
    actual: np.ndarray,
    expected: np.ndarray,
    *,
    factors: Mapping[str, float],
    suspects: Mapping[str, Callable[[], Any] | Any],
) -> Diagnosis | None:
    """Name the one cause that explains the student's array.

    Args:
        actual: the student's array, finite, of the expected shape.
        expected: the right array.
        factors: causes that scale every entry, with their factors.
        suspects: causes with the array that each would give, or a function that makes it.

    Returns:
        The cause, or None when no cause fits or several do.
    """
    proven = [cause for cause, suspect in suspects.items() if _reproduces(suspect, actual)]
    if len(proven) > 1:
        return None
    if proven:
        return diagnosis(proven[0])
    if not np.any(actual):
        return diagnosis("all_zero") if actual.size > 1 else None
    if actual.ndim == 2 and actual.shape[0] == actual.shape[1] > 1 and _close(actual, expected.T):
        return diagnosis("transposed")
    return _constant_factor(actual, expected, factors)


def _constant_factor(
    actual: np.ndarray, expected: np.ndarray, factors: Mapping[str, float]
) -> Diagnosis | None:
    """Least squares for `actual = factor * expected`; a single number proves only the factors that are named."""
    norm = float(np.sum(expected * expected))
    if norm == 0.0 or not np.isfinite(norm):
        return None
    factor = float(np.sum(actual * expected)) / norm
    if not _close(actual, factor * expected):
        return None
    named = [cause for cause, value in factors.items() if abs(factor - value) <= ROUNDING * abs(value)]
    if len(named) == 1:
        return diagnosis(named[0])
    if named:
        return None
    if abs(factor + 1.0) <= ROUNDING:
        return diagnosis("wrong_sign")
    if actual.size > 1:
        return diagnosis("constant_factor", factor=f"{factor:.4g}")
    return None


def _reproduces(suspect: Callable[[], Any] | Any, actual: np.ndarray) -> bool:
    """Whether a suspect gives the student's numbers; a suspect that cannot be computed does not."""
    try:
        with undisturbed():
            candidate = np.asarray(suspect() if callable(suspect) else suspect, dtype=np.float64)
    except Exception:  # noqa: BLE001 - a suspect may call student code with odd arguments: then it proves nothing
        return False
    return candidate.shape == actual.shape and _close(actual, candidate)


def _close(actual: np.ndarray, candidate: np.ndarray) -> bool:
    if not np.all(np.isfinite(candidate)):
        return False
    return bool(
        np.max(np.abs(actual - candidate), initial=0.0) <= ROUNDING * np.max(np.abs(actual), initial=1e-300)
    )
