"""Checks of question `network_class`: the functions of this notebook as one object, up to the step on given gradients."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from autograder.causes import diagnosis
from autograder.checks.backprop_by_hand import layouts
from autograder.checks.backprop_by_hand.batches import batch, judge_saved, of_inputs, other_means
from autograder.checks.backprop_by_hand.functions import squared_cost, tilted_cost
from autograder.checks.backprop_by_hand.own_network import CASES, Own, known_network, made, usual_layout
from autograder.judge import (
    Wrong,
    agree,
    any_route,
    array,
    attribute,
    call,
    cases,
    confirmed,
    equal,
    generator,
    number,
    weights,
    wrong,
)


@confirmed
def network_predict(NeuralNetwork: Any) -> None:
    """`layers` fit together, and `predict` is the forward pass through them."""
    rng, name = generator("network_class-predict"), "predict(inputs)"
    _two_networks(NeuralNetwork, rng)
    for sizes, n in cases(CASES):
        own = known_network(NeuralNetwork, rng, sizes, n)
        result = call(own.method("predict"), own.case.X, name=name)
        expected, slips = own.case.predict(own.case.layers), own.case.forward_slips()
        equal(
            result,
            expected,
            name=name,
            axes="(N, out)",
            relative=1e-6,
            suspects=slips,
            hint="the forward pass through `self.layers`, with the activation functions that this object was given",
        )


def _two_networks(NeuralNetwork: Any, rng: np.random.Generator) -> None:
    """Each object has layers of its own."""
    held = []
    for sizes in ((3, 4), (2, 5, 3)):
        network = made(NeuralNetwork, batch(rng, usual_layout(sizes), 1))
        layers = attribute(network, "layers", name="the network")
        held.append((network, [np.array(leaf) for leaf in layouts.leaves(layers)]))
    network, before = held[0]
    now = layouts.leaves(attribute(network, "layers", name="the network"))
    if [np.shape(leaf) for leaf in now] != [leaf.shape for leaf in before] or not all(
        map(np.array_equal, now, before)
    ):
        wrong(
            "the `layers` of one network change when another one is made.",
            diagnosis=diagnosis("shared_by_all_objects"),
        )


@confirmed
def network_cost(NeuralNetwork: Any) -> None:
    """`cost` is `cost_fun` of the prediction."""
    rng, name = generator("network_class-cost"), "cost(inputs, targets)"
    for sizes, n in cases(CASES):
        own = known_network(NeuralNetwork, rng, sizes, n)

        def fits(predict: np.ndarray, own: Own = own) -> None:
            targets = own.case.targets
            value = number(
                call(own.method("cost"), own.case.X, targets, name=name), name=name, one_sample=True
            )
            if agree(np.asarray(value), np.asarray(float(squared_cost(predict, targets)))):
                wrong(
                    f"{name} is the mean squared error, whatever `cost_fun` is.",
                    hint="which cost the object was given",
                )
            equal(
                value,
                float(tilted_cost(predict, targets)),
                name=name,
                relative=1e-6,
                factors=other_means(own.case),
                suspects={"cost_arguments_exchanged": float(tilted_cost(targets, predict))},
                hint="`cost_fun`, with the prediction first",
            )

        # Asked for before there are targets: a prediction that knows them decides what the cost is.
        other = replace(own, case=replace(own.case, targets=rng.normal(size=own.case.targets.shape)))

        def at_own_prediction(own: Own = other, fits: Callable[..., None] = fits) -> None:
            def predict(X: np.ndarray) -> np.ndarray:
                found = call(own.method("predict"), X, name="predict(inputs)")
                return array(found, name="predict(inputs)", shape=own.case.targets.shape)

            fits(of_inputs(predict, own.case.X), own)

        any_route(lambda own=own, fits=fits: fits(own.case.predict(own.case.layers)), at_own_prediction)


@confirmed
def network_saver(NeuralNetwork: Any) -> None:
    """`_feed_forward_saver` keeps what the backward pass needs."""
    rng, name = generator("network_class-saver"), "_feed_forward_saver(inputs)"
    for sizes, n in cases(CASES):
        own = known_network(NeuralNetwork, rng, sizes, n)
        judge_saved(call(own.method("_feed_forward_saver"), own.case.X, name=name), own.case, name)


@confirmed
def network_update(NeuralNetwork: Any) -> None:
    """`update_weights` moves every parameter by minus the learning rate times the gradient that it is given."""
    rng = generator("network_class-update")
    for sizes, n in cases(CASES[:2]):
        own = known_network(NeuralNetwork, rng, sizes, n)
        given = [weights(rng, *shape) for shape in own.case.layout.shapes]
        before = own.leaves()
        rate = _update(own, own.case.layout.build(own.case.layout.read(given)), 0.3)
        changes = [after - start for after, start in zip(own.leaves(), before, strict=True)]
        layouts.judge_leaves(
            changes,
            [-rate * slope for slope in given],
            own.case.layout,
            name=lambda part, i: f"the change of {part} of layer {i} in update_weights",
            suspects=lambda position, given=given, rate=rate: {
                "gradient_ascent": rate * given[position],
                "not_updated": np.zeros_like(given[position]),
                "learning_rate_ignored": -given[position],
            },
            hint="one step of gradient descent, stored in `layers`",
        )


def _update(own: Own, layer_grads: Any, rate: float) -> float:
    """Call `update_weights` with a learning rate, or without where the object keeps its own; returns the rate."""
    update = own.method("update_weights")
    try:
        call(update, layer_grads, rate, name="update_weights(layer_grads, learning_rate)", returns=False)
    except Wrong as found:
        if found.finding.data.get("exception") != "TypeError":
            raise
        try:
            rate = number(own.method("learning_rate"), name="the network's learning_rate", integers=True)
        except Wrong:
            raise found from None
        if 1.0 + rate == 1.0:
            wrong(
                f"the network's learning_rate is {rate:g}, so that a step changes nothing.",
                hint="what `__init__` sets it to; another number shows whether `update_weights` makes a step",
            )
        call(update, layer_grads, name="update_weights(layer_grads)", returns=False)
    return rate
