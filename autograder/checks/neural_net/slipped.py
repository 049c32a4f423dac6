"""Forward passes that are wrong by a slip or two, each as a network of its own.

Where the student's forward pass is one of these, a gradient is judged at it. Anything else that may be called a forward pass,
such as one number that all parameters have a share in, has a gradient that takes no backpropagation.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations, product
from typing import Any

import numpy as np
import scipy.special

from autograder.checks.neural_net.deep_models import Deep, Layers, Network
from autograder.judge import agree, wrong

End = Callable[[np.ndarray, Callable], np.ndarray]
"""What is made of the last pre-activation; the activation comes with it. The same for hidden layers, entry by entry."""


def _softmax(z: np.ndarray) -> np.ndarray:
    return scipy.special.softmax(z, axis=-1)


ENDS: tuple[End, ...] = (
    lambda z, activation: _softmax(activation(z)),
    lambda z, activation: _softmax(_softmax(z)),
    lambda z, activation: _softmax(scipy.special.expit(z)),
    lambda z, activation: _softmax(-z),
    lambda z, activation: scipy.special.softmax(z, axis=0),
    lambda z, activation: scipy.special.softmax(z),
    lambda z, activation: scipy.special.log_softmax(z, axis=-1),
    lambda z, activation: np.exp(z),
    lambda z, activation: scipy.special.expit(z),
    lambda z, activation: activation(z),
    lambda z, activation: z,
)

HIDDEN: tuple[End, ...] = (
    lambda z, activation: z,
    lambda z, activation: activation(activation(z)),
    lambda z, activation: scipy.special.expit(z),
    lambda z, activation: np.tanh(z),
    lambda z, activation: np.maximum(z, 0),
    lambda z, activation: _softmax(z),
)
"""What stands in the place of the activation that was passed."""


@dataclass(frozen=True)
class Slipped:
    """A network; as it stands, the right one.

    Attributes:
        hidden: the activation of the hidden layers.
        plain: a hidden layer without activation, or None.
        hidden_biases: whether the hidden layers add theirs.
        last_bias: whether the last layer does.
        skipped: a layer that takes no part, or None.
        fed_by_input: whether each layer is given the network's input.
        end: behind the last layer.
    """

    hidden: End = lambda z, activation: activation(z)
    plain: int | None = None
    hidden_biases: bool = True
    last_bias: bool = True
    skipped: int | None = None
    fed_by_input: bool = False
    end: End = lambda z, activation: _softmax(z)

    def __call__(self, X: np.ndarray, weights: Layers, biases: Layers, activation: Callable) -> np.ndarray:
        """What it predicts.

        Raises:
            ValueError: its layers do not fit together.
        """
        layers = [k for k in range(len(weights)) if k != self.skipped]
        a = z = X
        for k in layers:
            z = (X if self.fed_by_input else a) @ weights[k]
            if self.last_bias if k == layers[-1] else self.hidden_biases:
                z = z + biases[k]
            a = z if k == self.plain else np.asarray(self.hidden(z, activation))
        return np.asarray(self.end(z, activation), dtype=np.float64)


def slips(depth: int) -> Iterator[Slipped]:
    """The right network of so many layers, those with one slip, and those with two."""
    kinds: dict[str, tuple[Any, ...]] = {
        "end": ENDS,
        "hidden": HIDDEN,
        "hidden_biases": (False,),
        "last_bias": (False,),
        "plain": tuple(range(depth - 1)),
        "skipped": tuple(range(depth)) if depth > 1 else (),
        "fed_by_input": (True,),
    }
    for count in range(3):
        for chosen in combinations(kinds, count):
            for values in product(*(kinds[kind] for kind in chosen)):
                yield replace(Slipped(), **dict(zip(chosen, values, strict=True)))


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
