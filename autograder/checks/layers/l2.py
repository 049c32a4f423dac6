"""Checks of question `l2`: a `Dense` that pays for large weights, in its own step and nowhere else."""

from functools import partial
from typing import Any

import numpy as np

from autograder.checks.layers.common import Draw, draws
from autograder.checks.layers.relatives import (
    as_new,
    or_on_right_dense,
    relative,
    same_step,
    step_or_inherited,
)
from autograder.judge import cases, confirmed, generator, numerical_gradient

ALPHAS = (0.3, 0.05, 1.1)


@confirmed
def l2_step(DenseL2: Any, Dense: Any, key: str, rng: np.random.Generator | None = None) -> None:
    """One step on the cost plus alpha times the sum of the squared weights; biases are not penalised.

    Args:
        DenseL2: the student's class.
        Dense: the student's class below it.
        key: `weights` or `biases`.
        rng: another generator than the check's own.
    """
    for problem, alpha in zip(draws(rng or generator(f"l2-{key}")), cases(ALPHAS), strict=True):
        slope = _slope(alpha, getattr(problem, key))
        penalised = key == "weights"
        make = lambda p=problem, alpha=alpha: DenseL2(*p.weights.shape, p.rate, alpha)
        judge = partial(
            step_or_inherited,
            make,
            problem,
            key,
            Dense,
            name="DenseL2",
            penalty=slope if penalised else 0.0,
            more_suspects={
                "penalty_missing": 0 * slope,
                "missing_factor_two": slope / 2,
                "penalty_wrong_sign": -slope,
                "penalty_scaled_by_learning_rate": slope * problem.rate,
                "penalty_after_the_step": _slope_after_step(problem, alpha),
            }
            if penalised
            else {"biases_penalised": slope},
        )
        or_on_right_dense(partial(as_new, make, problem, key, name="DenseL2"), Dense)
        # The penalty is what is to be written; the step of the biases may be inherited.
        work = None if penalised else lambda: l2_step(DenseL2, Dense, "weights")
        or_on_right_dense(judge, Dense, own_work=work)
    problem = draws(rng or generator(f"l2-settings-{key}"))[0]
    shape = problem.weights.shape

    def first_of_two() -> Any:
        first = DenseL2(*shape, 0.1, 0.4)
        DenseL2(*shape, 0.7, 0.01)
        return first

    for one, other, name in (
        (lambda: DenseL2(*shape), lambda: DenseL2(*shape, 0.1, 1e-3), "DenseL2 with the default settings"),
        (
            first_of_two,
            lambda: DenseL2(*shape, 0.1, 0.4),
            "DenseL2, when another one with other settings is made,",
        ),
    ):
        or_on_right_dense(partial(same_step, one, other, problem, key, name=name), Dense)


def _slope_after_step(problem: Draw, alpha: float) -> np.ndarray:
    """The derivative of the penalty at the weights that a plain step has left."""
    moved = problem.weights - problem.rate * problem.gradient("weights")
    return _slope(alpha, moved)


def _slope(alpha: float, values: np.ndarray) -> np.ndarray:
    """The derivative of the penalty, alpha times the sum of the squares."""
    return numerical_gradient(lambda at: alpha * np.sum(at**2), values)


@confirmed
def l2_layer(DenseL2: Any, Dense: Any, rng: np.random.Generator | None = None) -> None:
    """Forward and the gradient for the layer below know nothing of the penalty; a penalty of 0 is `Dense`."""
    for problem, alpha in zip(draws(rng or generator("l2-layer")), cases(ALPHAS), strict=True):
        judge = partial(
            relative,
            lambda p=problem, alpha=alpha: DenseL2(*p.weights.shape, p.rate, alpha),
            problem,
            Dense,
            name="DenseL2",
        )
        or_on_right_dense(judge, Dense, own_work=lambda: l2_step(DenseL2, Dense, "weights"))
