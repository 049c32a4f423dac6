"""A network of stand-in layers with known parameters: what it must put out, and how one step must change it."""

import itertools
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.checks.layers import stand_ins
from autograder.judge import array, call, numerical_gradient, weights, wrong

SQUARE = (3, 3, 3, 3)
"""Equal sizes first: where layers are fed the wrong thing, nothing raises, and the numbers say which thing.
Classes and loss are judged with equal sizes only, so that such a slip costs them nothing."""

TRAIN = "train(network, X, y)"

RATE = 0.3

Parameters = list[tuple[np.ndarray, np.ndarray]]
"""Weights `(in, out)` and biases `(out,)` of each layer that has any."""


def parameters(rng: np.random.Generator, sizes: tuple[int, ...]) -> Parameters:
    """Weights and biases of a network of these sizes."""
    return [(weights(rng, i, o), weights(rng, o)) for i, o in itertools.pairwise(sizes)]


def activations(held: Parameters, X: np.ndarray) -> list[np.ndarray]:
    """What the layers of `stand_ins.bends(held, ...)` put out, one after the other."""
    found = []
    for w, b in held:
        X = stand_ins.bent(X, w, b)
        found.append(X)
    return found


def others_than(held: Parameters, X: np.ndarray) -> list[tuple[Parameters, np.ndarray]]:
    """Other parameters, and another input: of what depends on neither, no work can be seen."""
    return [([(-w, -b) for w, b in held], X), (held, -X)]


def last_activation(forward: Any, held: Parameters, X: np.ndarray) -> np.ndarray:
    """What the student's own `forward` gives for the last layer of such a network, `(N, C)`; it may be wrong.

    Raises:
        Wrong: it is no batch.
    """
    name = "forward(network, X)"
    result = call(forward, stand_ins.bends(held, 0.1), X, name=name)
    logits = array(result[-1] if isinstance(result, list | tuple) and result else result, name=name)
    if logits.ndim != 2:
        wrong("the last activation is no batch.", hint="the check of `forward`")
    return logits


def right_step(cost: Callable[[Parameters], float], held: Parameters, i: int, k: int) -> np.ndarray:
    """By how much the weights (`k` is 0) or the biases (1) of layer `i` must change in one step at `RATE`.

    Args:
        cost: of all parameters.
        held: where they begin.
        i: which layer.
        k: which of the two.
    """

    def of_one(value: np.ndarray) -> float:
        layer = (value, held[i][1]) if k == 0 else (held[i][0], value)
        return cost([*held[:i], layer, *held[i + 1 :]])

    return -RATE * numerical_gradient(of_one, held[i][k])


def stands_still(change: np.ndarray, right: np.ndarray) -> bool:
    """Whether both are 0 but for rounding, so that there is nothing to compare."""
    return max(np.max(np.abs(right)), np.max(np.abs(change))) < 1e-9
