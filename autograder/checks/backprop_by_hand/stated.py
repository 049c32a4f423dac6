"""The network as the text states it, and the derivatives of anything that it gives.

The forward pass here is the one that the notebook hands out. No gradient is written down in this module: autograd
differentiates what is ours, and what is a student's has difference quotients.
"""

import itertools
from collections.abc import Callable, Mapping, Sequence

import numpy as np
from autograd import grad

from autograder.checks.backprop_by_hand.functions import of_rows
from autograder.judge import Chain, Layer, cost_start, numerical_gradient, weights

Layers = list[tuple[np.ndarray, np.ndarray]]
"""`(W (out, in), b (out,))` of each layer, the layout of the given `create_layers`."""

Function = Callable[[np.ndarray], np.ndarray]


def random_layers(rng: np.random.Generator, sizes: Sequence[int]) -> Layers:
    """Layers of the given layout with entries of order 1; `sizes` starts with the size of the input."""
    return [
        (weights(rng, outputs, inputs, low=0.2, high=0.9), weights(rng, outputs, low=0.2, high=0.9))
        for inputs, outputs in itertools.pairwise(sizes)
    ]


def forward(x: np.ndarray, layers: Layers, activation_funcs: Sequence[Function]) -> np.ndarray:
    """The prediction for one sample `(in,)`."""
    for (W, b), function in zip(layers, activation_funcs, strict=True):
        x = function(W @ x + b)
    return x


def pre_activations(x: np.ndarray, layers: Layers, activation_funcs: Sequence[Function]) -> list[np.ndarray]:
    """The pre-activation of each layer for one sample."""
    zs = []
    for (W, b), function in zip(layers, activation_funcs, strict=True):
        zs.append(W @ x + b)
        x = function(zs[-1])
    return zs


def forward_rows(X: np.ndarray, layers: Layers, activation_funcs: Sequence[Function]) -> np.ndarray:
    """The predictions for a batch `(N, in)`; the activations are ours, and autograd can trace them."""
    for (W, b), function in zip(layers, activation_funcs, strict=True):
        X = of_rows(function)(X @ W.T + b)
    return X


def gradients(
    cost: Callable[[np.ndarray], float], X: np.ndarray, layers: Layers, activation_funcs: Sequence[Function]
) -> Layers:
    """The derivative of a cost of all predictions by each W and b.

    Args:
        cost: of the predictions `(N, out)`; written in autograd's numpy.
        X: `(N, in)`.
        layers: where the derivative is taken; not changed.
        activation_funcs: one of our functions a layer.
    """
    return grad(lambda moved: cost(forward_rows(X, moved, activation_funcs)))(layers)


def straightened(
    zs: Sequence[np.ndarray], values: Sequence[np.ndarray], slopes: Sequence[np.ndarray]
) -> list[Function]:
    """Activations with given values and slopes at one point.

    A network whose derivatives do not belong to its activations has no gradient; this one has, and it is what
    backpropagation with these slopes computes.

    Args:
        zs: the pre-activation of each layer, `(N, out)`.
        values: what the activation of each layer gives there, `(N, out)`.
        slopes: the derivative that each layer is given there, `(N, out)`.
    """

    def line(z0: np.ndarray, value: np.ndarray, slope: np.ndarray) -> Function:
        return lambda z: value + slope * (z - z0)

    return [line(*layer) for layer in zip(zs, values, slopes, strict=True)]


def chain(
    X: np.ndarray,
    target: np.ndarray,
    layers: Layers,
    activation_funcs: Sequence[Function],
    activation_ders: Sequence[Function],
    cost: Callable[[np.ndarray], float],
    other_slopes: Mapping[str, Function] | None = None,
) -> Chain:
    """The network on a batch, seen from a cost of all predictions, for finding out why a gradient is wrong.

    Args:
        X: `(N, in)`.
        target: `(N, out)`.
        layers: the parameters.
        activation_funcs: one function a layer.
        activation_ders: one derivative a layer; they need not belong to the functions.
        cost: of the predictions `(N, out)`.
        other_slopes: causes with a derivative that a slip may use instead.
    """
    described = []
    a = X
    for (W, b), function, derivative in zip(layers, activation_funcs, activation_ders, strict=True):
        z = np.array([W @ x + b for x in a])
        described.append(Layer(a, z, function(z), W.T, derivative, other_slopes=other_slopes or {}))
        a = described[-1].output
    start = cost_start(cost, a, target)
    return Chain(described, *start)


def quotients(cost: Callable[[Layers], float], layers: Layers) -> Layers:
    """The derivative of a number by each W and b, where a student's code gives it.

    Args:
        cost: a function of all layers.
        layers: where the derivative is taken; not changed.
    """
    result = []
    for i, (W, b) in enumerate(layers):

        def at(pair: tuple[np.ndarray, np.ndarray], i: int = i) -> float:
            return cost([*layers[:i], pair, *layers[i + 1 :]])

        result.append(
            (
                numerical_gradient(lambda moved, b=b, at=at: at((moved, b)), W),
                numerical_gradient(lambda moved, W=W, at=at: at((W, moved)), b),
            )
        )
    return result
