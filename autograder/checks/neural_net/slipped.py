"""Forward passes that are wrong by a slip, each as a network of its own.

Where the student's forward pass is one of these, a gradient is judged at it. Anything else that may be called a forward pass,
such as one number that all parameters have a share in, has a gradient that takes no backpropagation.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
import scipy.special

from autograder.checks.neural_net.deep_models import Deep, Layers, Network
from autograder.judge import agree, wrong

End = Callable[[np.ndarray, Callable], np.ndarray]
"""What is made of the last pre-activation; the activation comes with it."""

ENDS: tuple[End, ...] = (
    lambda z, activation: scipy.special.softmax(z, axis=-1),
    lambda z, activation: scipy.special.softmax(activation(z), axis=-1),
    lambda z, activation: scipy.special.softmax(z, axis=0),
    lambda z, activation: scipy.special.softmax(z),
    lambda z, activation: scipy.special.expit(z),
    lambda z, activation: activation(z),
    lambda z, activation: z,
)

ACTIVATIONS: tuple[Callable | None, ...] = (None, lambda z: z, scipy.special.expit, np.tanh)
"""What stands in the place of the activation that was passed; None is that one itself."""


@dataclass(frozen=True)
class Slipped:
    """A network that is wrong in up to one place of each kind.

    Attributes:
        instead: of the activation, or None.
        biases: whether the hidden layers add theirs, and whether the last one does.
        skipped: a layer that takes no part, or None.
        fed_by_input: whether each layer is given the network's input.
        end: behind the last layer.
    """

    instead: Callable | None
    biases: tuple[bool, bool]
    skipped: int | None
    fed_by_input: bool
    end: End

    def __call__(self, X: np.ndarray, weights: Layers, biases: Layers, activation: Callable) -> np.ndarray:
        """What it predicts.

        Raises:
            ValueError: its layers do not fit together.
        """
        activation = self.instead or activation
        layers = [k for k in range(len(weights)) if k != self.skipped]
        a = z = X
        for k in layers:
            z = (X if self.fed_by_input else a) @ weights[k]
            if self.biases[k == layers[-1]]:
                z = z + biases[k]
            a = activation(z)
        return np.asarray(self.end(z, activation), dtype=np.float64)


def slips(depth: int) -> Iterator[Slipped]:
    """All networks with so many layers, the right one first."""
    whole = (True, True)
    either = (whole, (False, True), (True, False), (False, False))
    skipped: tuple[Any, ...] = (None, *(range(depth) if depth > 1 else ()))
    for skip, fed, end, biases, instead in product(skipped, (False, True), ENDS, either, ACTIVATIONS):
        yield Slipped(instead, biases, skip, fed, end)


def own_pass(deep: Deep, X: np.ndarray) -> Network:
    """The network that the student's forward pass is at these parameters.

    Raises:
        Wrong: it is none.
    """
    predicted = deep.predicted(X)
    for network in slips(len(deep.weights)):
        with np.errstate(all="ignore"):
            try:
                found = network(X, deep.weights, deep.biases, deep.pair[0])
            except ValueError:
                continue
        if found.shape == predicted.shape and agree(predicted, found, relative=1e-6, scale=1e-6):
            return network
    wrong(
        "forward(X) is that of no network with these layers, so its gradient proves nothing.",
        hint="`forward`",
    )
