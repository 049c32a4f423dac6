"""Checks of questions `one_layer_forward` to `two_layer_first`: one and two layers, one derivative after another.

Each derivative is held against the numerical derivative of the stated cost. Where the quantity from which it is
built is wrong already, it may still follow from that quantity: then it is right, and only the first slip costs.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.special import expit, logit

from autograder.checks.backprop_by_hand.functions import squared_cost
from autograder.judge import (
    agree,
    any_route,
    array,
    call,
    equal,
    generator,
    numerical_gradient,
    weights,
    wrong,
)

FORWARD = "feed_forward_one_layer(W, b, x)"


def one_layer_shapes(W: Any, b: Any, x: Any, target: Any) -> None:
    """W and b fit the input and the target, and are not all alike."""
    inputs, outputs = np.size(x), np.size(target)
    W = array(W, name="W", shape=(outputs, inputs), axes="(out, in)", integers=True)
    array(b, name="b", shape=(outputs,), axes="(out,)", integers=True)
    if np.ptp(W) == 0.0:
        wrong(
            f"all entries of W are {W.flat[0]:g}.", hint="random numbers: equal weights stay equal for ever"
        )


def one_layer_values(feed_forward_one_layer: Any) -> None:
    """The output is a sigmoid of something that W, b and x enter as the text says."""
    rng = generator("one_layer_forward-values")
    for inputs, outputs in ((2, 3), (4, 2), (3, 5), (1, 2)):
        W, b, x = weights(rng, outputs, inputs), weights(rng, outputs), weights(rng, inputs)

        def scores(W: np.ndarray, b: np.ndarray, x: np.ndarray) -> np.ndarray:
            a = array(
                call(feed_forward_one_layer, W, b, x, name=FORWARD),
                name=FORWARD,
                shape=b.shape,
                axes="(out,)",
                one_sample=True,
            )
            if not np.all((a > 0) & (a < 1)):
                wrong(
                    f"{FORWARD} has entries outside 0 and 1, such as {a[np.argmax(np.abs(a - 0.5))]:.6g}.",
                    hint="what turns the pre-activation into the activation",
                )
            return logit(a)

        zero = np.zeros(outputs)
        scores(4 * W, 4 * b, x)  # far out, where nothing but a sigmoid stays between 0 and 1
        equal(
            scores(W, b, x) - scores(W, zero, x),
            b,
            name="what b adds to the pre-activation",
            relative=1e-6,
            suspects={"bias_left_out": zero},
        )
        equal(
            scores(W, b, np.zeros(inputs)),
            b,
            name="the pre-activation for x = 0",
            relative=1e-6,
            hint="what is left of the layer when the input is zero",
        )
        equal(
            scores(W, np.zeros(outputs), np.eye(inputs)[0]),
            W[:, 0],
            name="the pre-activation for b = 0 and x = (1, 0, ...)",
            relative=1e-6,
            hint="which weights the first input meets",
        )
        equal(
            scores(W, zero, 3 * x),
            3 * scores(W, zero, x),
            name="the pre-activation for three times the input",
            relative=1e-6,
        )


def mse_derivative(mse_der: Any) -> None:
    """The derivative of the mean squared error by the prediction, for vectors of every length."""
    rng = generator("mse_der-values")
    for n in (3, 5, 1, 2, 7):
        _mse_fits(mse_der, rng.normal(size=n), rng.normal(size=n))
    _mse_fits(mse_der, np.array([1, 0, 4]), np.array([3, 2, 1]))


def _mse_fits(mse_der: Any, predict: np.ndarray, target: np.ndarray) -> None:
    n, name = len(target), "mse_der(predict, target)"
    expected = numerical_gradient(lambda p: squared_cost(p, target), predict)
    equal(
        call(mse_der, predict, target, name=name),
        expected,
        name=name,
        axes="(n,)",
        one_sample=True,
        relative=1e-6,
        factors={"missing_factor_two": 0.5, "missing_mean": n} if n not in (1, 2) else {},
        hint="the derivative of the cost by one entry of the prediction",
    )


def sigmoid_moderate(sigmoid_der: Any) -> None:
    """The slope of the sigmoid at entries up to 5 in size, as a vector or on the diagonal of a matrix."""
    rng = generator("sigmoid_der-values")
    for z in (
        rng.normal(size=4),
        np.array([-5.0, -2.5, 0.0, 1.0, 5.0]),
        rng.uniform(-5, 5, size=7),
        rng.normal(size=1),
    ):
        expected = _slopes(z)
        at_activation = numerical_gradient(lambda a: float(np.sum(expit(a))), expit(z))
        suspects = {
            "derivative_at_activation": at_activation,
            "function_for_derivative": expit(z),
            "times_two_for_square": expit(z) * (1 - 2 * expit(z)),
        }
        _slopes_fit(sigmoid_der, z, expected, suspects)


def _slopes(z: np.ndarray) -> np.ndarray:
    """Numerical slopes of the sigmoid; it has the same ones left of zero, where it is small and hence precise."""
    return np.array([float(numerical_gradient(expit, np.array(-abs(entry)))) for entry in z])


def _slopes_fit(sigmoid_der: Any, z: np.ndarray, expected: np.ndarray, suspects: dict[str, Any]) -> None:
    n, name = len(z), "sigmoid_der(z)"
    result = array(call(sigmoid_der, z, name=name), name=name)
    matrix = result.shape[-2:] == (n, n) and result.ndim > 1 and n > 1 or result.shape == (1, 1)
    equal(
        result,
        np.diag(expected) if matrix else expected,
        name=name,
        axes="(n, n)" if matrix else "(n,)",
        one_sample=True,
        relative=1e-6,
        scale=1e-7,
        suspects={cause: np.diag(slopes) if matrix else slopes for cause, slopes in suspects.items()},
        hint="the slope of the sigmoid, written with the sigmoid itself",
    )


def sigmoid_large(sigmoid_der: Any) -> None:
    """Far from zero the sigmoid is flat: up to 30 the slope is right within 1e-6."""
    name = "sigmoid_der(z)"
    z = np.array([-30.0, -12.0, 8.0, 30.0, 6.0, -7.0])
    result = array(call(sigmoid_der, z, name=name), name=name)
    slopes = np.diagonal(result, axis1=-2, axis2=-1) if result.shape[-2:] == (6, 6) else result
    expected = _slopes(z)
    slopes = array(np.asarray(slopes), name=name, shape=z.shape, axes="(n,)", one_sample=True)
    _alive(sigmoid_der, name)
    worst = int(np.argmax(np.abs(slopes - expected)))
    if abs(slopes[worst] - expected[worst]) > 1e-6:
        wrong(
            f"{name} is {slopes[worst]:.6g} at z = {z[worst]:g}; {expected[worst]:.6g} is expected.",
            hint="the slope of the sigmoid, written with the sigmoid itself",
        )


def _alive(sigmoid_der: Any, name: str) -> None:
    """Zeros are almost right far out, so the largest slopes must not be zero, nor all the same."""
    near = array(call(sigmoid_der, np.array([0.0, 1.5]), name=name), name=name)
    if not np.any(near) or np.ptp(near) == 0.0:
        wrong(f"{name} does not depend on z.", hint="the slope of the sigmoid differs from place to place")


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
        None
        if own is None or kind != "a"
        else lambda a: call(own(), a, target, name="mse_der(predict, target)"),
        None,
    )


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
    )


def two_layer_link(dz2_da1: Any, layers: Any) -> None:
    """How the second pre-activation changes with the first activation, as a matrix; its transpose is right too."""
    (_, b1), (W2, b2) = layers
    W2, b2 = array(W2, name="W2", integers=True), array(b2, name="b2", integers=True)
    expected = np.array(
        [numerical_gradient(lambda a, i=i: (W2 @ a + b2)[i], np.zeros(len(b1))) for i in range(len(b2))]
    )
    given = array(dz2_da1, name="dz2_da1", integers=True)
    flipped = given.shape[-2:] == expected.shape[::-1] != expected.shape
    equal(
        given,
        expected.T if flipped else expected,
        name="dz2_da1",
        axes="(4, 3) or (3, 4)",
        one_sample=True,
        integers=True,
        relative=1e-6,
        hint="which entry of a1 meets which entry of z2, and with which weight",
    )


def _target(target: Any, b: Any) -> np.ndarray:
    target = array(target, name="target", integers=True)
    if target.size != np.size(b):
        wrong(
            f"target has {target.size} entries for a layer of {np.size(b)} outputs.",
            hint="`x` and `target` are given anew further down: run the cells from the start of this part again",
        )
    return target


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

    def judge(self, expected: np.ndarray, suspects: dict[str, Any], hint: str) -> None:
        n = expected.shape[0]
        equal(
            self.value,
            expected,
            name=f"dC_d{self.kind}{self.layer}",
            axes="(out, in)" if self.kind == "W" else "(out,)",
            one_sample=True,
            relative=1e-6,
            factors={"missing_factor_two": 0.5, "missing_mean": n, "missing_factor_and_mean": n / 2},
            suspects=suspects,
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
    suspects = {"bias_gradient_of_ones": np.ones_like(b)} if step.kind == "b" else {}
    hint = _HINTS["link" if step.kind == "a" and above else step.kind]

    def plainly() -> None:
        more = _slips_at_activation(z, stated_upstream) if step.kind == "z" else suspects
        step.judge(numerical_gradient(cost, at), more, hint)

    def from_upstream(function: Callable[[np.ndarray], np.ndarray] = one_step) -> None:
        own = _usable(step.upstream, (one_step(at)).shape)
        more = _slips_at_activation(z, own) if step.kind == "z" else suspects
        step.judge(numerical_gradient(lambda moved: float(own @ function(moved)), at), more, hint)

    def own_line(moved: np.ndarray) -> np.ndarray:
        """A straight activation with the student's slopes."""
        slopes = array(call(step.own(), z, name="sigmoid_der(z)"), name="sigmoid_der(z)")
        slopes = np.diagonal(slopes) if slopes.shape == (z.size, z.size) else slopes
        return _usable(lambda: slopes, z.shape) * moved

    def with_own_slopes() -> None:
        step.judge(
            numerical_gradient(lambda moved: float(stated_upstream @ own_line(moved)), at), suspects, hint
        )

    routes: list[Callable[[], None]] = [plainly]
    if step.upstream is not None and one_step is not None:
        routes.append(from_upstream)
    if own_cost_der is not None:
        routes.append(lambda: step.judge(_usable(lambda: own_cost_der(a), a.shape), suspects, hint))
    if step.kind == "z" and step.own is not None:
        routes += [with_own_slopes, lambda: from_upstream(own_line)]
    any_route(*routes)


def _slips_at_activation(z: np.ndarray, upstream: np.ndarray) -> dict[str, np.ndarray]:
    """What typical slips on the way from the activation to the pre-activation would give."""
    slope = _slopes(z)
    return {
        "missing_activation_derivative": upstream,
        "doubled_activation_derivative": upstream * slope**2,
        "derivative_at_activation": upstream * _slopes(expit(z)),
        "upstream_left_out": slope,
    }


def _usable(source: Callable[[], Any], shape: tuple[int, ...]) -> np.ndarray:
    """Something of the student's that can carry a judgement: finite, nowhere zero, not the same everywhere."""
    try:
        own = array(source(), name="the derivative before", shape=shape, one_sample=True)
    except NameError:
        wrong("the derivative before does not exist.")
    if not np.all(own) or agree(own, np.full_like(own, own.mean())):
        wrong("the derivative before is zero or the same everywhere.")
    return own


_HINTS = {
    "a": "the derivative of the cost by the prediction",
    "link": "how a change of this activation reaches each entry of the next pre-activation",
    "z": "the step from the activation back to its pre-activation",
    "W": "which pre-activation does this weight enter, and with which factor?",
    "b": "how does the pre-activation change with the bias?",
}
