"""Layers that behave rightly, to be put in the place of a student's own: of a `Dense` that others are derived from, or of
those that a training step wants.

Like the stand-ins for networks, it writes down no gradient: its steps are difference quotients.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

from autograder.checks.layers.common import Draw
from autograder.judge import argument, numerical_gradient, planted, wrong


@contextmanager
def right_dense(Dense: Any) -> Iterator[None]:
    """Let the student's `Dense` behave rightly for a while, and with it what is derived from it.

    Args:
        Dense: the student's class; what a derived class defines itself stays as it is.

    Raises:
        Wrong: its methods cannot be replaced.
    """
    try:
        with planted(Dense, __init__=start, forward=forward, backward=backward):
            yield
    except (AttributeError, TypeError):
        wrong("the methods of Dense cannot be replaced.")


@contextmanager
def right_relu(ReLU: Any) -> Iterator[None]:
    """Let the student's `ReLU` behave rightly for a while.

    Args:
        ReLU: the student's class.

    Raises:
        Wrong: its methods cannot be replaced.
    """
    try:
        with planted(ReLU, forward=bend, backward=bend_back):
            yield
    except (AttributeError, TypeError):
        wrong("the methods of ReLU cannot be replaced.")


def start(self: Any, input_units: int, output_units: int, learning_rate: float = 0.1) -> None:
    """`__init__`: small random weights, biases of 0."""
    self.learning_rate = learning_rate
    self.weights = np.random.default_rng(0).normal(scale=0.03, size=(input_units, output_units))
    self.biases = np.zeros(output_units)


def forward(self: Any, input: Any) -> np.ndarray:
    """Each output as a sum over the inputs, and its bias."""
    x, weights, biases = _numbers(input, 2), _numbers(self.weights, 2), _numbers(self.biases, 1)
    if x.shape[1:] != weights.shape[:1]:
        raise ValueError(f"the input has shape {x.shape}, the weights have shape {weights.shape}")
    return np.einsum("ni,io->no", x, weights) + biases


def backward(self: Any, input: Any, grad_output: Any) -> np.ndarray:
    """One plain step; returns the derivative by the input, with the weights before the step."""
    held = Draw(
        _numbers(input, 2),
        _numbers(grad_output, 2),
        _numbers(self.weights, 2),
        _numbers(self.biases, 1),
        float(self.learning_rate),
    )
    if held.upstream.shape != (len(held.x), len(held.biases)):
        raise ValueError(f"grad_output has shape {held.upstream.shape}")
    below = numerical_gradient(lambda at: held.pairing(x=at), held.x)
    self.weights, self.biases = (
        getattr(held, key) - held.rate * held.gradient(key) for key in ("weights", "biases")
    )
    return below


def bend(self: Any, input: Any) -> np.ndarray:
    """Half of |x| + x is what passes."""
    x = argument(input, name="an argument of ReLU")
    return (np.abs(x) + x) / 2


def bend_back(self: Any, input: Any, grad_output: Any) -> np.ndarray:
    """The derivative by the input, of the shape of the input."""
    x = argument(input, name="an argument of ReLU")
    upstream = argument(grad_output, name="an argument of ReLU", shape=x.shape)
    return numerical_gradient(lambda at: np.sum((np.abs(at) + at) / 2 * upstream), x)


def _numbers(value: Any, axes: int) -> np.ndarray:
    """An array with so many axes."""
    result = argument(value, name="an argument of Dense")
    if result.ndim != axes:
        raise ValueError(f"an argument of Dense has shape {result.shape}")
    return result
