"""Checks of questions `one_layer_grads` to `two_layer_first`: one derivative after another.

Each derivative is held against the numerical derivative of the stated cost. Where the quantity from which it is
built is wrong already, it may still follow from that quantity: then it is right, and only the first slip costs.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import numpy as np
from scipy.special import expit

from autograder.checks.backprop_by_hand import stated
from autograder.checks.backprop_by_hand.functions import squared_cost
from autograder.checks.backprop_by_hand.one_derivative import (
    Step,
    activation,
    judge_derivative,
    shows_something,
)
from autograder.checks.backprop_by_hand.pieces import slopes_of_sigmoid
from autograder.judge import (
    Chain,
    agree,
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
    judge_derivative(
        Step(kind, value, upstream, own, layer),
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
    last_layer(kind, value, upstream, W2, b2, activation(W1, b1, x, "1"), target, own, "2")


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

    judge_derivative(
        Step(kind, value, upstream, own, "1"),
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
    shows_something(expected, "dz2_da1")
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
