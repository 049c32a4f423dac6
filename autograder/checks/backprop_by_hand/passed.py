"""Checks of question `backpropagation`: it follows the derivatives that it is passed, even where they are not true."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import numpy as np
from autograd import grad

from autograder.causes import diagnosis
from autograder.checks.backprop_by_hand.functions import (
    UNTRUE,
    any_cost_der,
    cosh_cost,
    cosh_cost_der,
    squared_cost,
)
from autograder.checks.backprop_by_hand.one_sample import Problem, judge_gradient, place, problem
from autograder.checks.backprop_by_hand.style import Derivative, in_style_of
from autograder.judge import Product, Wrong, agree, any_route, array, cases, confirmed, generator, wrong


@confirmed
def passed_cost(backpropagation: Any, sigmoid_der: Callable[[], Any]) -> None:
    """The last layer starts with the `cost_der` that is passed, whatever it is."""
    rng, style = generator("backpropagation-cost_der"), in_style_of(sigmoid_der)
    for sizes, cost_der in cases(
        (((3, 4), any_cost_der), ((2, 4, 3), cosh_cost_der), ((4, 3, 2), any_cost_der))
    ):
        case = problem(rng, sizes, style)
        pairs = case.call(backpropagation, cost_der)
        slopes = case.slopes()
        expected = case.straightened(case.upstream(cost_der), slopes)
        last = len(expected) - 1

        def of_mse(part: int, case: Problem = case, last: int = last) -> Any:
            return case.gradients(lambda p: squared_cost(p, case.target))[last][part]

        def product(
            part: int, case: Problem = case, last: int = last, cost_der: Derivative = cost_der
        ) -> Product:
            upstream = case.upstream(cost_der)
            return case.product(lambda p: upstream @ p, last, part)

        def judge(
            part: int, case: Problem = case, pairs: Any = pairs, expected: Any = expected, last: int = last
        ) -> None:
            suspects = {
                "cost_der_ignored": lambda: of_mse(part),
                "starts_with_difference": lambda: case.from_difference()[last][part],
            }
            judge_gradient(pairs, expected, last, part, suspects, lambda: product(part))

        # A slip in one of the two is the business of another aspect.
        any_route(lambda: judge(0), lambda: judge(1))


@confirmed
def by_hand(backpropagation: Any, sigmoid_der: Callable[[], Any]) -> None:
    """With derivatives that do not belong to the activations, the result follows the derivatives."""
    rng, style = generator("backpropagation-by_hand"), in_style_of(sigmoid_der)
    for sizes in cases(((3, 4), (2, 4, 3), (3, 4, 2, 5))):
        _follows_derivatives(problem(rng, sizes, style, UNTRUE), backpropagation)
    shallow = problem(rng, (4, 3), style, UNTRUE)
    _follows_derivatives(shallow, backpropagation)


def _follows_derivatives(case: Problem, backpropagation: Any) -> None:
    """Judge calls with derivatives that are not true, with the default cost and with one that is passed."""

    def mse(predict: np.ndarray) -> float:
        return squared_cost(predict, case.target)

    def passed(predict: np.ndarray) -> float:
        return cosh_cost(predict, case.target)

    any_route(
        lambda: _follows(case, mse, case.call(backpropagation)),
        lambda: _follows(case, passed, case.call(backpropagation, cosh_cost_der)),
    )


def _follows(case: Problem, cost: Callable[[np.ndarray], float], pairs: Sequence[Sequence[Any]]) -> None:
    """All weights follow the derivatives, or all biases, or at least it is not autograd that found them."""
    expected = case.straightened(grad(cost)(case.predict(case.layers)), case.slopes())
    true = case.gradients(cost)

    def judge(part: int) -> None:
        for i in reversed(range(len(expected))):
            product = partial(case.product, cost, i, part)
            suspects = {
                "activation_ders_ignored": true[i][part],
                "starts_with_difference": lambda i=i: case.from_difference()[i][part],
            }
            judge_gradient(pairs, expected, i, part, suspects, product)

    def last_layer_only() -> None:
        # The way down to the earlier layers is the business of another aspect, unless autograd went it.
        last = len(expected) - 1
        judge_gradient(pairs, expected, last, 0, {"activation_ders_ignored": true[last][0]})
        for i, (W, _) in enumerate(true[:-1]):
            if _same(pairs[i][0], W):
                wrong(
                    f"dC_dW of {place(i, len(true))} does not follow `activation_ders`.",
                    diagnosis=diagnosis("activation_ders_ignored"),
                )

    any_route(lambda: judge(0), lambda: judge(1), last_layer_only)


def _same(value: Any, expected: np.ndarray) -> bool:
    try:
        found = array(value, name="dC_dW", shape=expected.shape, one_sample=True)
    except Wrong:
        return False
    return agree(found, expected)
