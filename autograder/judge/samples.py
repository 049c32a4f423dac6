"""Random inputs for checks: float64, of order 1, sizes that all differ, away from kinks."""

import os
import zlib
from collections.abc import Sequence

import numpy as np

from autograder.judge.fresh import LOOK

SEED_VARIABLE = "AUTOGRADER_SEED"
"""Environment variable with an integer that the grader sets; without it a check uses the same numbers each time."""


def generator(name: str) -> np.random.Generator:
    """A random generator of its own for each check; numpy's global state is not touched.

    Args:
        name: usually the aspect; different names give independent numbers, and so does each further look at a check
            that has failed (`autograder.judge.fresh`).
    """
    seed, look = int(os.environ.get(SEED_VARIABLE, "0")), LOOK.get()
    return np.random.default_rng([seed, zlib.crc32(name.encode()), *([look] if look else [])])


def weights(rng: np.random.Generator, *shape: int, low: float = 0.3, high: float = 1.0) -> np.ndarray:
    """Entries with magnitudes between `low` and `high` and random signs: none is near 0, where kinks are."""
    return rng.uniform(low, high, size=shape) * rng.choice([-1.0, 1.0], size=shape)


def labels(rng: np.random.Generator, n: int, classes: int) -> np.ndarray:
    """`n` classes as integers, as different from each other as `n` and `classes` allow."""
    return rng.permutation(np.resize(rng.permutation(classes), n))


def one_hot(classes: int, y: int | Sequence[int] | np.ndarray) -> np.ndarray:
    """Rows of the identity matrix: `(C,)` for an int, `(N, C)` for a sequence of N classes."""
    return np.eye(classes)[np.asarray(y, dtype=int)]
