"""One derivative of the chain, held against the stated cost; where what it is built from is wrong already, against that."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np
from scipy.special import expit

from autograder.judge import (
    Chain,
    Product,
    agree,
    any_route,
    array,
    call,
    equal,
    numerical_gradient,
    wrong,
)


def activation(W: Any, b: Any, x: Any, layer: str) -> np.ndarray:
    return expit(_pre_activation(W, b, x, layer))


def _pre_activation(W: Any, b: Any, x: Any, layer: str) -> np.ndarray:
    x = array(x, name="x", integers=True)
    b = array(b, name=f"b{layer}", integers=True)
    W = array(W, name=f"W{layer}", shape=(b.size, x.size), axes="(out, in)", integers=True)
    return W @ x + b


@dataclass(frozen=True)
class Step:
    """One derivative of the student's, and what it may be built from; see `last_layer`."""

    kind: str
    value: Any
    upstream: Callable[[], Any] | None
    own: Callable[[], Any] | None
    layer: str

    def judge(self, expected: np.ndarray, hint: str, product: Callable[[], Product] | None = None) -> None:
        n, name = expected.shape[0], f"dC_d{self.kind}{self.layer}"
        shows_something(expected, name)
        equal(
            self.value,
            expected,
            name=name,
            axes="(out, in)" if self.kind == "W" else "(out,)",
            one_sample=True,
            relative=1e-6,
            factors={"missing_factor_two": 0.5, "missing_mean": n, "missing_factor_and_mean": n / 2},
            product=product,
            hint=hint,
        )


def judge_derivative(
    step: Step,
    W: Any,
    b: Any,
    x: Any,
    cost_of_activation: Callable[[np.ndarray], float],
    own_cost_der: Callable[[np.ndarray], Any] | None,
    above: Callable[[np.ndarray], np.ndarray] | None,
    chain: Callable[[], Chain],
) -> None:
    """Judge a step by the stated cost; where what it is built from is wrong, by that."""
    z = _pre_activation(W, b, x, step.layer)
    x, W, b = (array(given, name="a given array", integers=True) for given in (x, W, b))
    a = expit(z)
    # Where the derivative is taken, what one step makes of it, and the cost from there on.
    steps = {
        "a": (a, above, cost_of_activation),
        "z": (z, expit, lambda moved: cost_of_activation(expit(moved))),
        "W": (W, lambda moved: moved @ x + b, lambda moved: cost_of_activation(expit(moved @ x + b))),
        "b": (b, lambda moved: W @ x + moved, lambda moved: cost_of_activation(expit(W @ x + moved))),
    }
    at, one_step, cost = steps[step.kind]
    stated_upstream = numerical_gradient(cost_of_activation, a)
    hint = _HINTS["link" if step.kind == "a" and above else step.kind]

    def product() -> Product:
        seen = chain()
        k = 0 if above else seen.last
        made = {"a": seen.outputs, "z": seen.pre, "W": partial(seen.weights, result="oi"), "b": seen.biases}
        return replace(made[step.kind](k), shape=at.shape)

    def plainly() -> None:
        step.judge(numerical_gradient(cost, at), hint, product)

    def from_upstream(function: Callable[[np.ndarray], np.ndarray] = one_step) -> None:
        own = _usable(step.upstream, (one_step(at)).shape)
        step.judge(numerical_gradient(lambda moved: float(own @ function(moved)), at), hint)

    def own_line(moved: np.ndarray) -> np.ndarray:
        """A straight activation with the student's slopes."""
        slopes = array(call(step.own(), z, name="sigmoid_der(z)"), name="sigmoid_der(z)")
        slopes = np.diagonal(slopes) if slopes.shape == (z.size, z.size) else slopes
        return _usable(lambda: slopes, z.shape) * moved

    def with_own_slopes() -> None:
        step.judge(numerical_gradient(lambda moved: float(stated_upstream @ own_line(moved)), at), hint)

    if step.kind == "a":
        at_z, _, cost_from_z = steps["z"]
        _not_the_next(step, numerical_gradient(cost_from_z, at_z))
    routes: list[Callable[[], None]] = [plainly]
    if step.upstream is not None and one_step is not None:
        routes.append(from_upstream)
    if own_cost_der is not None:
        routes.append(lambda: step.judge(_usable(lambda: own_cost_der(a), a.shape), hint))
    if step.kind == "z" and step.own is not None:
        routes += [with_own_slopes, lambda: from_upstream(own_line)]
    any_route(*routes)


def _not_the_next(step: Step, by_pre_activation: np.ndarray) -> None:
    """The slope is in the derivative by the activation already: a line too early, or put there in place."""
    value = np.ravel(step.value) if isinstance(step.value, np.ndarray) else np.empty(0)
    if (
        value.shape == by_pre_activation.shape
        and np.any(by_pre_activation)
        and agree(value, by_pre_activation)
    ):
        wrong(
            f"dC_da{step.layer} is what dC_dz{step.layer} should be.",
            hint="where the slope is multiplied in: a line too early, or in place (`*=`, `out=`), where two names "
            "for one array see the change both",
        )


def shows_something(expected: np.ndarray, name: str) -> None:
    """Refuse numbers with which a derivative is zero everywhere: zeros are right then without any chain rule.

    The numbers are the student's, who may choose others than the given ones, but not some where nothing is to be
    computed: a sigmoid so far out that it is flat, a target that is met, weights or inputs of zero.
    """
    if not np.any(expected):
        wrong(
            f"with these numbers {name} is zero everywhere, which shows nothing about the chain rule.",
            hint="weights, biases, `x` and `target`: take the given numbers, or random ones of order 1",
        )


def _usable(source: Callable[[], Any], shape: tuple[int, ...]) -> np.ndarray:
    """Something of the student's that can carry a judgement; another activation's slopes may be zero here and there."""
    try:
        own = array(source(), name="the derivative before", shape=shape, one_sample=True)
    except NameError:
        wrong("the derivative before does not exist.")
    if np.count_nonzero(own) < 2 or agree(own, np.full_like(own, own.mean())):
        wrong("the derivative before is zero or the same everywhere.")
    return own


_HINTS = {
    "a": "the derivative of the cost by the prediction",
    "link": "how a change of this activation reaches each entry of the next pre-activation",
    "z": "the step from the activation back to its pre-activation",
    "W": "which pre-activation does this weight enter, and with which factor?",
    "b": "how does the pre-activation change with the bias?",
}
