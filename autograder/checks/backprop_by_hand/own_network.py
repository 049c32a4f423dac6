"""An object of the student's `NeuralNetwork` with known layers, as the checks of question `network_class` ask it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.checks.backprop_by_hand import layouts
from autograder.checks.backprop_by_hand.batches import Batch, batch
from autograder.checks.backprop_by_hand.functions import HONEST, tilted_cost, tilted_cost_der
from autograder.checks.backprop_by_hand.style import Derivative
from autograder.judge import array, attribute, call, wrong

CLASS = "NeuralNetwork(...)"
CASES = (((3, 4), 5), ((4, 3, 2), 6), ((2, 4, 3), 1))


@dataclass(frozen=True)
class Own:
    """A student's network with known layers, and the batch on which it is judged."""

    network: Any
    case: Batch

    def method(self, name: str) -> Any:
        """A method or another attribute; Wrong where there is none."""
        return attribute(self.network, name, name="the network")

    def leaves(self) -> list[np.ndarray]:
        """The arrays of its layers now."""
        found = layouts.leaves(attribute(self.network, "layers", name="the network"))
        return [
            array(leaf, name="an array of `layers`", shape=shape, integers=True)
            for leaf, shape in zip(found, self.case.layout.shapes, strict=True)
        ]

    def gradients(self, method: str) -> list[Any]:
        """What a method gives for the batch, in the order of the layout's arrays, each still to be judged."""
        name = f"{method}(inputs, targets)"
        result = call(self.method(method), self.case.X, self.case.targets, name=name)
        return layouts.gradients_of(result, self.case.layout, name=name)


def known_network(
    NeuralNetwork: Any,
    rng: np.random.Generator,
    sizes: Sequence[int],
    n: int,
    kinds: Sequence[tuple[Derivative, Derivative]] = HONEST,
) -> Own:
    """A network of the student's class whose layers are overwritten with numbers of order 1."""
    case = batch(rng, usual_layout(sizes), n, kinds)
    network = made(NeuralNetwork, case)
    layers = attribute(network, "layers", name="the network")
    layout = layouts.recognise(layers, sizes, name="`layers` of the network")
    case = Batch(layout, case.layers, case.funcs, case.ders, case.X, case.targets)
    give_layers(network, case)
    return Own(network, case)


def made(NeuralNetwork: Any, case: Batch) -> Any:
    """A network of the student's class with the sizes and functions of a batch, and layers of its own."""
    sizes = case.layout.sizes
    arguments = (sizes[0], list(sizes[1:]), list(case.funcs), list(case.ders), tilted_cost, tilted_cost_der)
    return call(NeuralNetwork, *arguments, name=CLASS)


def give_layers(network: Any, case: Batch) -> None:
    """Set the layers of a network to those of a batch.

    Raises:
        Wrong: its `layers` cannot be set.
    """
    try:
        network.layers = case.own_layers()
    except AttributeError:
        wrong("`layers` of the network cannot be set.", hint="a plain attribute, set in `__init__`")


def usual_layout(sizes: Sequence[int]) -> layouts.Layout:
    """The layout of a network that has not been made yet."""
    return layouts.own_or_usual(None, sizes)
