"""Checks of question `relu`: what passes forwards, and what passes backwards."""

from typing import Any

import numpy as np

from autograder.checks.layers.common import prime
from autograder.judge import (
    array,
    blamed_on_earlier_call,
    call,
    cases,
    confirmed,
    equal,
    generator,
    numerical_gradient,
    unchanged,
    weights,
    wrong,
)

SHAPES = ((4, 3), (1, 5), (5, 2), (6,), (2, 3, 4))


@confirmed
def relu_forward(ReLU: Any) -> None:
    """Positive entries pass as they are, negative ones become 0; any shape, any kind of number."""
    rng = generator("relu-forward")
    name = "ReLU().forward(input)"
    inputs = [weights(rng, *shape) for shape in SHAPES]
    inputs += [rng.integers(1, 4, size=(3, 4)) * rng.choice([-1, 1], size=(3, 4))]
    inputs += [
        weights(rng, 3, 2).astype(np.float32),
        np.array([[0.0, -0.0, 2.5, -2.5]]),
        np.array([[-1e4, 1e4]]),
    ]
    for x in inputs:
        result = array(
            call(_layer(ReLU).forward, x, name=name),
            name=name,
            shape=x.shape,
            integers=x.dtype.kind == "i",
            narrow=x.dtype == np.float32,
        )
        # Half of |x| + x is what passes.
        equal(
            result,
            (np.abs(x) + x) / 2,
            name=name,
            relative=1e-6,
            integers=True,
            suspects={"passes_everything": x, "absolute_value": np.abs(x)},
            hint="which entries pass, and what becomes of the others",
        )
    given = weights(rng, 3, 4)
    before = given.copy()
    layer = _layer(ReLU)
    # Called without our copy: this call asks whether the caller's array survives.
    call(lambda: layer.forward(given), name=name)
    unchanged(given, before, name="input")


@confirmed
def relu_backward(ReLU: Any) -> None:
    """The upstream gradient times the derivative of ReLU at the input."""
    rng = generator("relu-backward")
    for shape in cases(SHAPES):
        layer, x = _layer(ReLU), weights(rng, *shape)
        _judge_backward(layer, x, weights(rng, *shape))
        # The same layer once more, with every sign changed: nothing of the first batch may be left.
        _judge_second(ReLU, layer, -x, weights(rng, *shape))
    _judge_backward(_layer(ReLU), 3 * rng.choice([-1, 1], size=(4, 5)), weights(rng, 4, 5))
    _judge_kink(_layer(ReLU), weights(rng, 3, 4), weights(rng, 3, 4))
    x, upstream = weights(rng, 3, 4), weights(rng, 3, 4)
    given = x.copy(), upstream.copy()
    layer = _layer(ReLU)
    prime(layer, x)
    call(lambda: layer.backward(*given), name="ReLU().backward(input, grad_output)")
    unchanged(given[0], x, name="input")
    unchanged(given[1], upstream, name="grad_output")


def _judge_kink(layer: Any, x: np.ndarray, upstream: np.ndarray) -> None:
    """At 0 every slope between 0 and 1 is one, but there must be one."""
    x[0] = 0.0
    name = "ReLU().backward(input, grad_output) where the input is 0"
    prime(layer, x)
    slope = array(call(layer.backward, x, upstream, name=name), name=name, shape=x.shape)[0] / upstream[0]
    if np.any(slope < -1e-6) or np.any(slope > 1 + 1e-6):
        wrong(
            f"{name} is {slope[0]:.6g} times grad_output; 0, 1, or a number between them is expected.",
            hint="what the derivative becomes at the kink",
        )


def _judge_second(ReLU: Any, layer: Any, x: np.ndarray, upstream: np.ndarray) -> None:
    blamed_on_earlier_call(
        lambda: _judge_backward(layer, x, upstream, " for a second batch"),
        lambda: _judge_backward(_layer(ReLU), x, upstream),
    )


def _judge_backward(layer: Any, x: np.ndarray, upstream: np.ndarray, where: str = "") -> None:
    name = f"ReLU().backward(input, grad_output){where}"
    prime(layer, x)
    slope = numerical_gradient(lambda at: np.sum(np.abs(at) + at) / 2, x)
    equal(
        call(layer.backward, x, upstream, name=name),
        # Rounded, so that a message says 0 and not 1.85e-13 where nothing passes.
        numerical_gradient(lambda at: np.sum((np.abs(at) + at) / 2 * upstream), x).round(9),
        name=name,
        relative=1e-6,
        suspects={
            "upstream_ignored": slope,
            "missing_activation_derivative": upstream,
            "mask_from_upstream": np.where(upstream > 0, upstream, 0),
            "input_for_upstream": slope * x,
        },
        hint="what is left of an earlier call"
        if where
        else "which entries of the input let a change through, and what comes from above",
    )


def _layer(ReLU: Any) -> Any:
    return call(ReLU, name="ReLU()")
