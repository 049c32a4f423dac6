"""Checks of questions `one_layer_forward`, `mse_der` and `sigmoid_der`: what the chain of one layer is made of."""

from dataclasses import replace
from typing import Any

import numpy as np
from scipy.special import expit, logit

from autograder.causes import diagnosis
from autograder.checks.backprop_by_hand.functions import squared_cost
from autograder.judge import (
    Chain,
    Layer,
    Product,
    Wrong,
    array,
    call,
    cases,
    confirmed,
    cost_start,
    equal,
    generator,
    numerical_gradient,
    unchanged,
    weights,
    wrong,
)

FORWARD = "feed_forward_one_layer(W, b, x)"


@confirmed
def one_layer_shapes(W: Any, b: Any, x: Any, target: Any) -> None:
    """W and b fit the input and the target, and are not all alike."""
    inputs, outputs = np.size(x), np.size(target)
    W = array(W, name="W", shape=(outputs, inputs), axes="(out, in)", integers=True)
    array(b, name="b", shape=(outputs,), axes="(out,)", integers=True)
    if np.ptp(W) == 0.0:
        wrong(
            f"all entries of W are {W.flat[0]:g}.", hint="random numbers: equal weights stay equal for ever"
        )


@confirmed
def one_layer_values(feed_forward_one_layer: Any) -> None:
    """The output is a sigmoid of something that W, b and x enter as the text says."""
    rng = generator("one_layer_forward-values")
    for inputs, outputs in cases(((2, 3), (4, 2), (3, 5), (1, 2))):
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

        _left_alone(feed_forward_one_layer, {"W": W, "b": b, "x": x}, FORWARD)
        zero = np.zeros(outputs)
        scores(4 * W, 4 * b, x)  # far out, where nothing but a sigmoid stays between 0 and 1
        here = scores(W, b, x)
        if np.allclose(here, scores(0.5 * W - 0.3, b + 0.7, x), rtol=1e-9, atol=1e-9):
            wrong(
                f"{FORWARD} gives the same for another W and b.",
                diagnosis=diagnosis("parameters_from_elsewhere"),
            )
        equal(
            here - scores(W, zero, x),
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


@confirmed
def mse_derivative(mse_der: Any) -> None:
    """The derivative of the mean squared error by the prediction, for vectors of every length."""
    rng = generator("mse_der-values")
    for n in cases((3, 5, 1, 2, 7)):
        predict, target = rng.normal(size=n), rng.normal(size=n)
        _mse_fits(mse_der, predict, target)
        _left_alone(mse_der, {"predict": predict, "target": target}, "mse_der(predict, target)")
    _mse_fits(mse_der, np.array([1, 0, 4]), np.array([3, 2, 1]))


def _left_alone(function: Any, arguments: dict[str, np.ndarray], name: str) -> None:
    """The arrays of the notebook go in here, and the cells after this one use them again."""
    given = {of: value.copy() for of, value in arguments.items()}
    try:
        call(lambda: function(*given.values()), name=name)
    except Wrong:
        return  # the judgement of the values says it better
    for of, value in arguments.items():
        unchanged(given[of], value, name=of)


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
        factors={"missing_factor_two": 0.5, "missing_mean": n, "missing_factor_and_mean": n / 2},
        product=lambda: _difference(predict.astype(float), target.astype(float)),
        hint="the derivative of the cost by one entry of the prediction",
    )


def _difference(predict: np.ndarray, target: np.ndarray) -> Product:
    """The derivative of the stated cost by the prediction, with what slips put in its place."""
    sample = predict[None]
    start = cost_start(lambda at: squared_cost(at, target[None]), sample, target[None])
    chain = Chain([Layer(sample, sample, sample, np.eye(len(predict)))], *start)
    return replace(chain.outputs(0), shape=predict.shape)


@confirmed
def sigmoid_moderate(sigmoid_der: Any) -> None:
    """The slope of the sigmoid at entries up to 5 in size, as a vector or on the diagonal of a matrix."""
    rng = generator("sigmoid_der-values")
    for z in (
        rng.normal(size=4),
        np.array([-5.0, -2.5, 0.0, 1.0, 5.0]),
        rng.uniform(-5, 5, size=7),
        rng.normal(size=1),
        rng.uniform(0.1, 0.9, size=4),  # pre-activations that look like activations
    ):
        expected = slopes_of_sigmoid(z)
        at_activation = numerical_gradient(lambda a: float(np.sum(expit(a))), expit(z))
        suspects = {"derivative_at_activation": at_activation, "function_for_derivative": expit(z)}
        _slopes_fit(sigmoid_der, z, expected, suspects)
        _left_alone(sigmoid_der, {"z": z}, "sigmoid_der(z)")
    whole = np.array([-2, 0, 3])
    _slopes_fit(sigmoid_der, whole, slopes_of_sigmoid(whole), {})


def slopes_of_sigmoid(z: np.ndarray) -> np.ndarray:
    """Numerical slopes of the sigmoid; it has the same ones left of zero, where it is small and hence precise."""
    near = -np.abs(z)
    return numerical_gradient(lambda moved: np.sum(expit(moved) - expit(near)), near)


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
        suspects={cause: np.diag(slopes) if matrix else slopes for cause, slopes in suspects.items()}
        | {
            "argument_taken_for_activation": lambda: _seen_from_activation(sigmoid_der, z, expected, result),
            "times_two_for_square": lambda: _with_doubled_square(z, result),
        },
        hint="the slope of the sigmoid, written with the sigmoid itself",
    )


def _with_doubled_square(z: np.ndarray, result: np.ndarray) -> np.ndarray | None:
    """The student's result itself, if one of the usual formulas gives it with `* 2` in the place of `** 2`."""
    s, away, home = expit(z), np.exp(-z), np.exp(z)
    formulas = (
        s - 2 * s,
        s * (1 - 2 * s),
        away / (2 * (1 + away)),
        home / (2 * (1 + home)),
        1 / (4 * 2 * np.cosh(z / 2)),
        (1 - 2 * np.tanh(z / 2)) / 4,
    )
    matrix = result.shape[-2:] == (len(z), len(z)) and result.ndim > 1
    slopes = np.diagonal(result, axis1=-2, axis2=-1) if matrix else result
    off = result - np.eye(len(z)) * slopes[..., None, :] if matrix else np.zeros(1)
    fits = any(np.allclose(slopes, formula, rtol=1e-6, atol=0.0) for formula in formulas)
    return result if fits and not np.any(off) else None


def _seen_from_activation(
    sigmoid_der: Any, z: np.ndarray, expected: np.ndarray, result: np.ndarray
) -> np.ndarray | None:
    """The student's result itself, if the function is right as soon as it is handed the activation."""
    found = np.asarray(sigmoid_der(expit(z)))
    found = np.diagonal(found) if found.ndim == 2 else found
    return result if np.allclose(found, expected, rtol=1e-6, atol=0.0) else None


@confirmed
def sigmoid_large(sigmoid_der: Any) -> None:
    """Far from zero the sigmoid is flat: up to 30 the slope is right within 1e-6."""
    name = "sigmoid_der(z)"
    rng = generator("sigmoid_der-large")
    far = rng.uniform([5.0, 5.0, 7.0, 7.0, 12.0, 30.0], [7.0, 7.0, 12.0, 12.0, 30.0, 30.0])
    z = rng.permutation(far * np.tile([1.0, -1.0], 3))
    result = array(call(sigmoid_der, z, name=name), name=name)
    slopes = np.diagonal(result, axis1=-2, axis2=-1) if result.shape[-2:] == (6, 6) else result
    expected = slopes_of_sigmoid(z)
    slopes = array(np.asarray(slopes), name=name, shape=z.shape, axes="(n,)", one_sample=True)
    _alive(sigmoid_der, name, rng)
    worst = int(np.argmax(np.abs(slopes - expected)))
    if abs(slopes[worst] - expected[worst]) > 1e-6:
        wrong(
            f"{name} is {slopes[worst]:.6g} at z = {z[worst]:g}; {expected[worst]:.6g} is expected.",
            hint="the slope of the sigmoid, written with the sigmoid itself",
        )


def _alive(sigmoid_der: Any, name: str, rng: np.random.Generator) -> None:
    """Zeros are almost right far out, so the largest slopes must not be zero, nor all the same."""
    near = array(call(sigmoid_der, rng.uniform([-0.5, 1.0], [0.5, 2.0]), name=name), name=name)
    if not np.any(near) or np.ptp(near) == 0.0:
        wrong(f"{name} does not depend on z.", hint="the slope of the sigmoid differs from place to place")
