"""Checks of question `backpropagation_batch`: gradients of a batch, and who divides by what."""

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from autograder.checks.backprop_by_hand import layouts, stated
from autograder.checks.backprop_by_hand.batches import (
    COST,
    Batch,
    batch,
    leaves_layers,
    multiple_of_stated_cost,
    own_gradients,
)
from autograder.checks.backprop_by_hand.functions import HONEST, cosh_cost, cosh_cost_der, squared_cost
from autograder.judge import any_route, call, cases, confirmed, generator, number, wrong

DEEP = (((4, 3, 2), 5), ((2, 5, 3, 4), 6), ((3, 2, 4, 5), 4))


@confirmed
def batch_one_layer(backpropagation_batch: Any, create_layers_batch: Any) -> None:
    """The weights of a single layer, several samples, with a `cost_der` that carries every mean."""
    rng = generator("backpropagation_batch-one_layer")
    for sizes, n in cases((((3, 4), 5), ((5, 2), 4), ((2, 3), 7))):
        case = batch(rng, layouts.own_or_usual(create_layers_batch, sizes), n, HONEST)
        _judge(backpropagation_batch, case, (0,))


@confirmed
def batch_several_layers(which: str, backpropagation_batch: Any, create_layers_batch: Any) -> None:
    """All `weights` or all `biases` of deeper networks; the biases of single layers too."""
    rng = generator(f"backpropagation_batch-{which}")
    part = int(which == "biases")
    if not part:
        untouched = generator("backpropagation_batch-untouched")
        deep = batch(untouched, layouts.own_or_usual(create_layers_batch, (4, 3, 2)), 5)
        leaves_layers(
            lambda own: backpropagation_batch(
                deep.X.copy(), own, list(deep.funcs), deep.targets.copy(), list(deep.ders), cosh_cost_der
            ),
            deep,
            name="backpropagation_batch(...)",
        )
    for sizes, n in cases((*DEEP, *([((3, 4), 5), ((2, 4, 3), 1)] if part else []))):
        case = batch(rng, layouts.own_or_usual(create_layers_batch, sizes), n)
        _judge(backpropagation_batch, case, (part,))


@confirmed
def batch_one_sample(backpropagation_batch: Any, create_layers_batch: Any) -> None:
    """A batch of one sample is a batch, too."""
    rng = generator("backpropagation_batch-one_sample")
    for sizes in cases(((3, 4), (4, 3, 2))):
        case = batch(rng, layouts.own_or_usual(create_layers_batch, sizes), 1)
        # A slip in one of the two, or on the way down, is the business of another aspect.
        any_route(*(partial(_judge, backpropagation_batch, case, (part,), last_only=True) for part in (0, 1)))


def _judge(
    backpropagation_batch: Any, case: Batch, parts: tuple[int, ...], *, last_only: bool = False
) -> None:
    expected = case.gradients(lambda predict: cosh_cost(predict, case.targets))
    found = own_gradients(backpropagation_batch, case, cosh_cost_der)
    n, outputs = case.targets.shape
    factors = {"batch_averaged_twice": 1 / n, "divided_again": 1 / (n * outputs)}
    layouts.judge_leaves(
        found,
        expected,
        case.layout,
        name=lambda part, i: f"dC_d{part} of layer {i} of {len(case.layers)} for {n} sample{'s' * (n > 1)}",
        parts=parts,
        last_only=last_only,
        factors=factors,
        suspects=lambda position: {"cost_der_ignored": lambda: _of_mse(case, position)},
        product=lambda position: case.product(lambda p: float(cosh_cost(p, case.targets)), position),
        hint="the sum over the samples; `cost_der` already carries every mean",
    )


def _of_mse(case: Batch, position: int) -> np.ndarray:
    return case.gradients(lambda predict: squared_cost(predict, case.targets))[position]


def straightened_gradients(
    case: Batch,
    cost_der: Callable[[np.ndarray, np.ndarray], np.ndarray],
    slopes_of: Callable[[list[np.ndarray]], list[np.ndarray]],
) -> list[np.ndarray]:
    """What a backward pass with the given slopes gives, in the student's layout.

    Args:
        case: the batch.
        cost_der: what it starts with.
        slopes_of: from the pre-activations of one sample to the slopes of its layers.
    """
    upstream = cost_der(case.predict(case.layers), case.targets)
    lines = []
    for x in case.X:
        zs = stated.pre_activations(x, case.layers, case.funcs)
        lines.append(stated.straightened(case.funcs, zs, slopes_of(zs)))

    def total(layers: stated.Layers) -> float:
        rows = zip(upstream, case.X, lines, strict=True)
        return float(sum(row @ stated.forward(x, layers, line) for row, x, line in rows))

    return case.layout.arrange(stated.gradients(total, case.layers))


@confirmed
def batch_default(
    backpropagation_batch: Any, cost_batch: Callable[[], Any], create_layers_batch: Any
) -> None:
    """Without `cost_der` the gradients are those of the cost, with one division by the number of entries."""
    rng = generator("backpropagation_batch-default")
    for sizes, n in cases((((3, 4), 5), ((4, 3, 2), 6), ((2, 3, 4), 1))):
        layout = layouts.own_or_usual(create_layers_batch, sizes)
        case = batch(rng, layout, n)
        found = own_gradients(backpropagation_batch, case)
        stated_gradients = case.gradients(lambda predict, case=case: squared_cost(predict, case.targets))

        def weights_or_biases(expected: list[np.ndarray], case: Batch = case, found: Any = found) -> None:
            # A slip in one of the two is the business of another aspect; the mean is the same in both.
            any_route(
                lambda: _default_fits(found, expected, case, (0,)),
                lambda: _default_fits(found, expected, case, (1,)),
            )

        def of_own_cost(case: Batch = case, judge: Any = weights_or_biases) -> None:
            own_cost = _existing(cost_batch)
            if not multiple_of_stated_cost(own_cost, rng, case.layout, len(case.X)):
                wrong(f"{COST} is another cost.")
            judge(
                case.layout.arrange(
                    stated.gradients(lambda layers: _own_cost(own_cost, case, layers), case.layers)
                )
            )

        any_route(lambda e=stated_gradients, judge=weights_or_biases: judge(e), of_own_cost)


def _existing(cost_batch: Callable[[], Any]) -> Any:
    try:
        return cost_batch()
    except NameError:
        wrong("`cost_batch` does not exist.")


def _own_cost(cost_batch: Any, case: Batch, layers: stated.Layers) -> float:
    own = case.layout.build(layers)
    value = call(cost_batch, own, case.X, list(case.funcs), case.targets, name=COST)
    return number(value, name=COST, one_sample=True)


def _default_fits(found: Any, expected: list[np.ndarray], case: Batch, parts: tuple[int, ...]) -> None:
    n, outputs = case.targets.shape
    named = {"missing_mean": n * outputs, "divided_by_rows_only": outputs, "divided_by_outputs_only": n}
    twice = {"batch_averaged_twice": 1 / n, "missing_factor_two": 0.5}
    layouts.judge_leaves(
        found,
        expected,
        case.layout,
        name=lambda part, i: (
            f"dC_d{part} of layer {i} with your default cost_der, {n} sample{'s' * (n > 1)},"
        ),
        parts=parts,
        last_only=True,
        factors=named | twice,
        product=lambda position: case.product(lambda p: float(squared_cost(p, case.targets)), position),
        hint="the derivative of the cost by one entry of the prediction: by how many entries is it divided, and how often?",
    )
