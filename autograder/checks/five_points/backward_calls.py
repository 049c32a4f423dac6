"""Checks of question `backward` as a call: what it refuses, and what it leaves as it was."""

import contextlib
from contextlib import ExitStack
from typing import Any

import numpy as np

from autograder.causes import diagnosis
from autograder.checks.five_points.costs import WeightedCost
from autograder.checks.five_points.networks import (
    build,
    layers_of,
    parameters_of,
    planted_forward,
    planted_loss,
    refuse_other_shapes,
    twin,
    up_to_one_hidden_layer,
)
from autograder.checks.five_points.stored_gradients import BACKWARD, call_backward, gradient_name
from autograder.judge import (
    Wrong,
    agree,
    any_route,
    array,
    attribute,
    blamed_on_earlier_call,
    call,
    confirmed,
    equal,
    generator,
    refuses,
    unchanged,
    weights,
    wrong,
)


@confirmed
def backward_refuses(NeuralNetwork: Any) -> None:
    """A truth of another shape than the predictions is refused with ValueError, by way of the loss."""

    def judge(own_loss: bool, own_forward: bool) -> None:
        rng = generator("backward-refuses")
        # One layer is enough to ask, and a slip on the way down does not matter then.
        net = build(NeuralNetwork, rng, (2, 1))
        x, y = weights(rng, 5, 2), rng.uniform(size=(5, 1))
        backward = attribute(net, "backward", name="net")
        layers = layers_of(net, 1)
        with ExitStack() as stack:
            if not own_loss:
                stack.enter_context(planted_loss(net, _refusing_loss()))
            if not own_forward:
                stack.enter_context(planted_forward(net, up_to_one_hidden_layer))
            failure = call_backward(net, layers, x, y)
            nothing = layers[0].linear.weight_grad is None
            if nothing and failure is not None and failure.finding.data.get("exception") == "ValueError":
                raise failure  # who refuses everything has not looked
            for other in (y[:1], y[:, 0]):
                name = f"{BACKWARD} for y of shape {other.shape} and predictions of shape {y.shape}"
                if failure is not None:
                    layers[0].linear.weight_grad = None
                refuses(backward, x, other, name=name)
                if failure is not None and layers[0].linear.weight_grad is not None:
                    raise failure  # the ValueError came too late to be a refusal

    any_route(lambda: judge(True, True), lambda: judge(False, True), lambda: judge(False, False))


def _refusing_loss() -> dict[str, Any]:
    def forward(y_true: Any, y_pred: Any) -> float:
        refuse_other_shapes(y_true, y_pred)
        return float(np.sum(y_pred))

    def get_gradient(y_true: Any, y_pred: Any) -> np.ndarray:
        refuse_other_shapes(y_true, y_pred)
        return np.ones_like(y_pred)

    return {"forward": forward, "get_gradient": get_gradient}


@confirmed
def backward_repeat(NeuralNetwork: Any) -> None:
    """A second call replaces the gradients of the first one, and no call touches weights or biases."""

    def judge(sizes: tuple[int, ...], own_loss: bool, own_forward: bool) -> None:
        rng = generator("backward-repeat")
        net = build(NeuralNetwork, rng, sizes)
        fresh = twin(NeuralNetwork, net, sizes)
        # The second batch is smaller: nothing of the first one may be left in longer arrays.
        x, y = weights(rng, 2, 4, 2), rng.uniform(size=(2, 4, 3))
        weighted = WeightedCost(weights(rng, 1, 3), y[0])
        with ExitStack() as stack:
            for each in (net, fresh):
                if not own_loss:
                    stack.enter_context(planted_loss(each, weighted.methods()))
                if not own_forward:
                    stack.enter_context(planted_forward(each, up_to_one_hidden_layer))
            _repeat(net, fresh, len(sizes) - 1, (x[0], x[1, :3]), (y[0], y[1, :3]))

    deep, single = (2, 4, 3), (2, 3)
    any_route(
        lambda: judge(deep, True, True),
        lambda: judge(deep, False, True),
        lambda: judge(deep, False, False),
        # Where the way down to the hidden layers raises an exception, one layer answers the question as well.
        lambda: judge(single, True, True),
        lambda: judge(single, False, False),
    )


def _repeat(
    net: Any, fresh: Any, depth: int, x: tuple[np.ndarray, np.ndarray], y: tuple[np.ndarray, np.ndarray]
) -> None:
    before = parameters_of(net, depth)
    layers = layers_of(net, depth)
    call_backward(net, layers, x[0], y[0])
    after = parameters_of(net, depth)
    for k, (old, new) in enumerate(zip(before, after, strict=True)):
        for parameter, was, is_now in zip(("weight", "bias"), old, new, strict=True):
            if not agree(is_now, was, relative=1e-9, scale=1e-9):
                wrong(
                    f"{BACKWARD} changes the {parameter} of net.layers[{k}].",
                    diagnosis=diagnosis("changed_by_backward"),
                )
    given = x[0].copy(), y[0].copy()
    # Called without our copies: training hands over the same points again.
    with contextlib.suppress(Wrong):  # what is wrong with the call is judged elsewhere
        call(lambda: net.backward(*given), name=BACKWARD, returns=False)
    for what, is_now, was in zip("xy", given, (x[0], y[0]), strict=True):
        unchanged(is_now, was, name=what)
    call_backward(net, layers, x[0], y[0])
    first = _gradients(net, depth)
    call_backward(net, layers, x[1], y[1])
    call_backward(fresh, layers_of(fresh, depth), x[1], y[1])
    second, expected = _gradients(net, depth), _gradients(fresh, depth)
    if all(np.array_equal(gradient, first[name]) for name, gradient in expected.items() if name in first):
        wrong(
            f"no gradient depends on x and y after {BACKWARD}.", hint="what `backward` computes from the data"
        )
    for name, gradient in expected.items():

        def same(name: str = name, gradient: np.ndarray = gradient) -> None:
            equal(
                second[name],
                gradient,
                name=f"{name} after a second call of {BACKWARD}",
                suspects={"gradient_accumulated": lambda: first[name] + gradient},
                hint="what is kept from one call to the next",
            )

        blamed_on_earlier_call(same, lambda: None)  # a new network is what it is held against


def _gradients(net: Any, depth: int) -> dict[str, np.ndarray]:
    """All gradients that are stored; one that is missing belongs to another question."""
    return {
        gradient_name(k, parameter): array(gradient, name=gradient_name(k, parameter))
        for k, layer in enumerate(layers_of(net, depth))
        for parameter in ("weight", "bias")
        if (gradient := attribute(layer.linear, f"{parameter}_grad", name="linear")) is not None
    }
