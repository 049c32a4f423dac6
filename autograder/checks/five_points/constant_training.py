"""Checks of question `train` with a constant network planted on the student's: it predicts a multiple of one number.

Such a training can be computed in the head, and what is wrong with the student's network does not cost `train`.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np

from autograder.checks.five_points.constant import ConstantNetwork
from autograder.checks.five_points.networks import build, parameters_of, twin
from autograder.checks.five_points.training_runs import (
    EXACTLY,
    SIZES,
    TRAIN,
    losses_equal,
    losses_of,
    no_early_end,
    run,
    step_by_hand,
)
from autograder.judge import Wrong, attribute, cases, confirmed, equal, generator, planted, weights, wrong


@confirmed
def constant_losses(train: Any, NeuralNetwork: Any) -> None:
    """The losses of a network with one parameter, against the closed form; 0 epochs have none.

    Args:
        train: the student's function.
        NeuralNetwork: the student's class; nothing that it computes is used.
    """
    for constant, x, y, epochs, rate in _constants(NeuralNetwork):
        with constant.planted():
            losses = losses_of(train, x, y, constant.net, epochs, rate)
        losses_equal(losses, constant.losses(epochs + 1, rate))
        with constant.planted():
            no_early_end(train, constant.net, x)


@confirmed
def constant_steps(train: Any, NeuralNetwork: Any) -> None:
    """The steps of a network with one parameter, against the closed form; 0 epochs make none.

    Args:
        train: the student's function.
        NeuralNetwork: the student's class; nothing that it computes is used.
    """
    for constant, x, y, epochs, rate in _constants(NeuralNetwork):
        with constant.planted():
            run(train, x, y, constant.net, epochs, rate)
        start = constant.START
        equal(
            constant.value - start,
            constant.values(epochs + 1, rate)[-1] - start,
            name=f"the change of the parameter after {epochs} epochs",
            relative=EXACTLY,
            scale=EXACTLY,
            hint="`train`: all points, one step in each epoch",
        )
    trained_comes_back(train, NeuralNetwork)


def _constants(NeuralNetwork: Any) -> Iterator[tuple[ConstantNetwork, np.ndarray, np.ndarray, int, float]]:
    rng = generator("train-constant")
    for n, epochs, rate in cases(((5, 4, 0.1), (3, 1, 0.3), (4, 0, 0.2), (3, 4, 1.5))):
        x, y = weights(rng, n, 2), rng.uniform(size=(n, 1))
        yield ConstantNetwork(build(NeuralNetwork, rng, SIZES), x, y), x, y, epochs, rate


def trained_comes_back(train: Any, NeuralNetwork: Any) -> None:
    """Where the student's own step moves the parameters, right or wrong, those of the returned network have moved.

    A copy of a network shares the constant network that is planted on it, so that one cannot tell which of the two,
    the copy or the original, came back.
    """
    rng = generator("train-returned")
    x, y = weights(rng, 5, 2), rng.uniform(size=(5, 1))
    start = build(NeuralNetwork, rng, SIZES)
    stepped = twin(NeuralNetwork, start, SIZES)
    try:
        step_by_hand(stepped, x, y, 0.5)
        if not _apart(start, stepped):
            return
    except Wrong:
        return  # what `backward` and `apply_gradients` do is judged elsewhere
    net = twin(NeuralNetwork, start, SIZES)
    loss = attribute(net, "loss", name="net")
    # What the loss is, and whether it can be had, is judged elsewhere, too.
    with planted(net, get_loss=lambda x, y: 1.0), planted(loss, forward=lambda y_true, y_pred: 1.0):
        trained, _ = run(train, x, y, net, 2, 0.5)
    if not _apart(start, trained):
        wrong(
            f"the network that {TRAIN} returns has the weights of the start.",
            hint="which network is returned",
        )


def _apart(one: Any, other: Any) -> bool:
    depth = len(SIZES) - 1
    pairs = zip(parameters_of(one, depth), parameters_of(other, depth), strict=True)
    return any(not np.array_equal(a, b) for mine, theirs in pairs for a, b in zip(mine, theirs, strict=True))
