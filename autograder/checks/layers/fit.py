"""Checks of question `fit`: the trained network, measured by the check itself on data that it loads."""

import itertools
from collections.abc import Callable
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
    if found == expected[::-1]:  # a `train` that turns the list around has cost its own aspect
        network, found = list(network)[::-1], expected
    if found != expected:
        wrong(
            f"the weights in network have the shapes {_listed(found)}.\nexpected: {_listed(expected)}",
            hint="the sizes of the dense layers",
        )
    rng = np.random.default_rng(0)
    here, there = rng.normal(size=(2, 8, features))
    if _straight(lambda x: network_output(network, x), here, there):
        wrong(
            "network is linear: halfway between two inputs, its output is halfway too.",
            hint="what stands between the dense layers",
        )
    places = [i for i, layer in enumerate(_layers(network)) if hasattr(layer, "weights")]
    for number, (start, end) in enumerate(itertools.pairwise(places), 1):
        entering = [_through(network, 0, start, x) for x in (here, there)]
        if _straight(lambda x, start=start, end=end: _through(network, start, end, x), *entering):
            wrong(
                f"nothing bends between hidden layer {number} and the dense layer behind it: together they are one "
                "linear layer.",
                hint="what stands between the dense layers",
            )
    logits = network_output(network, np.concatenate([here, there]))
    if np.all(logits >= 0):
        wrong(
            f"none of {logits.size} outputs of network for random inputs is negative; about half of the logits should be.",
            hint="what stands behind the last dense layer",
        )


def _straight(function: Callable[[np.ndarray], np.ndarray], here: np.ndarray, there: np.ndarray) -> bool:
    """Whether the output halfway between two inputs is halfway between their outputs."""
    middle = function((here + there) / 2)
    return np.allclose(middle, (function(here) + function(there)) / 2, rtol=1e-6, atol=1e-9)


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
    return _through(network, 0, len(_layers(network)), X)


def _through(network: Any, start: int, end: int, X: np.ndarray) -> np.ndarray:
    """What the layers from `start` up to `end` make of their input; the last one gives `(N, 10)`."""
    layers = _layers(network)
    for i, layer in enumerate(layers[start:end], start):
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
