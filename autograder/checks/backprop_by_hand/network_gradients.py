"""Checks of question `network_class`: the gradients of the object, by backpropagation and by autograd beside it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np

from autograder.causes import diagnosis
from autograder.checks.backprop_by_hand import layouts
from autograder.checks.backprop_by_hand.batches import Batch, batch
from autograder.checks.backprop_by_hand.functions import UNTRUE, tilted_cost, tilted_cost_der
from autograder.checks.backprop_by_hand.left_alone import left_as_they_were
from autograder.checks.backprop_by_hand.own_backward import squared_error_gradient
from autograder.checks.backprop_by_hand.own_network import CASES, Own, give_layers, known_network
from autograder.checks.backprop_by_hand.stand_ins import straightened_gradients
from autograder.checks.backprop_by_hand.style import Derivative
from autograder.judge import (
    Wrong,
    agree,
    any_route,
    call,
    cases,
    confirmed,
    equal,
    generator,
    numerical_gradient,
    wrong,
)

GRADIENT = "compute_gradient(inputs, targets)"


@confirmed
def network_gradient(which: str, NeuralNetwork: Any) -> None:
    """`compute_gradient` gives the derivatives of the object's cost by all `weights` or all `biases`."""
    rng = generator(f"network_class-{which}")
    part = int(which == "biases")
    if not part:
        held = known_network(NeuralNetwork, generator("network_class-untouched"), (4, 3, 2), 6)
        left_as_they_were(
            lambda inputs, targets: held.method("compute_gradient")(inputs, targets),
            held.leaves,
            name=GRADIENT,
            data={"inputs": held.case.X, "targets": held.case.targets},
            lists={},
        )
        _second_call(NeuralNetwork)
    for sizes, n in cases(CASES):
        own = known_network(NeuralNetwork, rng, sizes, n)
        of_mse = squared_error_gradient(own.case)
        _fits(own, own.gradients("compute_gradient"), _true(own.case), (part,), {"cost_der_ignored": of_mse})


def _second_call(NeuralNetwork: Any) -> None:
    """What an object keeps from a call with other layers and another batch must not enter the next one."""
    own = known_network(NeuralNetwork, generator("network_class-second_call"), (4, 3, 2), 5)
    fresh = batch(generator("network_class-first_call"), own.case.layout, 5)
    other = replace(own, case=replace(own.case, layers=fresh.layers, X=fresh.X, targets=fresh.targets))
    try:
        first = own.gradients("compute_gradient")
        give_layers(own.network, other.case)
        call(own.method("predict"), own.case.X, name="predict(inputs)")
        second = other.gradients("compute_gradient")
    except Wrong:
        return  # the judgement of a single call says it better
    expected = _true(own.case), _true(other.case)
    if all(map(_same, first, expected[0])) and not all(map(_same, second, expected[1])):
        wrong(
            f"{GRADIENT} is right on a fresh network, and wrong when it is called again with other layers and inputs.",
            diagnosis=diagnosis("kept_from_earlier_call"),
        )


@confirmed
def network_by_hand(NeuralNetwork: Any) -> None:
    """With derivatives that do not belong to the activations, `compute_gradient` follows the derivatives."""
    rng = generator("network_class-by_hand")
    for sizes, n in cases((((3, 4), 5), ((4, 3, 2), 3))):
        own = known_network(NeuralNetwork, rng, sizes, n, UNTRUE)
        found, true = own.gradients("compute_gradient"), _true(own.case)
        expected = _by_hand(own.case)
        # A slip in one of the two, or a mean too many, is the business of another aspect.
        any_route(
            *(
                partial(_fits, own, found, wanted, (part,), {"activation_ders_ignored": true})
                for wanted in (expected, [leaf / n for leaf in expected])
                for part in (0, 1)
            )
        )


@confirmed
def network_autograd_predict(NeuralNetwork: Any) -> None:
    """`autograd_compliant_predict` predicts with the layers that it is given, not with the object's own."""
    rng, name = generator("network_class-autograd_predict"), "autograd_compliant_predict(layers, inputs)"
    for sizes, n in cases(CASES):
        own = known_network(NeuralNetwork, rng, sizes, n)
        own_prediction = own.case.predict(own.case.layers)
        other = batch(rng, own.case.layout, n).layers
        result = call(
            own.method("autograd_compliant_predict"), own.case.layout.build(other), own.case.X, name=name
        )
        if _same(result, own_prediction):
            wrong(
                f"{name} predicts with the object's own layers.",
                hint="autograd differentiates by an argument: the prediction must depend on `layers`",
            )
        slips = replace(own.case, layers=other).forward_slips()
        equal(result, own.case.predict(other), name=name, axes="(N, out)", relative=1e-6, suspects=slips)


@confirmed
def network_autograd_gradient(NeuralNetwork: Any) -> None:
    """`autograd_gradient` gives the true derivatives of the cost, whatever `activation_ders` say."""
    rng = generator("network_class-autograd_gradient")
    for sizes, n in cases(CASES):
        own = known_network(NeuralNetwork, rng, sizes, n, UNTRUE)
        found = own.gradients("autograd_gradient")
        by_hand = _by_hand(own.case)
        for leaf, expected in zip(found, by_hand, strict=True):
            if expected.ndim == 2 and _same(leaf, expected):
                wrong(
                    "autograd_gradient(inputs, targets) uses `activation_ders`.",
                    hint="`grad` of a function of the layers; compute_gradient is the other one",
                    diagnosis=diagnosis("derivatives_by_hand"),
                )
        slopes = [partial(_slope_of, function) for function in own.case.funcs]
        true = Own(own.network, replace(own.case, ders=slopes))
        exchanged = own.case.gradients(lambda predict, case=own.case: tilted_cost(case.targets, predict))
        suspects = {"cost_arguments_exchanged": exchanged}
        _fits(true, found, _true(own.case), (0, 1), suspects, "autograd_gradient(inputs, targets)")


def _slope_of(function: Derivative, z: np.ndarray) -> np.ndarray:
    """The true derivative of an activation, entry by entry."""
    return numerical_gradient(lambda moved: np.sum(function(moved)), z)


def _true(case: Batch) -> list[np.ndarray]:
    return case.gradients(lambda predict: tilted_cost(predict, case.targets))


def _by_hand(case: Batch) -> list[np.ndarray]:
    return straightened_gradients(
        case, tilted_cost_der, lambda zs: [der(z) for der, z in zip(case.ders, zs, strict=True)]
    )


def _fits(
    own: Own,
    found: Sequence[Any],
    expected: Sequence[np.ndarray],
    parts: Sequence[int],
    suspects: dict[str, Sequence[np.ndarray]],
    name: str = GRADIENT,
) -> None:
    n, outputs = own.case.targets.shape
    layouts.judge_leaves(
        found,
        expected,
        own.case.layout,
        name=lambda part, i: f"dC_d{part} of layer {i} from {name}",
        parts=parts,
        factors={"batch_averaged_twice": 1 / n, "divided_again": 1 / (n * outputs)},
        suspects=lambda position: {cause: arrays[position] for cause, arrays in suspects.items()},
        product=lambda position: own.case.product(
            lambda predict: float(tilted_cost(predict, own.case.targets)), position
        ),
        hint="as in `backpropagation_batch`, with what the object keeps",
    )


def _same(value: Any, expected: np.ndarray) -> bool:
    return isinstance(value, np.ndarray) and value.shape == expected.shape and agree(value, expected)
