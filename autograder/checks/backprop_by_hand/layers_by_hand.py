"""Checks of questions `one_layer_grads` to `two_layer_first`: one derivative after another.

Each derivative is held against the numerical derivative of the stated cost. Where the quantity from which it is
built is wrong already, it may still follow from that quantity: then it is right, and only the first slip costs.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np
from scipy.special import expit

from autograder.checks.backprop_by_hand import stated
from autograder.checks.backprop_by_hand.functions import squared_cost
from autograder.checks.backprop_by_hand.pieces import slopes_of_sigmoid
from autograder.judge import (
    Chain,
    Product,
    agree,
    any_route,
    array,
    call,
    confirmed,
    equal,
    numerical_gradient,
    wrong,
)


@confirmed
def last_layer(
    kind: str,
    value: Any,
    upstream: Callable[[], Any] | None,
    W: Any,
    b: Any,
    layer_input: Any,
    target: Any,
    own: Callable[[], Any] | None = None,
    layer: str = "",
) -> None:
    """A derivative in the layer whose activation is the prediction.

    Args:
        kind: which derivative: by `a`, `z`, `W` or `b`.
        value: the student's.
        upstream: gives the student's derivative one step closer to the cost; None for `a`.
        W: (out, in), the student's.
        b: (out,), the student's.
        layer_input: (in,).
        target: (out,).
        own: gives the student's function for this step, `mse_der` for `a` and `sigmoid_der` for `z`; where it is
            wrong, that is another aspect.
        layer: what names carry at their end, such as `2`.
    """
    target = _target(target, b)
    _derivative(
        _Step(kind, value, upstream, own, layer),
        W,
        b,
        layer_input,
        lambda a: squared_cost(a, target),
        None if own is None or kind != "a" else partial(_own_cost_slope, own, target),
        None,
        lambda: _chain(layer_input, target, [(W, b)]),
    )


@confirmed
def two_layer_last(
    kind: str,
    value: Any,
    upstream: Callable[[], Any] | None,
    layers: Any,
    x: Any,
    target: Any,
    own: Callable[[], Any] | None = None,
) -> None:
    """A derivative in the last of two layers; `layers` is `[(W1, b1), (W2, b2)]`, the rest as in `last_layer`."""
    (W1, b1), (W2, b2) = layers
    last_layer(kind, value, upstream, W2, b2, _activation(W1, b1, x, "1"), target, own, "2")


@confirmed
def two_layer_first(
    kind: str,
    value: Any,
    upstream: Callable[[], Any],
    layers: Any,
    x: Any,
    target: Any,
    own: Callable[[], Any] | None = None,
) -> None:
    """A derivative in the first of two layers; for `a`, upstream is the derivative by the second pre-activation."""
    (W1, b1), (W2, b2) = layers
    target = _target(target, b2)
    W2, b2 = array(W2, name="W2", integers=True), array(b2, name="b2", integers=True)

    def second(a: np.ndarray) -> np.ndarray:
        return W2 @ a + b2

    _derivative(
        _Step(kind, value, upstream, own, "1"),
        W1,
        b1,
        x,
        lambda a: squared_cost(expit(second(a)), target),
        None,
        second,
        lambda: _chain(x, target, layers),
    )


@confirmed
def two_layer_link(dz2_da1: Any, layers: Any) -> None:
    """How the second pre-activation changes with the first activation, as a matrix; its transpose is right too."""
    (_, b1), (W2, b2) = layers
    W2, b2 = array(W2, name="W2", integers=True), array(b2, name="b2", integers=True)
    expected = np.array(
        [numerical_gradient(lambda a, i=i: (W2 @ a + b2)[i], np.zeros(len(b1))) for i in range(len(b2))]
    )
    _shows_something(expected, "dz2_da1")
    given = array(dz2_da1, name="dz2_da1", integers=True)
    flipped = given.shape[-2:] == expected.shape[::-1] != expected.shape
    equal(
        given,
        expected.T if flipped else expected,
        name="dz2_da1",
        axes="the shape of W2 (or of W2.T)",
        one_sample=True,
        integers=True,
        relative=1e-6,
        hint="which entry of a1 meets which entry of z2, and with which weight",
    )


def _chain(x: Any, target: np.ndarray, layers: Sequence[tuple[Any, Any]]) -> Chain:
    """The network on this one sample, seen from the stated cost."""
    plain = [(np.asarray(W, dtype=np.float64), np.asarray(b, dtype=np.float64)) for W, b in layers]
    each = [expit] * len(plain), [slopes_of_sigmoid] * len(plain)
    sample = np.asarray(x, dtype=np.float64)[None]
    return stated.chain(sample, target[None], plain, *each, lambda a: squared_cost(a, target[None]))


def _target(target: Any, b: Any) -> np.ndarray:
    target = array(target, name="target", integers=True)
    if target.size != np.size(b):
        wrong(
            f"target has {target.size} entries for a layer of {np.size(b)} outputs.",
            hint="`x` and `target` are given anew further down: run the cells from the start of this part again",
        )
    return target


def _own_cost_slope(own: Callable[[], Any], target: np.ndarray, a: np.ndarray) -> np.ndarray:
    """What the student's `mse_der` gives here, if it gives something else elsewhere."""
    name = "mse_der(predict, target)"
    here, elsewhere = (
        array(call(own(), predict, t, name=name), name=name, shape=a.shape, one_sample=True)
        for predict, t in ((a, target), (a + 0.5, 2 * target - 0.3))
    )
    if agree(here, elsewhere):
        wrong(f"{name} is the same for another prediction and target.")
    return here


def _activation(W: Any, b: Any, x: Any, layer: str) -> np.ndarray:
    return expit(_pre_activation(W, b, x, layer))


def _pre_activation(W: Any, b: Any, x: Any, layer: str) -> np.ndarray:
    x = array(x, name="x", integers=True)
    b = array(b, name=f"b{layer}", integers=True)
    W = array(W, name=f"W{layer}", shape=(b.size, x.size), axes="(out, in)", integers=True)
    return W @ x + b


@dataclass(frozen=True)
class _Step:
    """One derivative of the student's, and what it may be built from; see `last_layer`."""

    kind: str
    value: Any
    upstream: Callable[[], Any] | None
    own: Callable[[], Any] | None
    layer: str

    def judge(self, expected: np.ndarray, hint: str, product: Callable[[], Product] | None = None) -> None:
        n, name = expected.shape[0], f"dC_d{self.kind}{self.layer}"
        _shows_something(expected, name)
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


def _derivative(
    step: _Step,
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


def _not_the_next(step: _Step, by_pre_activation: np.ndarray) -> None:
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


def _shows_something(expected: np.ndarray, name: str) -> None:
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
