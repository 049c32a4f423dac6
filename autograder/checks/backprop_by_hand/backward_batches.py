"""Checks of question `backpropagation_batch`: gradients of a batch, and who divides by what."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import autograd.numpy as anp
import numpy as np

from autograder.checks.backprop_by_hand import layouts, stand_ins, stated
from autograder.checks.backprop_by_hand.batches import (
    COST,
    Batch,
    batch,
    multiple_of_stated_cost,
    own_gradients,
)
from autograder.checks.backprop_by_hand.functions import HONEST, any_cost_der, cosh_cost_der, squared_cost
from autograder.checks.backprop_by_hand.left_alone import left_as_they_were
from autograder.checks.backprop_by_hand.own_backward import squared_error_gradient
from autograder.checks.backprop_by_hand.style import Derivative
from autograder.judge import any_route, beneath, call, cases, confirmed, existing, generator, number, wrong

DEEP = (((4, 3, 2), 5), ((2, 5, 3, 4), 6), ((3, 2, 4, 5), 4))


@confirmed
def batch_one_layer(backpropagation_batch: Any, create_layers_batch: Any) -> None:
    """The weights of a single layer, several samples, with a `cost_der` that carries every mean."""
    rng = generator("backpropagation_batch-one_layer")
    for sizes, n in cases((((3, 4), 5), ((5, 2), 4), ((2, 3), 7))):
        case = batch(rng, layouts.own_or_usual(create_layers_batch, sizes), n, HONEST)
        _judge(backpropagation_batch, case, (0,))
    # No mean goes over these samples, so nothing may be divided: a mean of means cannot hide here.
    case = batch(rng, layouts.own_or_usual(create_layers_batch, (3, 4)), 5, HONEST)
    _judge(backpropagation_batch, case, (0,), cost_der=any_cost_der)


@confirmed
def batch_several_layers(which: str, backpropagation_batch: Any, create_layers_batch: Any) -> None:
    """All `weights` or all `biases` of deeper networks; the biases of single layers too."""
    rng = generator(f"backpropagation_batch-{which}")
    part = int(which == "biases")
    if not part:
        untouched = generator("backpropagation_batch-untouched")
        deep = batch(untouched, layouts.own_or_usual(create_layers_batch, (4, 3, 2)), 5)
        own = deep.own_layers()
        left_as_they_were(
            lambda inputs, targets, activation_funcs, activation_ders: backpropagation_batch(
                inputs, own, activation_funcs, targets, activation_ders, cosh_cost_der
            ),
            lambda: own,
            name="backpropagation_batch(...)",
            data={"inputs": deep.X, "targets": deep.targets},
            lists={"activation_funcs": deep.funcs, "activation_ders": deep.ders},
        )
    for sizes, n in cases((*DEEP, *([((3, 4), 5)] if part else []))):
        case = batch(rng, layouts.own_or_usual(create_layers_batch, sizes), n)
        _judge(backpropagation_batch, case, (part,))
    if part:
        # Layers of one size may share an array by mistake. Symmetric weights lie either way round.
        case = batch(rng, layouts.own_or_usual(create_layers_batch, (3, 3, 3)), 5)
        layers = [((W + W.T) / 2, b) for W, b in case.layers]
        _judge(backpropagation_batch, replace(case, layers=layers), (part,))


@confirmed
def batch_one_sample(backpropagation_batch: Any, create_layers_batch: Any) -> None:
    """A batch of one sample is a batch, too."""
    rng = generator("backpropagation_batch-one_sample")
    for sizes in cases(((3, 4), (4, 3, 2))):
        case = batch(rng, layouts.own_or_usual(create_layers_batch, sizes), 1)
        # A slip in one of the two, or on the way down, is the business of another aspect.
        any_route(*(partial(_judge, backpropagation_batch, case, (part,), last_only=True) for part in (0, 1)))


def _judge(
    backpropagation_batch: Any,
    case: Batch,
    parts: tuple[int, ...],
    *,
    last_only: bool = False,
    cost_der: Derivative = cosh_cost_der,
) -> None:
    plainly = partial(
        _judge_plainly, backpropagation_batch, case, parts, last_only=last_only, cost_der=cost_der
    )
    any_route(plainly, lambda: _on_right_forward(backpropagation_batch, case, plainly))


def _on_right_forward(backpropagation_batch: Any, case: Batch, judge: Callable[[], None]) -> None:
    """Where the student's forward pass saves something wrong, the way back from a right one may still be right."""
    with beneath(backpropagation_batch, feed_forward_saver_batch=stand_ins.forward_pass(case.layout)):
        judge()


def _judge_plainly(
    backpropagation_batch: Any,
    case: Batch,
    parts: tuple[int, ...],
    *,
    last_only: bool = False,
    cost_der: Derivative = cosh_cost_der,
) -> None:
    upstream = cost_der(case.predict(case.layers), case.targets)
    expected = case.gradients(lambda predict: anp.sum(upstream * predict))
    found = own_gradients(backpropagation_batch, case, cost_der)
    n, outputs = case.targets.shape
    is_mean = cost_der is cosh_cost_der
    factors = {"batch_averaged_twice": 1 / n, "divided_again": 1 / (n * outputs)} if is_mean else {}
    layouts.judge_leaves(
        found,
        expected,
        case.layout,
        name=lambda part, i: (
            f"dC_d{part} of layer {i} of {len(case.layers)} for {n} sample{'s' * (n > 1)}"
            + (", where `cost_der` is no derivative of a mean," if not is_mean else "")
        ),
        parts=parts,
        last_only=last_only,
        factors=factors,
        suspects=lambda position: {"cost_der_ignored": lambda: squared_error_gradient(case)[position]},
        product=lambda position: case.product(lambda p: float(np.sum(upstream * p)), position),
        hint="the sum over the samples; `cost_der` already carries every mean"
        + ("" if is_mean else ", and where it has none, there is none"),
    )


@confirmed
def batch_default(
    backpropagation_batch: Any,
    cost_batch: Callable[[], Any],
    create_layers_batch: Any,
    mse_der: Callable[[], Any],
) -> None:
    """Without `cost_der` the gradients are those of the cost, with one division by the number of entries."""
    rng = generator("backpropagation_batch-default")
    for sizes, n in cases((((3, 4), 5), ((4, 3, 2), 6), ((2, 3, 4), 3))):
        case = batch(rng, layouts.own_or_usual(create_layers_batch, sizes), n)
        plainly = partial(_judge_default, backpropagation_batch, cost_batch, case, rng)
        upwards = partial(_on_right_forward, backpropagation_batch, case, plainly)

        def on_right_start(
            judge: Callable[[], None], backpropagation_batch: Any = backpropagation_batch
        ) -> None:
            with stand_ins.right_mse_der(backpropagation_batch, mse_der):
                judge()

        any_route(plainly, upwards, partial(on_right_start, plainly), partial(on_right_start, upwards))


def _judge_default(
    backpropagation_batch: Any, cost_batch: Callable[[], Any], case: Batch, rng: np.random.Generator
) -> None:
    found = own_gradients(backpropagation_batch, case)

    def weights_or_biases(expected: list[np.ndarray]) -> None:
        # A slip in one of the two is the business of another aspect; the mean is the same in both.
        any_route(
            lambda: _default_fits(found, expected, case, (0,)),
            lambda: _default_fits(found, expected, case, (1,)),
        )

    def of_own_cost() -> None:
        own_cost = existing(cost_batch, "cost_batch")
        if not multiple_of_stated_cost(own_cost, rng, case.layout, len(case.X)):
            wrong(f"{COST} is another cost.")
        weights_or_biases(
            case.layout.arrange(
                stated.quotients(lambda layers: _own_cost(own_cost, case, layers), case.layers)
            )
        )

    any_route(lambda: weights_or_biases(squared_error_gradient(case)), of_own_cost)


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
