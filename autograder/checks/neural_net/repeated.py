"""Checks of questions `neural_net` and `minibatch`: one call after another."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.causes import diagnosis
from autograder.checks.neural_net.models import PARAMETERS, make
from autograder.judge import Wrong, agree, call, labels, mapping, unchanged, weights, wrong

NAME = "grad_loss_batch(model, X, y)"


def calls_are_independent(
    grad_loss_batch: Any, NeuralNet: Any, keys: Sequence[str], rng: np.random.Generator, n: int = 4
) -> None:
    """Require that a gradient does not depend on earlier calls, and that the samples stay as they were.

    Args:
        grad_loss_batch: the student's function.
        NeuralNet: the student's class.
        keys: the parameters that are judged.
        rng: draws parameters and samples.
        n: samples of the batch.
    """
    model, _ = make(NeuralNet, (3, 4, 2), rng)
    X, y = weights(rng, n, 3), labels(rng, n, 2)
    given = X.copy()

    def grads(X: np.ndarray) -> dict[str, Any]:
        # Called without our copy: one call asks whether the caller's array survives.
        return mapping(call(lambda: grad_loss_batch(model, X, y), name=NAME), PARAMETERS, name=NAME)

    try:
        first = grads(given)
        before = {key: np.array(first[key], dtype=float) for key in keys}
        again = {key: np.array(value, dtype=float) for key, value in grads(X.copy()).items()}
    except (Wrong, TypeError, ValueError):
        return  # what is wrong with one call is judged below
    if "W_o" in keys and n > 1:  # once is enough
        unchanged(given, X, name="X")
    for key, value in before.items():
        if value.shape == again[key].shape and not agree(again[key], value):
            wrong(
                f'grads["{key}"] of a second call with the same model, X and y is another one.',
                diagnosis=diagnosis("kept_from_earlier_call"),
            )


def gradient_follows_its_sample(NeuralNet: Any, key: str, rng: np.random.Generator) -> None:
    """Require that the gradient of a sample is the same before and after the network has seen another one.

    Args:
        NeuralNet: the student's class.
        key: the parameter that is judged.
        rng: draws parameters and samples.
    """
    model, _ = make(NeuralNet, (3, 4, 3), rng)
    X, y = weights(rng, 2, 3), labels(rng, 2, 3)

    def gradient(i: int) -> np.ndarray:
        name = "grad_loss(x, y_true)"
        return np.array(
            mapping(call(model.grad_loss, X[i], y[i], name=name), [key], name=name)[key], dtype=float
        )

    try:
        before = gradient(0)
        gradient(1)
        call(model.forward, X[1], name="forward(X)")
        after = gradient(0)
    except (Wrong, TypeError, ValueError):
        return  # what is wrong with one call is judged below
    if before.shape == after.shape and not agree(after, before):
        wrong(
            f'grads["{key}"] of the same x and y_true is another one after the network has seen another sample.',
            diagnosis=diagnosis("kept_from_earlier_call"),
        )
