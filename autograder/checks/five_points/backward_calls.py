"""Checks of question `backward` as a call: what it refuses, and what it leaves as it was."""

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import numpy as np

from autograder.checks.five_points.backward import BACKWARD, gradient_name, stored_gradient
from autograder.checks.five_points.costs import LinearCost
from autograder.checks.five_points.networks import (
    build,
    layers_of,
    parameters_of,
    refuse_other_shapes,
    twin,
    up_to_one_hidden_layer,
)
from autograder.judge import (
    any_route,
    array,
    attribute,
    call,
    equal,
    generator,
    planted,
    refuses,
    unchanged,
    weights,
    wrong,
)


def backward_refuses(NeuralNetwork: Any) -> None:
    """A truth of another shape than the predictions is refused with ValueError, by way of the loss."""
    sizes = (2, 3, 1)

    def judge(*, own_loss: bool, own_forward: bool) -> None:
        rng = generator("backward-refuses")
        net = build(NeuralNetwork, rng, sizes)
        x, y = weights(rng, 5, 2), rng.uniform(size=(5, 1))
        backward = attribute(net, "backward", name="net")
        with ExitStack() as stack:
            if not own_loss:
                stack.enter_context(planted(attribute(net, "loss", name="net"), **_refusing_loss()))
            if not own_forward:
                stack.enter_context(planted(net, forward=lambda x: up_to_one_hidden_layer(net, x)))
            call(backward, x, y, name=BACKWARD, returns=False)
            refuses(
                backward, x, y[:, 0], name=f"{BACKWARD} for y of shape (5,) and predictions of shape (5, 1)"
            )
            refuses(
                backward, x, y[:1], name=f"{BACKWARD} for y of shape (1, 1) and predictions of shape (5, 1)"
            )

    any_route(
        *(
            lambda own_loss=own_loss, own_forward=own_forward: judge(
                own_loss=own_loss, own_forward=own_forward
            )
            for own_loss, own_forward in ((True, True), (False, True), (False, False))
        )
    )


def _refusing_loss() -> dict[str, Any]:
    def forward(y_true: Any, y_pred: Any) -> float:
        refuse_other_shapes(y_true, y_pred)
        return float(np.sum(y_pred))

    def get_gradient(y_true: Any, y_pred: Any) -> np.ndarray:
        refuse_other_shapes(y_true, y_pred)
        return np.ones_like(y_pred)

    return {"forward": forward, "get_gradient": get_gradient}


def backward_repeat(NeuralNetwork: Any) -> None:
    """A second call replaces the gradients of the first one, and no call touches weights or biases."""
    sizes = (2, 4, 3)

    def judge(*, own_loss: bool, own_forward: bool) -> None:
        rng = generator("backward-repeat")
        net = build(NeuralNetwork, rng, sizes)
        fresh = twin(NeuralNetwork, net, sizes)
        x, y = weights(rng, 2, 4, 2), rng.uniform(size=(2, 4, 3))
        linear = LinearCost(weights(rng, 4, 3))
        with ExitStack() as stack:
            for each in (net, fresh):
                if not own_loss:
                    stack.enter_context(planted(attribute(each, "loss", name="net"), **linear.methods()))
                if not own_forward:
                    forward = lambda x, each=each: up_to_one_hidden_layer(each, x)
                    stack.enter_context(planted(each, forward=forward))
            _repeat(net, fresh, x, y)

    any_route(
        *(
            lambda own_loss=own_loss, own_forward=own_forward: judge(
                own_loss=own_loss, own_forward=own_forward
            )
            for own_loss, own_forward in ((True, True), (False, True), (False, False))
        )
    )


def _repeat(net: Any, fresh: Any, x: np.ndarray, y: np.ndarray) -> None:
    before = parameters_of(net, 2)
    call(attribute(net, "backward", name="net"), x[0], y[0], name=BACKWARD, returns=False)
    after = parameters_of(net, 2)
    for k, (old, new) in enumerate(zip(before, after, strict=True)):
        for parameter, was, is_now in zip(("weight", "bias"), old, new, strict=True):
            unchanged(is_now, was, name=f"net.layers[{k}].linear.{parameter}")
    first = dict(_gradients(net))
    call(attribute(net, "backward", name="net"), x[1], y[1], name=BACKWARD, returns=False)
    call(attribute(fresh, "backward", name="net"), x[1], y[1], name=BACKWARD, returns=False)
    second, expected = dict(_gradients(net)), dict(_gradients(fresh))
    for name, gradient in expected.items():
        if not np.any(gradient) or np.array_equal(gradient, first[name]):
            wrong(f"{name} does not depend on x and y.", hint="what `backward` computes from the data")
        equal(
            second[name],
            gradient,
            name=f"{name} after a second call of {BACKWARD}",
            suspects={"gradient_accumulated": first[name] + gradient},
            hint="what is kept from one call to the next",
        )


def _gradients(net: Any) -> Iterator[tuple[str, np.ndarray]]:
    layers = layers_of(net, 2)
    for k in range(2):
        for parameter in ("weight", "bias"):
            name = gradient_name(k, parameter)
            yield name, array(stored_gradient(layers, k, parameter), name=name)
