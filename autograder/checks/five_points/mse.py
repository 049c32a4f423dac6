"""Checks of question `mse_loss`: the cost, its derivative, and shapes that do not fit."""

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.checks.five_points.costs import squared_error
from autograder.judge import (
    any_route,
    array,
    attribute,
    call,
    cases,
    confirmed,
    equal,
    generator,
    number,
    numerical_gradient,
    refuses,
    wrong,
)

FORWARD = "MSELoss().forward(y_true, y_pred)"
GRADIENT = "MSELoss().get_gradient(y_true, y_pred)"

SHAPES = ((4, 3), (5, 1), (1, 3), (1, 1), (6, 2))  # (N, out)

MISFITS = (((5,), (5, 1)), ((5, 1), (5,)), ((3, 1), (3, 4)), ((1, 4), (3, 4)), ((2, 3), (3, 2)))
"""Shapes of truth and prediction. Most of them broadcast, so numpy alone would not complain."""


@confirmed
def mse_forward(MSELoss: Any) -> None:
    """The mean of the squared differences over all entries, one number."""
    loss = _loss(MSELoss, "forward")
    rng = generator("mse_loss-forward")
    for shape in cases(SHAPES):
        truth, predicted = rng.normal(size=shape), rng.normal(size=shape)
        _judge_forward(loss, truth, predicted, squared_error(truth, predicted))
    truth, predicted = rng.integers(2, size=(4, 2)), rng.normal(size=(4, 2))
    _judge_forward(loss, truth, predicted, squared_error(truth, predicted))
    for truth, predicted, published in (
        ([[1.0], [0.0], [0.0], [0.0], [0.0]], [[0.2], [0.2], [0.2], [0.2], [0.2]], 0.16),
        ([[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]], [[1.0, 2.0, 0.0], [1.0, 0.0, 0.0]], 1.0),
    ):
        _judge_forward(loss, np.array(truth), np.array(predicted), published)


def _judge_forward(loss: Any, truth: np.ndarray, predicted: np.ndarray, expected: float) -> None:
    value = number(call(loss.forward, truth, predicted, name=FORWARD), name=FORWARD)
    factors = {
        "missing_mean": truth.size,
        "mean_over_samples_only": truth.shape[1],
        "mean_per_sample_summed": len(truth),
    }
    equal(
        value,
        expected,
        name=f"{FORWARD} for shape {truth.shape}",
        relative=1e-9,
        factors=factors,
        suspects={
            "absolute_for_square": np.mean(np.abs(predicted - truth)),
            "root_of_the_mean": np.sqrt(expected),
            "times_two_for_square": 2 * np.mean(predicted - truth),
        }
        if expected != 1
        else {},
        hint="what happens to each difference, and what the sum is divided by",
    )


@confirmed
def mse_gradient(MSELoss: Any) -> None:
    """The derivative of `forward` with respect to each prediction, in the shape of the predictions."""
    loss, rng = _loss(MSELoss, "get_gradient"), generator("mse_loss-gradient")
    for shape in cases(SHAPES):
        truth, predicted = rng.uniform(size=shape), rng.uniform(size=shape)
        _judge_gradient(loss, truth, predicted)
    _judge_gradient(loss, rng.integers(2, size=(4, 2)), rng.uniform(size=(4, 2)))


def _judge_gradient(loss: Any, truth: np.ndarray, predicted: np.ndarray) -> None:
    def fits(cost: Callable[[np.ndarray], Any]) -> None:
        expected = numerical_gradient(cost, predicted, name=FORWARD)
        if not np.any(expected):
            wrong(f"{FORWARD} does not change with y_pred, so a derivative proves nothing.", hint="`forward`")
        gradient_equals(loss, truth, predicted, expected)

    any_route(
        lambda: fits(lambda moved: squared_error(truth, moved)),
        # Where `forward` is another multiple of the squared error, its own derivative is right.
        lambda: fits(lambda moved: call(loss.forward, truth, moved, name=FORWARD)),
    )


def gradient_equals(loss: Any, truth: np.ndarray, predicted: np.ndarray, expected: np.ndarray) -> None:
    """Require a derivative from `get_gradient`, and name the factors that get lost."""
    n, outputs = truth.shape
    factors = {
        "missing_factor_two": 0.5,
        "missing_mean": truth.size,
        "mean_over_samples_only": outputs,
        "batch_averaged_twice": 1 / n,
    }
    equal(
        call(loss.get_gradient, truth, predicted, name=GRADIENT),
        expected,
        name=GRADIENT,
        axes="(N, out)",
        factors=factors,
        hint="`get_gradient`: how the cost changes with one single prediction",
    )


@confirmed
def gradient_is_a_multiple(
    MSELoss: Any, truth: np.ndarray, predicted: np.ndarray, expected: np.ndarray
) -> None:
    """Require the derivative of the stated cost or a positive multiple of it: no other cost will do.

    Args:
        MSELoss: the student's class.
        truth: `(N, out)`.
        predicted: `(N, out)`.
        expected: the derivative of the stated cost, `(N, out)`.
    """
    gradient = call(_loss(MSELoss, "get_gradient").get_gradient, truth, predicted, name=GRADIENT)
    gradient = array(gradient, name=GRADIENT, shape=expected.shape, axes="(N, out)")
    factor = float(np.sum(gradient * expected) / np.sum(expected * expected))
    if factor <= 0:
        wrong(f"{GRADIENT} does not point up the squared error.", hint="the sign of each entry")
    equal(
        gradient,
        factor * expected,
        name=GRADIENT,
        axes="(N, out)",
        hint="what the differences are multiplied by",
    )


@confirmed
def mse_refuses(MSELoss: Any) -> None:
    """Truth and prediction of different shapes raise ValueError in both methods; equal shapes do not."""
    loss, rng = _loss(MSELoss, "forward", "get_gradient"), generator("mse_loss-refuses")
    same = rng.uniform(size=(2, 5, 1))
    for method, name in (("forward", FORWARD), ("get_gradient", GRADIENT)):
        function = attribute(loss, method, name="MSELoss()")
        call(function, same[0], same[1], name=name, returns=False)
        for truth, predicted in MISFITS:
            arguments = rng.uniform(size=truth), rng.uniform(size=predicted)
            refuses(function, *arguments, name=f"{name} for shapes {truth} and {predicted}")


def _loss(MSELoss: Any, *methods: str) -> Any:
    """A student's cost; only what is asked of it must be there."""
    loss = call(MSELoss, name="MSELoss()")
    for method in methods:
        attribute(loss, method, name="MSELoss()")
    return loss
