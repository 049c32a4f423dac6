"""Check of question `backward` in its hidden tests: the stored gradients, held against those of the stated network.

Its cost is computed from plain arrays, so that nothing which agrees only with itself passes.
"""

from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from typing import Any

import numpy as np

from autograder.checks.five_points.costs import WeightedCost, squared_errors
from autograder.checks.five_points.networks import (
    Forward,
    build,
    layers_of,
    parameters_of,
    planted_forward,
    planted_loss,
)
from autograder.checks.five_points.stored_gradients import (
    gradient_name,
    judged_layers,
    stored_gradient,
    storing,
)
from autograder.judge import any_route, confirmed, equal, generator, numerical_gradient, weights


@confirmed
def backward_exact(NeuralNetwork: Any, which: str, parameter: str, walk: Forward, predict: Forward) -> None:
    """Tie the stored gradients to the stated network, whatever the student's own forward pass and cost are.

    Args:
        NeuralNetwork: the student's class.
        which: `single`, `output` or `hidden`.
        parameter: `weight` or `bias`.
        walk: a right `forward`, with the network as its first argument.
        predict: the same from plain arrays: a list of pairs (weight, bias) and x.
    """
    networks = (((5, 3), 4), ((1, 2), 1))
    if which != "single":
        # One is deeper than others, one has layers and samples of one size, so that a transposed array fits.
        networks = (
            ((2, 5, 3, 1), 5),
            ((4, 3, 2), 3),
            ((3, 4, 2), 1),
            ((3, 3, 3, 3), 3),
            ((2, 3, 2, 4, 3, 2), 2),
        )

    def judge(weighted_cost: bool, replaced: bool) -> None:
        rng = generator(f"backward-exact-{which}-{parameter}")
        for sizes, n in networks:
            net = build(NeuralNetwork, rng, sizes)
            x, y = weights(rng, n, sizes[0]), rng.uniform(size=(n, sizes[-1]))
            with ExitStack() as stack:
                if replaced:
                    stack.enter_context(planted_forward(net, walk))
                samples = partial(squared_errors, y)
                if weighted_cost:
                    weighted = WeightedCost(weights(rng, *y.shape), y)
                    samples = weighted.samples
                    stack.enter_context(planted_loss(net, weighted.methods()))
                cost = partial(_cost_of, samples, predict, x)
                _judge_exact(net, len(sizes) - 1, which, parameter, x, y, cost)

    any_route(
        lambda: judge(weighted_cost=False, replaced=False),
        lambda: judge(weighted_cost=True, replaced=False),
        lambda: judge(weighted_cost=False, replaced=True),
        lambda: judge(weighted_cost=True, replaced=True),
    )


def _cost_of(
    samples: Callable[[np.ndarray], np.ndarray], predict: Forward, x: np.ndarray, parameters: Any
) -> float:
    return float(samples(predict(parameters, x)).sum())


def _judge_exact(
    net: Any,
    depth: int,
    which: str,
    parameter: str,
    x: np.ndarray,
    y: np.ndarray,
    cost: Callable[[Any], float],
) -> None:
    parameters, layers = parameters_of(net, depth), layers_of(net, depth)
    with storing(net, layers, which, x, y):
        for k in judged_layers(which, depth):
            expected = _derivative(parameters, k, parameter, cost)
            equal(stored_gradient(layers, k, parameter), expected, name=gradient_name(k, parameter))


def _derivative(
    parameters: list[tuple[np.ndarray, np.ndarray]], k: int, parameter: str, cost: Callable[[Any], float]
) -> np.ndarray:
    """Numerical derivative of a cost of plain arrays."""

    def moved_cost(value: np.ndarray) -> float:
        weight, bias = parameters[k]
        layer = (value, bias) if parameter == "weight" else (weight, value)
        return cost([*parameters[:k], layer, *parameters[k + 1 :]])

    return numerical_gradient(moved_cost, parameters[k][0 if parameter == "weight" else 1])
