"""Checks of question `glorot`: shape and distribution of fresh weights.

The draws are random, so every threshold is a probability: a right function fails once in 10**9 runs or less.
"""

from typing import Any

import numpy as np
import scipy.special

from autograder.causes import Diagnosis, diagnosis
from autograder.judge import array, call, confirmed, wrong

NAME = "init_glorot(in_features, out_features)"

PUBLISHED = ((100, 50, 0.2), (200, 400, 0.1), (9, 15, 0.5))
"""Inputs, outputs and the bound: sizes for which it is a round number."""

CHANCE = 1e-9
"""How rarely a right function may be judged wrong by one comparison."""


@confirmed
def glorot_shape(init_glorot: Any) -> None:
    """A fresh `(in_features, out_features)` array of floats in each call."""
    for inputs, outputs in ((3, 5), (5, 3), (1, 4), (4, 1)):
        first, *others = (_draw(init_glorot, inputs, outputs) for _ in range(12))
        # A distribution with few different numbers, which is for the next check, may well give the same ones twice.
        if all(np.array_equal(first, other) for other in others):
            wrong(
                f"each call of {NAME} gives the same numbers.",
                diagnosis=diagnosis("draws_repeated"),
                hint="a generator that is seeded inside the function starts again in each call",
            )


@confirmed
def glorot_uniform(init_glorot: Any) -> None:
    """Entries spread evenly between minus and plus the bound, for published sizes."""
    for inputs, outputs, bound in PUBLISHED:
        uniform_within(init_glorot, inputs, outputs, bound)


@confirmed
def uniform_within(init_glorot: Any, inputs: int, outputs: int, bound: float) -> None:
    """Require a uniform distribution between minus and plus `bound`.

    Args:
        init_glorot: the student's function.
        inputs: `in_features`.
        outputs: `out_features`.
        bound: the right bound.

    Raises:
        Wrong: a bound, repeated numbers, or the shape of the distribution.
    """
    calls = max(1, 4000 // (inputs * outputs))
    values = np.concatenate([_draw(init_glorot, inputs, outputs).ravel() for _ in range(calls)])
    name = f"init_glorot({inputs}, {outputs})"
    lowest, highest = float(values.min()), float(values.max())
    if len(np.unique(values)) < 0.99 * values.size:
        inner = values[(values > lowest) & (values < highest)]
        if inner.size > values.size / 2 and len(np.unique(inner)) >= 0.99 * inner.size:
            wrong(
                f"{name} gives its smallest and its largest number again and again, the others once.",
                hint="the distribution that the entries are drawn from, and what becomes of those outside of the bounds",
            )
        wrong(f"{name} repeats its numbers.", diagnosis=diagnosis("draws_repeated"))
    # Of n uniform numbers, none comes within a share t of the width of an end with probability (1 - t)**n.
    margin = 2 * bound * -np.log(CHANCE) / values.size
    outside = max(-lowest, highest) > bound * (1 + 1e-9)
    if outside or lowest > margin - bound or highest < bound - margin:
        wrong(
            f"{name} has the wrong range.\n"
            f"yours from {lowest:.4g} to {highest:.4g}, expected from {-bound:.4g} to {bound:.4g}",
            diagnosis=_shape_of(values),
            hint="the bound: which numbers it is made of, and in which order",
            lowest=lowest,
            highest=highest,
            bound=bound,
        )
    if _distance(values, values / (2 * bound) + 0.5) > _allowed_distance(values.size, CHANCE):
        within = float(np.mean(np.abs(values) < bound / 2))
        wrong(
            f"{name} does not spread its entries evenly.\n"
            f"{within:.0%} of them are below half of the bound in size, 50% are expected",
            diagnosis=_shape_of(values),
            hint="the distribution that the entries are drawn from",
        )


def _draw(init_glorot: Any, inputs: int, outputs: int) -> np.ndarray:
    result = call(init_glorot, inputs, outputs, name=NAME)
    return array(result, name=NAME, shape=(inputs, outputs), axes="(in_features, out_features)")


def _shape_of(values: np.ndarray) -> Diagnosis | None:
    """What the distribution looks like, where it is plain."""
    if values.min() >= 0:
        return diagnosis("draws_one_sided")
    if len(np.unique(values)) != values.size:
        return None
    normal = scipy.special.ndtr(values / values.std())
    uniform = values / (2 * np.abs(values).max()) + 0.5
    fits_normal = _distance(values, normal) < _allowed_distance(values.size, 0.01)
    fits_uniform = _distance(values, uniform) < _allowed_distance(values.size, CHANCE)
    # The sum of two uniform numbers comes close to the bell, but not to its tails.
    tails = float(np.mean(values**4) / np.mean(values**2) ** 2)  # 3 for a normal distribution
    return diagnosis("normal_for_uniform") if fits_normal and not fits_uniform and tails > 2.7 else None


def _distance(values: np.ndarray, probabilities: np.ndarray) -> float:
    """Kolmogorov and Smirnov's distance between the values and a distribution.

    Args:
        values: `(n,)`.
        probabilities: for each value, how likely a smaller one is.
    """
    ordered = np.sort(probabilities)
    steps = np.arange(len(values) + 1) / len(values)
    return float(max(np.max(steps[1:] - ordered), np.max(ordered - steps[:-1])))


def _allowed_distance(n: int, chance: float) -> float:
    """A distance that n draws from the distribution exceed with less than this probability (Massart 1990)."""
    return float(np.sqrt(np.log(2 / chance) / (2 * n)))
