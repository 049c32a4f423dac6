"""Checks of question `apply_gradients`: one step of gradient descent, and no step without gradients."""

from typing import Any

import numpy as np

from autograder.checks.five_points.networks import build, layers_of, parameters_of
from autograder.checks.five_points.stored_gradients import BACKWARD, stored_gradient
from autograder.judge import (
    Wrong,
    any_route,
    array,
    attribute,
    blamed_on_earlier_call,
    call,
    cases,
    confirmed,
    equal,
    generator,
    refuses,
    step_suspects,
    unchanged,
    weights,
    wrong,
)

APPLY = "apply_gradients(learning_rate)"


@confirmed
def step_taken(NeuralNetwork: Any) -> None:
    """Each weight and bias moves by exactly minus the learning rate times its stored gradient."""
    rng = generator("apply_gradients-step")
    for sizes, rate in cases((((2, 3, 1), 0.1), ((3, 4, 2, 2), 0.7), ((2, 1), 0.013))):
        _judge_step(NeuralNetwork, rng, sizes, rate)


def _judge_step(NeuralNetwork: Any, rng: np.random.Generator, sizes: tuple[int, ...], rate: float) -> None:
    depth = len(sizes) - 1
    x, y = weights(rng, 4, sizes[0]), rng.uniform(size=(4, sizes[-1]))

    def own_gradients() -> None:
        net = build(NeuralNetwork, rng, sizes)

        # Two steps: with momentum, or a learning rate that falls, the first one is plain. The second truth is far away, so
        # that its gradients are large: what is cut off shows.
        def step(net: Any, truth: np.ndarray, call_of: str) -> None:
            call(attribute(net, "backward", name="net"), x, truth, name=BACKWARD, returns=False)
            _step_fits(net, depth, rate, call_of)

        step(net, y, "one call of")
        far = 1 + 30 * y
        blamed_on_earlier_call(
            lambda: step(net, far, "a second call of"),
            lambda: step(build(NeuralNetwork, rng, sizes), far, "one call of"),
        )

    def given_gradients(after_backward: bool) -> None:
        net = build(NeuralNetwork, rng, sizes)
        if after_backward:
            call(attribute(net, "backward", name="net"), x, y, name=BACKWARD, returns=False)
        for call_of, size in (("one call of", 1), ("a second call of", 10)):
            for layer, inputs, outputs in zip(layers_of(net, depth), sizes, sizes[1:], strict=False):
                layer.set_weight_gradient(size * weights(rng, inputs, outputs))
                layer.set_bias_gradient(size * weights(rng, outputs))
            _step_fits(net, depth, rate, call_of)

    # A wrong `backward` may store nothing or zeros; a step that follows any gradient is right all the same.
    any_route(own_gradients, lambda: given_gradients(False), lambda: given_gradients(True))


def _step_fits(net: Any, depth: int, rate: float, call_of: str) -> None:
    layers, before = layers_of(net, depth), parameters_of(net, depth)
    gradients = [
        [
            array(stored_gradient(layers, k, parameter), name=f"{parameter}_grad", shape=value.shape)
            for parameter, value in zip(("weight", "bias"), before[k], strict=True)
        ]
        for k in range(depth)
    ]
    call(attribute(net, "apply_gradients", name="net"), rate, name=APPLY, returns=False)
    after = parameters_of(net, depth)
    for k in range(depth):
        for i, parameter in enumerate(("weight", "bias")):
            gradient = gradients[k][i]
            if not np.any(gradient):
                wrong(
                    f"the gradient of net.layers[{k}].linear.{parameter} is zero, so a step proves nothing."
                )
            equal(
                after[k][i] - before[k][i],
                -rate * gradient,
                name=f"the change of net.layers[{k}].linear.{parameter} in {call_of} {APPLY}",
                axes="(in, out)" if parameter == "weight" else "(out,)",
                suspects=step_suspects(before[k][i], gradient, rate),
                multiples={"fixed_step": -gradient},
                added={"the parameter itself": before[k][i]},
                units={"the learning rate": rate},
                hint="`apply_gradients`: one plain step of gradient descent for each layer",
            )


@confirmed
def step_refused(NeuralNetwork: Any) -> None:
    """Before any `backward` there is no gradient: ValueError, and nothing moves."""
    rng = generator("apply_gradients-refuses")
    for sizes in ((2, 3, 1), (2, 1)):
        net = build(NeuralNetwork, rng, sizes)
        depth = len(sizes) - 1
        before = parameters_of(net, depth)
        apply = attribute(net, "apply_gradients", name="net")
        refuses(apply, 0.1, name=f"{APPLY} before any backward")
        for layer in layers_of(net, depth):  # as a forward pass does
            layer.forward(weights(rng, 3, len(layer.linear.weight)))
        refuses(apply, 0.1, name=f"{APPLY} after a forward pass, before any backward")
        for old, new in zip(before, parameters_of(net, depth), strict=True):
            for parameter, was, is_now in zip(("weight", "bias"), old, new, strict=True):
                unchanged(is_now, was, name=f"linear.{parameter}")
        _accepted_afterwards(net, depth, weights(rng, 3, sizes[0]), rng.uniform(size=(3, sizes[-1])))


def _accepted_afterwards(net: Any, depth: int, x: np.ndarray, y: np.ndarray) -> None:
    """One that refuses always has not looked."""
    try:
        call(attribute(net, "backward", name="net"), x, y, name=BACKWARD, returns=False)
    except Wrong:
        pass  # the business of other aspects; here gradients are all the same
    for layer in layers_of(net, depth):
        for parameter in ("weight", "bias"):
            value = array(attribute(layer.linear, parameter, name="linear"), name=f"linear.{parameter}")
            try:
                array(
                    getattr(layer.linear, f"{parameter}_grad", None), name="the gradient", shape=value.shape
                )
            except Wrong:  # one that does not fit would make the step itself raise ValueError
                setattr(layer.linear, f"{parameter}_grad", np.zeros(value.shape))
    _accepted(net, "every layer has its gradients")
    # Where the weights above are zero, so are the gradients below.
    for layer in layers_of(net, depth):
        for parameter in ("weight", "bias"):
            value = array(attribute(layer.linear, parameter, name="linear"), name=f"linear.{parameter}")
            setattr(layer.linear, f"{parameter}_grad", np.zeros(value.shape))
    _accepted(net, "every layer has its gradients, which are zero")


def _accepted(net: Any, why: str) -> None:
    try:
        attribute(net, "apply_gradients", name="net")(0.1)
    except ValueError:
        wrong(
            f"{APPLY} raises ValueError although {why}.",
            hint="the test that must come before the work",
        )
    except Exception:  # noqa: BLE001 - what else is wrong with the step is the business of the other aspect
        return
