"""Networks of any depth for the checks of question `deep_net`, with activations that the check passes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import autograd.numpy as anp
import numpy as np
from autograd.scipy.special import expit

from autograder.judge import array, call, weights

CONSTRUCTOR = "DeepNet(input_size, hidden_sizes, output_size)"
INPUTS, CLASSES = 3, 4
DEPTHS: tuple[tuple[int, ...], ...] = ((), (4,), (5, 2), (3, 6, 4, 5))
EQUAL_LAYERS = (INPUTS, INPUTS, INPUTS)
AXES = {"weights": "(in, out)", "biases": "(out,)"}

Pair = tuple[Callable, Callable]
"""An activation function and its derivative at the pre-activation."""

Layers = list[np.ndarray]
Network = Callable[[np.ndarray, Layers, Layers, Callable], np.ndarray]
"""An examiner's network: X, weights, biases and the activation give probabilities `(N, C)`."""


def softplus(z: np.ndarray) -> np.ndarray:
    """A smooth activation that nobody has written in this notebook; its derivative is the logistic function."""
    return anp.logaddexp(0.0, z)


def arctan(z: np.ndarray) -> np.ndarray:
    """A second one, which is negative on one side."""
    return anp.arctan(z)


def darctan(z: np.ndarray) -> np.ndarray:
    """The derivative of `arctan`."""
    return 1.0 / (1.0 + z * z)


# From autograd's numpy, so that a network which is differentiated by autograd can use them.
SOFTPLUS: Pair = (softplus, expit)
ARCTAN: Pair = (arctan, darctan)


@dataclass
class Deep:
    """A student's network with parameters of the check's choosing.

    Attributes:
        DeepNet: the student's class.
        hidden_sizes: of the hidden layers.
        pair: what was passed as activation and derivative; empty for the defaults.
        model: the network.
        weights: matrices `(in, out)`, from the input to the output.
        biases: vectors `(out,)`.
    """

    DeepNet: Any
    hidden_sizes: tuple[int, ...]
    pair: Sequence[Any]
    model: Any
    weights: Layers
    biases: Layers

    @classmethod
    def make(
        cls, DeepNet: Any, hidden_sizes: Sequence[int], pair: Sequence[Any], rng: np.random.Generator
    ) -> "Deep":
        """Make a student's network and give it parameters of order 1, whatever its constructor makes of them."""
        sizes = [INPUTS, *hidden_sizes, CLASSES]
        W = [weights(rng, m, n) * 1.5 / np.sqrt(m) for m, n in pairwise(sizes)]
        return cls.of(DeepNet, pair, W, [weights(rng, n) / 2 for n in sizes[1:]])

    @classmethod
    def of(cls, DeepNet: Any, pair: Sequence[Any], W: Layers, b: Layers) -> "Deep":
        """A student's network with given parameters."""
        hidden_sizes = tuple(len(vector) for vector in b[:-1])
        model = call(DeepNet, len(W[0]), list(hidden_sizes), len(b[-1]), *pair, name=CONSTRUCTOR)
        deep = cls(DeepNet, hidden_sizes, tuple(pair), model, W, b)
        deep.put(W, b)
        return deep

    def anew(self) -> "Deep":
        """The same network once more, as an object of its own: what an earlier call left behind is not in it."""
        return self.of(self.DeepNet, self.pair, self.weights, self.biases)

    def put(self, W: Layers, b: Layers) -> None:
        """Give the student's network parameters, for as long as no others are given."""
        self.model.weights, self.model.biases = [value.copy() for value in W], [value.copy() for value in b]

    def predicted(self, X: np.ndarray) -> np.ndarray:
        """What the student's network predicts, `(N, C)`."""
        return self.probabilities(call(self.model.forward, X, name="forward(X)"), len(X))

    def probabilities(self, found: Any, n: int) -> np.ndarray:
        """What `forward` returned for n samples, `(N, C)`."""
        return array(found, name="forward(X)", shape=(n, len(self.biases[-1])), axes="(N, C)")

    def moved(self, kind: str) -> Iterator[tuple[np.ndarray, Callable[[np.ndarray], tuple[Layers, Layers]]]]:
        """Each array of one list, with a function that puts a changed one in its place, in copies of the lists."""
        for i, value in enumerate(getattr(self, kind)):

            def replace(new: np.ndarray, i: int = i) -> tuple[Layers, Layers]:
                lists = {"weights": list(self.weights), "biases": list(self.biases)}
                lists[kind][i] = new
                return lists["weights"], lists["biases"]

            yield value, replace
