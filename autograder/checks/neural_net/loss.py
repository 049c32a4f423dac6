"""Checks of question `neural_net`: the loss, a number that follows from what the network predicts."""

from typing import Any

import numpy as np

from autograder.checks.neural_net.models import (
    answering,
    make,
    shows_a_loss,
)
from autograder.judge import (
    any_route,
    array,
    call,
    cases,
    confirmed,
    equal,
    generator,
    labels,
    log_loss,
    number,
    planted,
    weights,
    wrong,
)


@confirmed
def network_loss(NeuralNet: Any) -> None:
    """The loss is the mean negative log likelihood of what the network predicts, for one sample and for a batch."""
    rng = generator("neural_net-loss")
    for n, sizes in cases(((None, (4, 5, 3)), (5, (3, 4, 6)), (1, (2, 3, 4)), (4, (5, 2, 3)))):
        model, _ = make(NeuralNet, sizes, rng)
        X = weights(rng, *([sizes[0]] if n is None else [n, sizes[0]]))
        y = rng.integers(sizes[2]) if n is None else labels(rng, n, sizes[2])
        _judge_loss(model, X, y, rng.dirichlet(np.full(sizes[2], 4.0), size=() if n is None else n))


def _judge_loss(model: Any, X: np.ndarray, y: Any, chosen: np.ndarray) -> None:
    any_route(
        lambda: _loss_fits(model, X, y, None),
        # Where the forward pass is wrong, the loss may still be right: it follows any probabilities.
        lambda: _loss_of_chosen(model, X, y, chosen),
    )


def _loss_of_chosen(model: Any, X: np.ndarray, y: Any, chosen: np.ndarray) -> None:
    hidden = np.zeros((*X.shape[:-1], len(np.atleast_1d(model.b_h))))
    with planted(
        model,
        forward=answering(X, lambda: chosen.copy()),
        forward_keep_activations=answering(X, lambda: (chosen.copy(), hidden.copy(), hidden.copy())),
    ):
        _loss_fits(model, X, y, chosen)


def _loss_fits(model: Any, X: np.ndarray, y: Any, probabilities: np.ndarray | None) -> None:
    if probabilities is None:
        probabilities = array(call(model.forward, X, name="forward(X)"), name="forward(X)")
        classes = len(np.atleast_1d(model.b_o))
        if probabilities.shape[-1:] != (classes,) or not np.allclose(probabilities.sum(axis=-1), 1.0):
            wrong(
                "forward(X) does not give probabilities, so the loss cannot be judged with it.",
                hint="`forward`",
            )
        if not shows_a_loss(probabilities):
            wrong(
                "forward(X) gives every class the same probability, so the loss cannot be judged with it.",
                hint="`forward`",
            )
    value = number(
        call(model.loss, X, y, name="loss(X, y)"), name="loss(X, y)", one_sample=X.ndim == 1 or len(X) == 1
    )
    expected = log_loss(probabilities, y)
    n, classes = np.atleast_2d(probabilities).shape
    equal(
        value,
        expected,
        name="loss(X, y) of one sample" if X.ndim == 1 else f"loss(X, y) of a batch of {n}",
        suspects={"missing_minus": -expected},
        factors={"mean_over_classes": 1 / classes, "sum_for_mean": n},
        hint="`loss`: the mean negative log likelihood of the true classes",
    )
