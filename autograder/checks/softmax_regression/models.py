"""A student's `LogisticRegression` with parameters of our own, and the stated model that it is held against."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import Any

import numpy as np
import scipy.special

from autograder.judge import (
    Wrong,
    any_route,
    array,
    assign,
    attribute,
    call,
    log_loss,
    numerical_gradient,
    planted,
    unchanged,
    weights,
)

AXES = {"W": "(D, C)", "b": "(C,)"}
"""Shapes of the parameters, as messages write them."""

GIVEN = ("forward", "loss")
"""Methods that are given with the class."""

FOR_GRADIENT = (*GIVEN, "grad_loss")
"""Methods without which a gradient cannot be judged."""

FOR_STEP = (*FOR_GRADIENT, "train")
"""Methods without which a step of training cannot be judged."""


def build(
    LogisticRegression: Any,
    rng: np.random.Generator,
    inputs: int,
    classes: int,
    methods: Sequence[str] = GIVEN,
) -> Any:
    """A student's model with parameters of order 1.

    Args:
        LogisticRegression: the student's class.
        rng: draws the parameters.
        inputs: D.
        classes: C.
        methods: what is asked of it; whoever has deleted the stub of another one loses nothing here.
    """
    model = call(LogisticRegression, inputs, classes, name="LogisticRegression(input_size, output_size)")
    for method in methods:
        attribute(model, method, name="model")
    for parameter, shape in (("W", (inputs, classes)), ("b", (classes,))):
        array(
            attribute(model, parameter, name="model"), name=f"model.{parameter}", shape=shape, integers=True
        )
        assign(model, parameter, weights(rng, *shape))
    return model


def parameters_of(model: Any) -> dict[str, np.ndarray]:
    """Copies of the parameters of a model: `W (D, C)` and `b (C,)`."""
    return {"W": np.array(model.W), "b": np.array(model.b)}


def give_back(model: Any, held: dict[str, np.ndarray]) -> None:
    """Put the parameters of a model where a check wants them, whatever student code has made of them.

    Args:
        model: the student's.
        held: `W (D, C)` and `b (C,)`, as from `parameters_of`.
    """
    for name, value in held.items():
        assign(model, name, value)


def right_forward(model: Any, X: np.ndarray) -> np.ndarray:
    """What the given method `forward` means, computed without the student's `softmax`."""
    return _stated_probabilities(np.asarray(X), model.W, model.b)


def with_right_forward(model: Any, judge: Callable[[], None], **others: Callable[..., Any]) -> None:
    """Judge where `softmax` is wrong: `forward` is given in this class, so what it means may stand in for it.

    Args:
        model: the student's.
        judge: what is asked while `forward` is right.
        others: further methods that are replaced at the same time.
    """
    with planted(model, forward=lambda X: right_forward(model, X), **others):
        judge()


def _stated_probabilities(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    return scipy.special.softmax(X @ W + b, axis=-1)


def stated_gradient_of(held: dict[str, np.ndarray], key: str, x: np.ndarray, y: np.integer) -> np.ndarray:
    """The gradient of the stated cost of the stated model on one sample.

    Args:
        held: the parameters of the model, `W (D, C)` and `b (C,)`.
        key: `W` or `b`, with respect to which the cost is differentiated.
        x: `(D,)`.
        y: the true class.

    Returns:
        `(D, C)` or `(C,)`.
    """
    return numerical_gradient(partial(_stated_cost, held, key, x, y), held[key])


def _stated_cost(
    held: dict[str, np.ndarray], key: str, x: np.ndarray, y: np.integer, value: np.ndarray
) -> float:
    """The stated cost of the stated model on one sample, with one parameter moved to `value`."""
    moved = held | {key: value}
    return log_loss(_stated_probabilities(x, moved["W"], moved["b"]), y)


def sample_survives(
    function: Callable[[np.ndarray], Any],
    model: Any,
    given: dict[str, np.ndarray] | None,
    x: np.ndarray,
) -> None:
    """A sample is the same after a call, for the next epoch needs it; called without our copy.

    Args:
        function: a method of the model, called with the sample.
        model: the student's.
        given: gradients that may stand in for the student's, where `grad_loss` is not what is asked.
        x: `(D,)`.
    """

    def judge() -> None:
        sample = x.copy()
        with suppress(Wrong):  # what is wrong with the call is judged elsewhere
            call(lambda: function(sample), name="the call", returns=False)
        unchanged(sample, x, name="x")

    def with_given_gradient() -> None:
        with planted(model, grad_loss=lambda x, y_true: dict(given)):
            judge()

    any_route(judge, *([with_given_gradient] if given else []))
