"""Checks of question `network_class`: the functions of this notebook as one object, and autograd beside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np

from autograder.causes import diagnosis
from autograder.checks.backprop_by_hand import layouts
from autograder.checks.backprop_by_hand.batches import Batch, batch, judge_saved, other_means
from autograder.checks.backprop_by_hand.functions import (
    HONEST,
    UNTRUE,
    squared_cost,
    tilted_cost,
    tilted_cost_der,
)
from autograder.checks.backprop_by_hand.left_alone import left_as_they_were
from autograder.checks.backprop_by_hand.stand_ins import straightened_gradients
from autograder.checks.backprop_by_hand.style import Derivative
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
    numerical_gradient,
    weights,
    wrong,
)

CLASS = "NeuralNetwork(...)"
GRADIENT = "compute_gradient(inputs, targets)"
CASES = (((3, 4), 5), ((4, 3, 2), 6), ((2, 4, 3), 1))


@dataclass(frozen=True)
class Own:
    """A student's network with known layers, and the batch on which it is judged."""

    network: Any
    case: Batch

    def method(self, name: str) -> Any:
        return attribute(self.network, name, name="the network")

    def leaves(self) -> list[np.ndarray]:
        """The arrays of its layers now."""
        found = layouts.leaves(attribute(self.network, "layers", name="the network"))
        return [
            array(leaf, name="an array of `layers`", shape=shape, integers=True)
            for leaf, shape in zip(found, self.case.layout.shapes, strict=True)
        ]

    def gradients(self, method: str) -> list[Any]:
        name = f"{method}(inputs, targets)"
        result = call(self.method(method), self.case.X, self.case.targets, name=name)
        return layouts.gradients_of(result, self.case.layout, name=name)


def _own(
    NeuralNetwork: Any,
    rng: np.random.Generator,
    sizes: Sequence[int],
    n: int,
    kinds: Sequence[tuple[Derivative, Derivative]] = HONEST,
) -> Own:
    """A network of the student's class whose layers are overwritten with numbers of order 1."""
    case = batch(rng, _usual(sizes), n, kinds)
    arguments = (sizes[0], list(sizes[1:]), list(case.funcs), list(case.ders), tilted_cost, tilted_cost_der)
    network = call(NeuralNetwork, *arguments, name=CLASS)
    layers = attribute(network, "layers", name="the network")
    layout = layouts.recognise(layers, sizes, name="`layers` of the network")
    case = Batch(layout, case.layers, case.funcs, case.ders, case.X, case.targets)
    _give_layers(network, case)
    return Own(network, case)


def _give_layers(network: Any, case: Batch) -> None:
    try:
        network.layers = case.own_layers()
    except AttributeError:
        wrong("`layers` of the network cannot be set.", hint="a plain attribute, set in `__init__`")


def _usual(sizes: Sequence[int]) -> layouts.Layout:
    return layouts.own_or_usual(None, sizes)


@confirmed
def network_predict(NeuralNetwork: Any) -> None:
    """`layers` fit together, and `predict` is the forward pass through them."""
    rng, name = generator("network_class-predict"), "predict(inputs)"
    _two_networks(NeuralNetwork, rng)
    for sizes, n in cases(CASES):
        own = _own(NeuralNetwork, rng, sizes, n)
        result = call(own.method("predict"), own.case.X, name=name)
        expected, slips = own.case.predict(own.case.layers), own.case.forward_slips()
        equal(result, expected, name=name, axes="(N, out)", relative=1e-6, suspects=slips)


def _two_networks(NeuralNetwork: Any, rng: np.random.Generator) -> None:
    """Each object has layers of its own."""
    made = []
    for sizes in ((3, 4), (2, 5, 3)):
        case = batch(rng, _usual(sizes), 1)
        arguments = (
            sizes[0],
            list(sizes[1:]),
            list(case.funcs),
            list(case.ders),
            tilted_cost,
            tilted_cost_der,
        )
        network = call(NeuralNetwork, *arguments, name=CLASS)
        made.append((network, attribute(network, "layers", name="the network")))
        made[-1] += ([np.array(leaf) for leaf in layouts.leaves(made[-1][1])],)
    network, _, before = made[0]
    now = layouts.leaves(attribute(network, "layers", name="the network"))
    if [np.shape(leaf) for leaf in now] != [leaf.shape for leaf in before] or not all(
        map(np.array_equal, now, before)
    ):
        wrong(
            "the `layers` of one network change when another one is made.",
            hint="a list in the class body belongs to all objects; `self.layers = ...` in `__init__` makes a new one",
        )


@confirmed
def network_cost(NeuralNetwork: Any) -> None:
    """`cost` is `cost_fun` of the prediction."""
    rng, name = generator("network_class-cost"), "cost(inputs, targets)"
    for sizes, n in cases(CASES):
        own = _own(NeuralNetwork, rng, sizes, n)

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
            predict = call(own.method("predict"), own.case.X, name="predict(inputs)")
            fits(array(predict, name="predict(inputs)", shape=own.case.targets.shape), own)

        any_route(lambda own=own, fits=fits: fits(own.case.predict(own.case.layers)), at_own_prediction)


@confirmed
def network_saver(NeuralNetwork: Any) -> None:
    """`_feed_forward_saver` keeps what the backward pass needs."""
    rng, name = generator("network_class-saver"), "_feed_forward_saver(inputs)"
    for sizes, n in cases(CASES):
        own = _own(NeuralNetwork, rng, sizes, n)
        judge_saved(call(own.method("_feed_forward_saver"), own.case.X, name=name), own.case, name)


@confirmed
def network_gradient(which: str, NeuralNetwork: Any) -> None:
    """`compute_gradient` gives the derivatives of the object's cost by all `weights` or all `biases`."""
    rng = generator(f"network_class-{which}")
    part = int(which == "biases")
    if not part:
        held = _own(NeuralNetwork, generator("network_class-untouched"), (4, 3, 2), 6)
        left_as_they_were(
            lambda inputs, targets: held.method("compute_gradient")(inputs, targets),
            held.leaves,
            name=GRADIENT,
            data={"inputs": held.case.X, "targets": held.case.targets},
            lists={},
        )
        _second_call(NeuralNetwork)
    for sizes, n in cases(CASES):
        own = _own(NeuralNetwork, rng, sizes, n)
        _fits(own, own.gradients("compute_gradient"), _true(own.case), (part,), {})


def _second_call(NeuralNetwork: Any) -> None:
    """What an object keeps from a call with other layers and another batch must not enter the next one."""
    own = _own(NeuralNetwork, generator("network_class-second_call"), (4, 3, 2), 5)
    fresh = batch(generator("network_class-first_call"), own.case.layout, 5)
    other = replace(own, case=replace(own.case, layers=fresh.layers, X=fresh.X, targets=fresh.targets))
    try:
        first = own.gradients("compute_gradient")
        _give_layers(own.network, other.case)
        call(own.method("predict"), own.case.X, name="predict(inputs)")
        second = other.gradients("compute_gradient")
    except Wrong:
        return  # the judgement of a single call says it better
    expected = _true(own.case), _true(other.case)
    if all(map(_same, first, expected[0])) and not all(map(_same, second, expected[1])):
        wrong(
            f"{GRADIENT} is right on a fresh network, and wrong when it is called again with other layers and inputs.",
            hint="what the object keeps from one call to the next: attributes, caches, lists that a call turns round",
        )


@confirmed
def network_by_hand(NeuralNetwork: Any) -> None:
    """With derivatives that do not belong to the activations, `compute_gradient` follows the derivatives."""
    rng = generator("network_class-by_hand")
    for sizes, n in cases((((3, 4), 5), ((4, 3, 2), 3))):
        own = _own(NeuralNetwork, rng, sizes, n, UNTRUE)
        found, true = own.gradients("compute_gradient"), _true(own.case)
        expected = _by_hand(own.case)

        def judge(
            part: int, own: Own = own, found: Any = found, expected: Any = expected, true: Any = true
        ) -> None:
            _fits(own, found, expected, (part,), {"activation_ders_ignored": true})

        # A slip in one of the two is the business of another aspect.
        any_route(lambda judge=judge: judge(0), lambda judge=judge: judge(1))


@confirmed
def network_update(NeuralNetwork: Any) -> None:
    """`update_weights` moves every parameter by minus the learning rate times the gradient that it is given."""
    rng = generator("network_class-update")
    for sizes, n in cases(CASES[:2]):
        own = _own(NeuralNetwork, rng, sizes, n)
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


@confirmed
def network_autograd_predict(NeuralNetwork: Any) -> None:
    """`autograd_compliant_predict` predicts with the layers that it is given, not with the object's own."""
    rng, name = generator("network_class-autograd_predict"), "autograd_compliant_predict(layers, inputs)"
    for sizes, n in cases(CASES):
        own = _own(NeuralNetwork, rng, sizes, n)
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
        own = _own(NeuralNetwork, rng, sizes, n, UNTRUE)
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
