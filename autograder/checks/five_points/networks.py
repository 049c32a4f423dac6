"""A student's network with weights of our own, and ways around what other questions ask.

`init_glorot` and `MSELoss` are questions of their own, so nothing here depends on them: weights are overwritten,
and a loss can be planted.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import numpy as np

from autograder.checks.five_points.costs import squared_error
from autograder.judge import Asked, Wrong, array, assign, attribute, call, planted, sequence, weights

BUILD = "NeuralNetwork(input_size, output_size, hidden_sizes)"
FORWARD = "forward(x)"

Forward = Callable[[Any, np.ndarray], Any]
"""Takes a network, or its parameters, and x; returns predictions."""


def build(NeuralNetwork: Any, rng: np.random.Generator, sizes: tuple[int, ...]) -> Any:
    """A student's network with moderate random weights and biases.

    Args:
        NeuralNetwork: the student's class.
        rng: makes the weights.
        sizes: inputs, hidden sizes, outputs.
    """
    net = _construct(NeuralNetwork, sizes[0], sizes[-1], list(sizes[1:-1]))
    for layer, inputs, outputs in zip(layers_of(net, len(sizes) - 1), sizes, sizes[1:], strict=False):
        # With 0.9 as the largest weight and up to five inputs of a layer, tanh stays away from its flat ends.
        assign(layer.linear, "weight", weights(rng, inputs, outputs, high=0.9))
        assign(layer.linear, "bias", weights(rng, outputs, high=0.9))
    return net


def twin(NeuralNetwork: Any, net: Any, sizes: tuple[int, ...]) -> Any:
    """A second network with the weights of a first one, and no gradients yet."""
    other = _construct(NeuralNetwork, sizes[0], sizes[-1], list(sizes[1:-1]))
    depth = len(sizes) - 1
    for layer, original in zip(layers_of(other, depth), layers_of(net, depth), strict=True):
        for parameter in ("weight", "bias"):
            value = array(attribute(original.linear, parameter, name="linear"), name=f"linear.{parameter}")
            assign(layer.linear, parameter, value)
    return other


def _construct(NeuralNetwork: Any, inputs: int, outputs: int, hidden: list[int]) -> Any:
    try:
        return call(NeuralNetwork, inputs, outputs, hidden, name=BUILD)
    except Wrong as first:
        # The given frame takes the function that draws the weights, so a wrong `init_glorot` can be left out.
        try:
            return call(NeuralNetwork, inputs, outputs, hidden, any_weights, name=BUILD)
        except Wrong:
            raise first from None


def any_weights(in_features: int, out_features: int) -> np.ndarray:
    """Weights that are overwritten before they matter."""
    return np.full((in_features, out_features), 0.5)


def layers_of(net: Any, depth: int) -> list[Any]:
    """The layers of a network, with everything that checks ask of them."""
    layers = sequence(attribute(net, "layers", name="net"), depth, name="net.layers")
    for k, layer in enumerate(layers):
        for part in ("linear", "act"):
            attribute(layer, part, name=f"net.layers[{k}]")
    return layers


def parameters_of(net: Any, depth: int) -> list[tuple[np.ndarray, np.ndarray]]:
    """Copies of all weights and biases, layer by layer: `(in, out)` and `(out,)`.

    Other shapes would be broadcast: biases with a row for each sample are a table of answers.
    """
    found = []
    for k, layer in enumerate(layers_of(net, depth)):
        name = f"net.layers[{k}].linear"
        weight, bias = (
            array(attribute(layer.linear, parameter, name=name), name=f"{name}.{parameter}")
            for parameter in ("weight", "bias")
        )
        array(weight, name=f"{name}.weight", shape=(len(np.atleast_1d(weight)), bias.size), axes="(in, out)")
        found.append(
            (weight, array(bias, name=f"{name}.bias", shape=(bias.size,), axes="(out,)", one_sample=True))
        )
    return found


def predicted_by(net: Any, x: np.ndarray, outputs: int) -> np.ndarray:
    """What a student's `forward` gives for a batch, `(N, out)`."""
    return asked_for(net, x, outputs, lambda predicted: predicted)()


def asked_for(net: Any, x: np.ndarray, outputs: int, read: Callable[[np.ndarray], Any]) -> Asked:
    """Something that `read` makes of these predictions."""

    def read_predictions(found: Any) -> Any:
        shape = (len(x), outputs)
        return read(array(found, name=FORWARD, shape=shape, axes="(N, out)", one_sample=len(x) == 1))

    return Asked(attribute(net, "forward", name="net"), (x,), FORWARD, read_predictions)


def up_to_one_hidden_layer(net: Any, x: np.ndarray) -> Any:
    """What a network with no or one hidden layer gives, by the given layers themselves."""
    layers = attribute(net, "layers", name="net")
    first, *others = layers
    hidden = first.forward(x)
    if not others:
        return hidden
    (second,) = others
    return second.forward(hidden)


def planted_forward(net: Any, forward: Forward) -> AbstractContextManager[Any]:
    """A forward pass, with the network filled in, in place of that of a student's network."""
    return planted(net, forward=lambda x: forward(net, x))


def planted_loss(net: Any, methods: dict[str, Callable[..., Any]]) -> AbstractContextManager[Any]:
    """Methods of ours in place of those of the loss of a student's network."""
    return planted(attribute(net, "loss", name="net"), **methods)


def right_loss() -> dict[str, Any]:
    """`forward` of the stated cost, to be planted on a student's loss object; shapes that differ are refused."""

    def forward(y_true: Any, y_pred: Any) -> float:
        refuse_other_shapes(y_true, y_pred)
        return squared_error(y_true, y_pred)

    return {"forward": forward}


def refuse_other_shapes(y_true: Any, y_pred: Any) -> None:
    """Raise ValueError unless two arrays have one shape."""
    if np.shape(y_true) != np.shape(y_pred):
        raise ValueError(f"the shapes {np.shape(y_true)} and {np.shape(y_pred)} differ")
