"""Checks of question `backpropagation`: the gradients of any number of layers, for one sample."""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from autograder.causes import diagnosis
from autograder.checks.backprop_by_hand import stated
from autograder.checks.backprop_by_hand.functions import cosh_cost, cosh_cost_der, squared_cost
from autograder.checks.backprop_by_hand.left_alone import left_as_they_were
from autograder.checks.backprop_by_hand.one_sample import NAME, Problem, judge_gradient, place, problem
from autograder.checks.backprop_by_hand.stand_ins import right_mse_der
from autograder.checks.backprop_by_hand.style import in_style_of
from autograder.judge import any_route, array, call, cases, confirmed, existing, generator, wrong

DEPTHS = ((3, 4), (2, 4, 3), (3, 5, 2, 4), (4, 2, 3, 5, 2), (2, 3, 4, 5, 3, 4), (3, 3, 3, 3))
"""Sizes of networks; in the last one all layers are alike, so that two of them may share an array by mistake."""


@confirmed
def one_layer(backpropagation: Any, sigmoid_der: Callable[[], Any], mse_der: Callable[[], Any]) -> None:
    """The weights of a single layer, for the mean squared error, without passing `cost_der`."""
    rng, style = generator("backpropagation-one_layer"), in_style_of(sigmoid_der)
    for sizes in cases(((3, 4), (4, 2), (2, 5))):
        judge = _weights_or_biases(0, backpropagation, problem(rng, sizes, style))
        any_route(
            judge.stated,
            lambda judge=judge: judge.from_own(mse_der),
            lambda judge=judge: judge.on_right_start(mse_der),
        )


@confirmed
def several_layers(which: str, backpropagation: Any, sigmoid_der: Callable[[], Any]) -> None:
    """All gradients of networks of one to five layers with mixed activations.

    Args:
        which: `weights` or `biases`.
        backpropagation: the student's.
        sigmoid_der: gives the student's; its style is the style of the derivatives.
    """
    rng, style = generator(f"backpropagation-{which}"), in_style_of(sigmoid_der)
    if which == "weights":
        _leaves_layers(backpropagation, problem(generator("backpropagation-untouched"), (2, 4, 3), style))
    for sizes in cases(DEPTHS if which == "biases" else DEPTHS[1:]):
        judge = _weights_or_biases(int(which == "biases"), backpropagation, problem(rng, sizes, style))
        # Where `mse_der` or the default is wrong, the backward pass may still be right.
        any_route(judge.stated, judge.with_cost_der)


def _leaves_layers(backpropagation: Any, case: Problem) -> None:
    own = [(W.copy(), b.copy()) for W, b in case.layers]
    left_as_they_were(
        lambda input, target, activation_funcs, activation_ders: backpropagation(
            input, own, activation_funcs, target, activation_ders, cosh_cost_der
        ),
        lambda: own,
        name=NAME,
        data={"input": case.x, "target": case.target},
        lists={"activation_funcs": case.funcs, "activation_ders": case.styled},
    )


@dataclass(frozen=True)
class _weights_or_biases:
    part: int
    backpropagation: Any
    problem: Problem

    def stated(self) -> None:
        target = self.problem.target
        self.fits(self.problem.call(self.backpropagation), lambda p: squared_cost(p, target))

    def with_cost_der(self) -> None:
        target = self.problem.target
        self.fits(self.problem.call(self.backpropagation, cosh_cost_der), lambda p: cosh_cost(p, target))

    def from_own(self, mse_der: Callable[[], Any]) -> None:
        """The prediction may be differentiated wrongly by `mse_der`, and the rest may follow."""
        predict = self.problem.predict(self.problem.layers)
        function = existing(mse_der, "mse_der")
        own = call(function, predict, self.problem.target, name="mse_der(predict, target)")
        upstream = array(own, name="mse_der(predict, target)", shape=predict.shape, one_sample=True)
        if not np.any(upstream) or np.ptp(upstream) == 0.0:
            wrong("mse_der(predict, target) is zero or the same everywhere.")
        self.fits(self.problem.call(self.backpropagation), lambda p: upstream @ p)

    def on_right_start(self, mse_der: Callable[[], Any]) -> None:
        """Where `mse_der` gives nothing to follow, the rest may be right as soon as a right one stands there."""
        with right_mse_der(self.backpropagation, mse_der):
            self.stated()

    def fits(self, pairs: Sequence[Sequence[Any]], cost: Callable[[np.ndarray], float]) -> None:
        expected = self.problem.gradients(cost)
        _no_array_twice([pair[self.part] for pair in pairs], "Wb"[self.part])
        for i in reversed(range(len(expected))):
            if i and self.part == 0:
                _fed_by_its_own_input(pairs[i][0], expected, i, self.problem.x)
            product = partial(self.problem.product, cost, i, self.part)
            suspects = {"starts_with_difference": lambda i=i: self.problem.from_difference()[i][self.part]}
            judge_gradient(pairs, expected, i, self.part, suspects, product)


def _no_array_twice(found: Sequence[Any], part: str) -> None:
    """Two layers with one array for their gradients: what is written for the second one replaces the first."""
    for i, j in itertools.combinations(range(len(found)), 2):
        if isinstance(found[i], np.ndarray) and found[i] is found[j]:
            wrong(
                f"dC_d{part} of layer {i + 1} and dC_d{part} of layer {j + 1} are one and the same array.",
                hint="lines such as `delta *= ...` or `delta[:] = ...`: they change what is in the list already",
            )


def _fed_by_its_own_input(value: Any, expected: stated.Layers, i: int, x: np.ndarray) -> None:
    """Name the slip of a layer that meets the network's input: it shows in the shape, so `equal` cannot."""
    slip = np.outer(expected[i][1], x)
    if isinstance(value, np.ndarray) and value.shape == slip.shape and np.allclose(value, slip):
        wrong(
            f"dC_dW of {place(i, len(expected))} has shape {value.shape}, expected {expected[i][0].shape}.",
            diagnosis=diagnosis("network_input_everywhere"),
        )
