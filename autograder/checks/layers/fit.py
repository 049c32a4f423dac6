"""Checks of question `fit`: the trained network, measured by the check itself on data that it loads."""

import itertools
from typing import Any

import numpy as np

from autograder.data import images
from autograder.judge import array, attribute, call, confirmed, wrong

HIDDEN = (100, 200)
CLASSES = 10


def dense_shapes(network: Any) -> list[tuple[int, ...]]:
    """Shapes of the weights in the network, layer by layer; layers without weights are left out."""
    return [
        array(layer.weights, name=f"network[{i}].weights", integers=True).shape
        for i, layer in enumerate(_layers(network))
        if hasattr(layer, "weights")
    ]


@confirmed
def fit_architecture(network: Any) -> None:
    """Three dense layers with the sizes that the text states, and something with a kink between them."""
    features = images().X_val.shape[1]
    sizes = (features, *HIDDEN, CLASSES)
    expected = list(itertools.pairwise(sizes))
    found = dense_shapes(network)
    if found != expected:
        wrong(
            f"the weights in network have the shapes {_listed(found)}.\nexpected: {_listed(expected)}",
            hint="the sizes of the dense layers",
        )
    rng = np.random.default_rng(0)
    here, there = rng.normal(size=(2, 8, features))
    middle = network_output(network, (here + there) / 2)
    mean = (network_output(network, here) + network_output(network, there)) / 2
    if np.allclose(middle, mean, rtol=1e-6, atol=1e-9):
        wrong(
            "network is linear: halfway between two inputs, its output is halfway too.",
            hint="what stands between the dense layers",
        )


@confirmed
def fit_accuracy(network: Any) -> None:
    """Enough of the validation images come out right."""
    data = images()
    logits = network_output(network, data.X_val)
    accuracy = float(np.mean(logits.argmax(axis=1) == data.y_val))
    if accuracy < data.floor:
        wrong(
            f"network classifies {accuracy:.1%} of the validation images; at least {data.floor:.0%} is expected.",
            hint="how long it is trained, the learning rate, and whether the training loss falls",
            accuracy=accuracy,
            floor=data.floor,
        )


def network_output(network: Any, X: np.ndarray) -> np.ndarray:
    """The output `(N, 10)` of a list of layers, one after the other."""
    layers = _layers(network)
    for i, layer in enumerate(layers):
        forward = attribute(layer, "forward", name=f"network[{i}]")
        name = f"network[{i}].forward(input)"
        last = i == len(layers) - 1
        shape = (len(X), CLASSES) if last else None
        X = array(call(forward, X, name=name), name=name, shape=shape, axes="(N, C)")
    return X


def _layers(network: Any) -> list[Any]:
    if not isinstance(network, list | tuple) or not network:
        wrong("network is not a list of layers.", hint="the cell of this question")
    return list(network)


def _listed(shapes: list[tuple[int, ...]]) -> str:
    return ", ".join(map(str, shapes)) or "none"
