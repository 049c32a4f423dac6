"""Checks of question `neural_net_fit`: the trained network classifies, and is a network."""

from collections.abc import Callable
from typing import Any

import numpy as np
import scipy.special

from autograder.checks.neural_net.models import PARAMETERS, own_function
from autograder.data import digits
from autograder.judge import any_route, array, attribute, call, confirmed, equal, wrong

ADVANTAGE = (
    0.04  # of the test set; a network that has seen the training set alone is 0.02 to 0.05 better on that
)
FLOOR = 0.93  # test accuracy asked for; 15 epochs usually give 0.96


@confirmed
def fit_accuracy(model: Any) -> None:
    """The trained model classifies enough of the test set, measured from `forward`."""
    _enough(accuracy_on_test_set(model))
    unseen(lambda X: np.argmax(call(model.forward, X, name="model.forward(X)"), axis=-1), "model")


def accuracy_on_test_set(model: Any) -> float:
    """The share of the test set that a student's model classifies correctly."""
    data = digits()
    name = "model.forward(X_test)"
    forward = attribute(model, "forward", name="model")
    shape = (len(data.y_test), 10)
    return _share(array(call(forward, data.X_test, name=name), name=name, shape=shape, axes="(N, C)"))


def unseen(predict: Callable[[np.ndarray], np.ndarray], name: str) -> None:
    """Require that a network does not know the test set better than the training set, as one does that has seen it.

    Args:
        predict: gives the classes `(N,)` of images `(N, 64)`.
        name: of the network, in the notebook.
    """
    data = digits()
    train, test = (
        float(np.mean(predict(X) == y)) for X, y in ((data.X_train, data.y_train), (data.X_test, data.y_test))
    )
    if train < test - ADVANTAGE:
        wrong(
            f"{name} classifies {test:.1%} of the test set, but only {train:.1%} of the training set.",
            hint=f"on which images {name} is trained: the test set must stay unseen",
            train=train,
            test=test,
        )


def _share(predicted: np.ndarray) -> float:
    return float(np.mean(predicted.argmax(axis=1) == digits().y_test))


def _enough(accuracy: float) -> None:
    if accuracy < FLOOR:
        wrong(
            f"model classifies {accuracy:.2%} of the test set; at least {FLOOR:.0%} is expected.",
            hint="15 epochs over all of `X_train`, one sample at a time, at learning rate 0.1",
            accuracy=accuracy,
            floor=FLOOR,
        )


@confirmed
def trained_network(
    model: Any,
    sigmoid: Any,
    X: np.ndarray,
    network: Callable[[dict[str, np.ndarray], np.ndarray, Callable], np.ndarray],
) -> None:
    """What the trained model predicts follows from its own parameters, and these alone classify enough of the test set.

    Args:
        model: the student's trained network.
        sigmoid: the student's sigmoid, which the model uses.
        X: `(N, 64)`, inputs that nobody has seen.
        network: an examiner's network: parameters, X and the activation function give probabilities.
    """
    parameters = {
        name: array(attribute(model, name, name="model"), name=f"model.{name}", integers=True)
        for name in PARAMETERS
    }
    hidden = parameters["W_h"].shape[-1]
    for name, shape in (("W_h", (64, hidden)), ("b_h", (hidden,)), ("W_o", (hidden, 10)), ("b_o", (10,))):
        array(parameters[name], name=f"model.{name}", shape=shape)
    name = "model.forward(X)"
    predicted = call(model.forward, X, name=name)

    def follows(activation: Callable[[np.ndarray], np.ndarray]) -> None:
        equal(predicted, network(parameters, X, activation), name=name, axes="(N, C)", relative=1e-6)
        _enough(_share(network(parameters, digits().X_test, activation)))

    any_route(
        lambda: follows(scipy.special.expit),
        # A slip in the sigmoid has cost its own aspect.
        lambda: follows(own_function(sigmoid, "sigmoid(X)")),
    )
