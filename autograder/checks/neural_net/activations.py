"""Checks of question `activations`: tanh and relu, and their slopes at the pre-activation."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import scipy.special

from autograder.checks.neural_net.sigmoid import leaves_argument, slopes
from autograder.judge import any_route, array, call, confirmed, equal, generator, kind_of

KINK_VALUES = (0.0, 0.5, 1.0)


@confirmed
def tanh_values(tanh: Any) -> None:
    """tanh gives what numpy's own function of that name gives."""
    for X in _inputs("activations-tanh"):
        given = np.asarray(X)
        narrow = given.dtype == np.float32
        equal(
            call(tanh, X, name="tanh(X)"),
            np.tanh(given.astype(float)),
            name=f"tanh of {kind_of(given)}",
            function=np.tanh,
            argument=given,
            suspects={"another_activation": lambda given=given: scipy.special.expit(given.astype(float))},
            relative=1e-4 if narrow else 1e-6,
            narrow=narrow,
            hint="the formula of tanh",
        )
    leaves_argument(tanh, _large("activations-tanh"), "tanh")


@confirmed
def dtanh_values(dtanh: Any, tanh: Any) -> None:
    """dtanh is the slope of the student's tanh, or of the right one."""
    for X in _inputs("activations-dtanh"):
        _judge_slope(dtanh, tanh, X)
    leaves_argument(dtanh, _large("activations-dtanh"), "dtanh")


def _judge_slope(dtanh: Any, tanh: Any, X: Any) -> None:
    any_route(
        lambda: _right_slope(dtanh, X, lambda z: call(tanh, z, name="tanh(X)")),
        lambda: _right_slope(dtanh, X, np.tanh),
    )


def _right_slope(dtanh: Any, X: Any, function: Callable[[np.ndarray], Any]) -> None:
    given = np.asarray(X)
    z, narrow = given.astype(float), given.dtype == np.float32
    result = array(
        call(dtanh, X, name="dtanh(X)"), name=f"dtanh of {kind_of(given)}", shape=given.shape, narrow=narrow
    )
    equal(
        result,
        slopes(function, z),
        name=f"dtanh of {kind_of(given)}",
        relative=1e-4 if narrow else 1e-6,
        scale=1e-5 if narrow else 1e-8,
        function=lambda at: slopes(np.tanh, at),
        argument=z,
        suspects={
            "derivative_at_activation": lambda: _slope_seen_from_activation(dtanh, z, result),
            "times_two_for_square": lambda: 1 - 2 * np.tanh(z),
            "function_for_derivative": lambda: np.tanh(z),
        },
        hint="the slope of tanh at the entries of X themselves",
    )


def _slope_seen_from_activation(dtanh: Any, z: np.ndarray, result: np.ndarray) -> np.ndarray:
    """The student's result itself, if dtanh is right for an activation; else the slope at the tanh of z."""
    activation = np.linspace(-0.8, 0.7, 7)
    right = slopes(np.tanh, np.arctanh(activation))
    if np.allclose(array(dtanh(activation), name="dtanh(X)"), right, rtol=1e-6):
        return result
    return slopes(np.tanh, np.tanh(z))


@confirmed
def relu_values(relu: Any) -> None:
    """relu keeps positive numbers, gives 0 for negative ones, and tells them apart where they are mixed."""
    for X in (*_inputs("activations-relu"), _large("activations-relu")):
        given = np.asarray(X)
        sizes = np.abs(given)
        kind = kind_of(given)
        _same_relu(relu, sizes, sizes, f"relu of positive numbers, {kind},", {})
        suspects = {"absolute_value": sizes, "passes_everything": -sizes} if given.size > 1 else {}
        _same_relu(relu, -sizes, np.zeros(given.shape), f"relu of negative numbers, {kind},", suspects)
        sides = [_relu(relu, z, f"relu of {kind}") for z in (X, -X)]
        hint = "`relu`: one that looks at every entry on its own"
        equal(sum(sides), sizes, name=f"relu(X) + relu(-X), where X is {kind},", hint=hint)
        equal(
            sides[0] - sides[1],
            given,
            name=f"relu(X) - relu(-X), where X is {kind},",
            integers=True,
            hint=hint,
        )
    leaves_argument(relu, _large("activations-relu"), "relu")


def _same_relu(
    relu: Any, X: np.ndarray, expected: np.ndarray, name: str, suspects: dict[str, np.ndarray]
) -> None:
    hint = "`relu`: what becomes of positive numbers, and what of negative ones"
    equal(
        _relu(relu, X, name),
        expected,
        name=name,
        relative=1e-6,
        suspects=suspects,
        function=lambda at: np.where(at > 0, at, 0.0),
        argument=X,
        hint=hint,
    )


def _relu(relu: Any, X: Any, name: str) -> np.ndarray:
    given = np.asarray(X)
    result = call(relu, X, name="relu(X)")
    return array(result, name=name, shape=given.shape, integers=True, narrow=given.dtype == np.float32)


@confirmed
def drelu_values(drelu: Any, relu: Any) -> None:
    """drelu is the slope of the student's relu, or of the right one; at 0 the usual values are all right."""
    for X in (*_inputs("activations-drelu"), _large("activations-drelu")):
        _judge_step(drelu, relu, X)
    leaves_argument(drelu, _large("activations-drelu"), "drelu")


def _judge_step(drelu: Any, relu: Any, X: Any) -> None:
    any_route(
        lambda: _right_step(drelu, X, lambda z: call(relu, z, name="relu(X)")),
        lambda: _right_step(drelu, X, np.abs),
    )


def _right_step(drelu: Any, X: Any, function: Callable[[np.ndarray], Any]) -> None:
    given = np.asarray(X)
    name = f"drelu of {kind_of(given)}"
    result = array(
        call(drelu, X, name="drelu(X)"),
        name=name,
        shape=given.shape,
        integers=True,
        narrow=given.dtype == np.float32,
    )
    # The size of a number has the slopes -1 and 1 where relu has 0 and 1; any other function is taken as it is.
    slope = slopes(function, np.where(given == 0, 1.0, given.astype(float)))
    # Rounded, for difference quotients leave 1e-13 where the slope is exactly 0.
    expected = np.round((slope + 1) / 2 if function is np.abs else slope, 9)
    usual = np.array(KINK_VALUES)[np.argmin(np.abs(np.subtract.outer(result, KINK_VALUES)), axis=-1)]
    equal(
        result,
        np.where(given == 0, usual, expected),
        name=name,
        relative=1e-6,
        suspects={"function_for_derivative": np.maximum(given, 0)},
        hint="the slope of relu on either side of 0",
    )


@confirmed
def elementwise_agrees(
    function: Any, reference: Callable[[np.ndarray], np.ndarray], name: str, rng: np.random.Generator
) -> None:
    """Hold an elementwise function against an examiner's one.

    Args:
        function: the student's function.
        reference: the right function.
        name: its name; for `drelu` any usual value at 0 passes.
        rng: draws the inputs.
    """
    for X in (
        rng.uniform(-4, 4, size=(5, 2)),
        rng.uniform(-3, 3, size=7),
        rng.integers(-3, 4, size=(3, 4)),
        1.7,
        -2,
    ):
        given = np.asarray(X)
        result = array(
            call(function, X, name=f"{name}(X)"),
            name=f"{name}(X)",
            shape=given.shape,
            integers="relu" in name,
        )
        expected = reference(given.astype(float))
        if name == "drelu":
            expected = np.where((given == 0) & np.isin(result, KINK_VALUES), result, expected)
        equal(result, expected, name=f"{name}(X)", relative=1e-6, scale=1e-9)


def _inputs(name: str) -> Iterator[Any]:
    """Arrays of several shapes, whole numbers, single numbers; none so near a kink that a slope would notice."""
    rng = generator(name)
    for shape in ((6,), (2, 3), (3, 1, 4)):
        yield rng.uniform(0.1, 3, size=shape) * rng.choice([-1.0, 1.0], size=shape)
    yield rng.permutation(np.arange(-3, 4))
    yield np.array([[2, -1], [0, 3]])
    yield from (0.8, -1.5, 2, np.float64(-0.4))
    yield (rng.uniform(0.1, 2, size=(2, 2)) * np.array([1, -1])).astype(np.float32)


def _large(name: str) -> np.ndarray:
    """Entries of all sizes: relu has no upper bound."""
    rng = generator(f"{name}-large")
    return rng.uniform(0.8, 1.2, size=6) * np.array([2.0, -5.0, 20.0, 60.0, -80.0, 100.0])
