"""Checks of question `train` as a whole: afterwards the network knows the five points."""

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.checks.five_points.constant import ConstantNetwork
from autograder.checks.five_points.constant_training import trained_comes_back
from autograder.checks.five_points.costs import squared_error
from autograder.checks.five_points.networks import build, parameters_of, predicted_by
from autograder.checks.five_points.training_runs import SIZES, run
from autograder.judge import any_route, confirmed, equal, wrong

X = np.array([[0.0, 0.0], [1.0, 0.0], [0.0, -1.0], [-1.0, 0.0], [0.0, 1.0]])
Y = np.array([[1.0], [0.0], [0.0], [0.0], [0.0]])
"""The five points and their labels, as in the notebook."""

LEARNT = 0.02
"""Loss that training must reach; a network that answers 0.2 for every point has 0.16."""


@confirmed
def train_learns(train: Any, NeuralNetwork: Any) -> None:
    """The five points are learnt, with a fast learning rate from a fixed start."""
    any_route(
        lambda: learns(train, NeuralNetwork, np.random.default_rng(5), 400, 1.0),
        lambda: _constant_learns(train, NeuralNetwork),
    )


@confirmed
def learns(
    train: Any,
    NeuralNetwork: Any,
    rng: np.random.Generator,
    epochs: int,
    rate: float,
    network: Callable[[list[tuple[np.ndarray, np.ndarray]], np.ndarray], np.ndarray] | None = None,
) -> None:
    """Train on the five points; the loss afterwards is computed from `forward`.

    Args:
        train: the student's function.
        NeuralNetwork: the student's class.
        rng: makes the weights at the start.
        epochs: steps to take.
        rate: learning rate.
        network: an examiner's network: weights and biases of all layers, and x, give predictions. With it the trained
            parameters must have learnt the points as well: a table of the labels is no network. Another point is of
            class 1 then: stored weights are no training.
    """
    net = build(NeuralNetwork, rng, SIZES)
    labels = np.roll(Y, rng.integers(1, len(Y)), axis=0) if network else Y
    if squared_error(labels, predicted_by(net, X, 1)) <= LEARNT:
        wrong(
            "forward(x) gives the labels of the five points before any training, so that training shows nothing.",
            hint="`forward`: what it gives must come from the weights",
        )
    trained, _ = run(train, X, labels, net, epochs, rate)
    found = [predicted_by(trained, X, 1)]
    if network:
        found.append(network(parameters_of(trained, len(SIZES) - 1), X))
    loss = max(squared_error(labels, predicted) for predicted in found)
    if loss > LEARNT:
        wrong(
            f"after {epochs} epochs at learning rate {rate:g} the loss is {loss:.4f}; less than {LEARNT} is expected.",
            hint="`train`, then `backward`: which of their checks fails first",
            loss=loss,
        )


def _constant_learns(train: Any, NeuralNetwork: Any) -> None:
    constant = ConstantNetwork(build(NeuralNetwork, np.random.default_rng(5), SIZES), X, Y)
    with constant.planted():
        run(train, X, Y, constant.net, 100, 0.25)
        equal(constant.value, constant.best(), name="the parameter after 100 epochs", hint="`train`")
    trained_comes_back(train, NeuralNetwork)
