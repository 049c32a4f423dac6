"""Checks of questions `sigmoid` and `dsigmoid`: the logistic function and its slope, entry by entry.

No formula is needed to judge them: `logit` undoes the sigmoid, and a difference quotient gives the slope.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
import scipy.special

from autograder.causes import diagnosis
from autograder.judge import (
    EXACT,
    Wrong,
    any_route,
    array,
    attribute,
    beneath,
    call,
    cases,
    confirmed,
    equal,
    generator,
    kind_of,
    numerical_gradient,
    unchanged,
    wrong,
)

FAR_ERROR = 1e-6  # absolute; asked of the derivative for entries up to 30


@confirmed
def sigmoid_values(sigmoid: Any) -> None:
    """The sigmoid of moderate numbers lies between 0 and 1, and its log odds are the numbers themselves."""
    rng = generator("sigmoid-values")
    for shape in cases(((6,), (2, 5), (4, 3))):
        _right_log_odds(sigmoid, rng.uniform(-4, 4, size=shape), "sigmoid(X)")
    _calls_are_independent(sigmoid, rng)
    # The last: a right number says little about a formula, and a wrong one suggests a factor or an empty array.
    half = call(sigmoid, np.zeros(2), name="sigmoid(X)")
    equal(half, np.full(2, 0.5), name="sigmoid of zeros", relative=EXACT)


def _calls_are_independent(sigmoid: Any, rng: np.random.Generator) -> None:
    """The pre-activations are needed again on the way back; another call has another result."""
    X = rng.uniform(-4, 4, size=(2, 3))
    leaves_argument(sigmoid, X, "sigmoid")
    first, second = (np.array(call(sigmoid, z, name="sigmoid(X)"), dtype=float) for z in (X, -X))
    if np.array_equal(first, second):
        wrong(
            "sigmoid(-X), called after sigmoid(X), returns the same array.",
            diagnosis=diagnosis("kept_from_earlier_call"),
        )


def leaves_argument(function: Any, X: np.ndarray, name: str) -> None:
    """Require that an elementwise function leaves its array as it was: the notebook's plots use it again.

    Args:
        function: the student's function.
        X: float64.
        name: of the function.
    """
    given = X.copy()
    # Called without our copy: this call asks whether the caller's array survives.
    call(lambda: function(given), name=f"{name}(X)")
    unchanged(given, X, name="X")


@confirmed
def sigmoid_shapes(sigmoid: Any) -> None:
    """Single numbers, whole numbers and arrays with any number of axes give what they should, in their own shape."""
    rng = generator("sigmoid-shapes")
    for X in _kinds_of_input(rng):
        _right_log_odds(sigmoid, X, f"sigmoid of {_described(X)}")


@confirmed
def sigmoid_stable(sigmoid: Any) -> None:
    """Entries of size 1000 give 0 and 1, and moderate ones beside them stay right."""
    X = np.array([[-1000.0, 1000.0, 0.0], [2.0, -1000.0, -3.0]])
    name = "sigmoid of entries of size 1000"
    result = array(call(sigmoid, X, name="sigmoid(X)"), name=name, shape=X.shape, finite=False)
    bad = ~np.isfinite(result)
    if bad.any():
        at = tuple(int(i) for i in np.argwhere(bad)[0])
        wrong(
            f"sigmoid(X) is {result[at]} at {list(at)}, where X is {X[at]:g}.",
            diagnosis=diagnosis("sigmoid_overflow") if np.isnan(result[at]) else None,
            hint="" if np.isnan(result[at]) else "the formula of the sigmoid: what stands below the line",
        )
    limits = np.where(np.abs(X) > 100, (X > 0).astype(float), result)
    equal(result, limits, name=name, relative=1e-6, scale=EXACT)
    _right_log_odds(sigmoid, X, name, judged=np.abs(X) < 100)


def _right_log_odds(sigmoid: Any, X: Any, name: str, judged: np.ndarray | None = None) -> None:
    given = np.asarray(X)
    narrow = given.dtype == np.float32
    result = call(sigmoid, X, name="sigmoid(X)")
    result = array(result, name=name, shape=given.shape, narrow=narrow)
    judged = np.ones(given.shape, dtype=bool) if judged is None else judged
    outside = judged & ((result <= 0.0) | (result >= 1.0))
    if outside.any():
        value, place = float(result[outside][0]), float(given[outside][0])
        wrong(
            f"{name} has the entry {value:.6g}, where X is {place:.6g}; there it must lie between 0 and 1.",
            hint="the formula of the sigmoid",
        )
    log_odds = scipy.special.logit(result[judged])
    expected = given[judged].astype(float)
    if np.allclose(log_odds, -expected, rtol=1e-4, atol=1e-4) and np.any(expected):
        wrong(f"{name} falls where it should rise.", diagnosis=diagnosis("sigmoid_mirrored"))
    equal(
        log_odds,
        expected,
        name=f"the log odds of {name}",
        relative=1e-4 if narrow else 1e-6,
        hint="the formula of the sigmoid; the log odds of the right result are X itself",
    )


@confirmed
def dsigmoid_values(dsigmoid: Any, sigmoid: Any) -> None:
    """The derivative is the slope of the sigmoid at X: closely for moderate X, and nearly 0 far away.

    Args:
        dsigmoid: the student's derivative.
        sigmoid: the student's sigmoid; scipy's takes its place where it is wrong.
    """
    rng = generator("dsigmoid-values")
    for shape in cases(((6,), (3, 4))):
        X = rng.uniform(-5, 5, size=shape)
        _judge_slope(dsigmoid, sigmoid, X)
    or_on_right_sigmoid(dsigmoid, lambda: leaves_argument(dsigmoid, X, "dsigmoid"))
    or_on_right_sigmoid(dsigmoid, lambda: _judge_far(dsigmoid))


def _judge_far(dsigmoid: Any) -> None:
    far = np.array([-30.0, -20.0, -12.0, 12.0, 20.0, 30.0])
    name = "dsigmoid of entries from 12 to 30 in size"
    result = array(call(dsigmoid, far, name="dsigmoid(X)"), name=name, shape=far.shape)
    expected = slopes(scipy.special.expit, far)
    if np.any(np.abs(result - expected) > FAR_ERROR):
        # The floor keeps the tolerance at its absolute size although everything here is small.
        equal(result, expected, name=name, relative=0.0, scale=FAR_ERROR / np.abs(expected).max())


@confirmed
def or_on_right_sigmoid(dsigmoid: Any, judge: Callable[[], None]) -> None:
    """Judge a derivative; where the student's sigmoid is wrong, also with a right one beneath it."""

    def on_right_sigmoid() -> None:
        with beneath(dsigmoid, sigmoid=scipy.special.expit):
            judge()

    any_route(judge, on_right_sigmoid)


@confirmed
def or_above_right_sigmoid(NeuralNet: Any, judge: Callable[[], None]) -> None:
    """Judge a network; where the student's sigmoid is wrong, also with a right one beneath its forward pass."""

    def above_right_sigmoid() -> None:
        forward = attribute(NeuralNet, "forward_keep_activations", name="NeuralNet")
        with beneath(forward, sigmoid=scipy.special.expit):
            judge()

    any_route(judge, above_right_sigmoid)


def _judge_slope(dsigmoid: Any, sigmoid: Any, X: np.ndarray) -> None:
    def own_sigmoid() -> None:
        slope = slopes(lambda z: call(sigmoid, z, name="sigmoid(X)"), X, name="sigmoid(X)")
        if not np.any(slope):
            wrong("sigmoid(X) does not change with X.", hint="the formula of the sigmoid")
        _right_slope(dsigmoid, X, slope)

    def stated() -> None:
        _right_slope(dsigmoid, X, slopes(scipy.special.expit, X))

    any_route(own_sigmoid, lambda: or_on_right_sigmoid(dsigmoid, stated))


def _kinds_of_input(rng: np.random.Generator) -> tuple[Any, ...]:
    """Single numbers, whole numbers, float32, and arrays with any number of axes."""
    return (
        0.7,
        -2,
        np.float64(1.3),
        np.array(-0.4),
        rng.normal(size=(2, 3, 4)),
        rng.integers(-3, 4, size=5),
        np.array([[1, -2], [3, 0]]),
        rng.normal(size=(3, 2)).astype(np.float32),
    )


@confirmed
def dsigmoid_shapes(dsigmoid: Any, sigmoid: Any) -> None:
    """Single numbers, whole numbers and arrays with any number of axes give their slope, in their own shape.

    Args:
        dsigmoid: the student's derivative.
        sigmoid: the student's sigmoid; a kind of input that it refuses is not asked of the derivative.
    """
    kinds = _kinds_of_input(generator("dsigmoid-shapes"))
    taken = [X for X in kinds if not _refuses(sigmoid, X)]
    for X in taken:
        _slope_in_own_shape(dsigmoid, X)
    # The sigmoid is wrong altogether, or takes nothing but what fits into a table.
    if not any(np.ndim(X) and np.asarray(X).dtype.kind == "f" for X in taken):
        with beneath(dsigmoid, sigmoid=scipy.special.expit):
            for X in kinds:
                _slope_in_own_shape(dsigmoid, X)


def _slope_in_own_shape(dsigmoid: Any, X: Any) -> None:
    given = np.asarray(X)
    equal(
        call(dsigmoid, X, name="dsigmoid(X)"),
        slopes(scipy.special.expit, given.astype(float)),
        name=f"dsigmoid of {_described(X)}",
        narrow=given.dtype == np.float32,
        hint="first the slope itself, at arrays; then what happens to numbers, to whole numbers and to float32",
    )


def _refuses(sigmoid: Any, X: Any) -> bool:
    """Whether the student's sigmoid is wrong for this kind of input; that has cost its own aspect already."""
    try:
        _right_log_odds(sigmoid, X, "sigmoid(X)")
    except Wrong:
        return True
    return False


def _right_slope(dsigmoid: Any, X: np.ndarray, slope: np.ndarray) -> None:
    result = array(call(dsigmoid, X, name="dsigmoid(X)"), name="dsigmoid(X)", shape=X.shape)
    equal(
        result,
        slope,
        name="dsigmoid(X)",
        relative=1e-6,
        scale=1e-8,
        function=lambda at: slopes(scipy.special.expit, at),
        argument=X,
        suspects={
            "derivative_at_activation": lambda: _slope_seen_from_activation(dsigmoid, X, result),
            "derivative_of_tanh": lambda: slopes(np.tanh, X),
            "times_two_for_square": lambda: nearest(result, _halved_squares(X)),
            "function_for_derivative": lambda: scipy.special.expit(X),
        },
        hint="the slope of the sigmoid at the entries of X themselves",
    )


def _slope_seen_from_activation(dsigmoid: Any, X: np.ndarray, result: np.ndarray) -> np.ndarray:
    """The student's result itself, if dsigmoid is right for an activation; else the slope at the sigmoid of X."""
    activation = np.linspace(0.1, 0.9, 7)
    right = slopes(scipy.special.expit, scipy.special.logit(activation))
    if np.allclose(array(dsigmoid(activation), name="dsigmoid(X)"), right, rtol=1e-6):
        return result
    return slopes(scipy.special.expit, scipy.special.expit(X))


def _halved_squares(X: np.ndarray) -> list[np.ndarray]:
    """What the usual ways to write the derivative give when their square is written as `* 2`."""
    s = scipy.special.expit(X)
    return [scipy.special.expit(-X) / 2, s / 2, -s, 0.75 - s]


def nearest(result: np.ndarray, candidates: list[np.ndarray]) -> np.ndarray:
    """That of several arrays of one shape which is nearest to a result."""
    return min(candidates, key=lambda candidate: float(np.max(np.abs(candidate - result))))


def slopes(function: Callable[[np.ndarray], Any], X: np.ndarray, *, name: str = "the function") -> np.ndarray:
    """The derivative of an elementwise function, entry by entry, by difference quotients.

    Args:
        function: takes and returns arrays of one shape.
        X: where; float64 of any shape.
        name: the call, for messages.
    """
    return numerical_gradient(
        lambda moved: np.sum(array(function(moved), name=name, integers=True)), X, name=name
    )


def _described(X: Any) -> str:
    given = np.asarray(X)
    if given.ndim == 0:
        return f"the number {X}"
    kind = "whole numbers" if given.dtype.kind == "i" else str(given.dtype)
    return f"{kind_of(given)} of {kind}" if kind != "float64" else kind_of(given)
