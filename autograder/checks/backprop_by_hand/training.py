"""Checks of question `train_network`: one step, several epochs, and softmax with the cross-entropy."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np

from autograder.checks.backprop_by_hand import layouts
from autograder.checks.backprop_by_hand.batches import Batch, batch
from autograder.checks.backprop_by_hand.functions import squared_cost
from autograder.checks.backprop_by_hand.own_backward import (
    Gradient,
    OwnBackward,
    cross_entropy_gradient,
    on_right_gradients,
    squared_error_gradient,
)
from autograder.checks.backprop_by_hand.softmax_ends import softmax_batch
from autograder.checks.backprop_by_hand.trained import TRAIN, data_left_alone, lists_left_alone, trained
from autograder.judge import (
    any_route,
    cases,
    confirmed,
    equal,
    generator,
    step_suspects,
    wrong,
)

TINY_RATE = 1e-5
"""Where the cost hardly falls from epoch to epoch."""


@confirmed
def train_step(
    train_network: Any, create_layers_batch: Any, backpropagation_batch: Callable[[], Any]
) -> None:
    """One epoch moves every parameter by minus the learning rate times its gradient."""
    rng = generator("train_network-step")
    own = OwnBackward(backpropagation_batch)
    untouched = generator("train_network-untouched")
    case = batch(untouched, layouts.own_or_usual(create_layers_batch, (3, 4)), 5)
    any_route(
        lambda: data_left_alone(train_network, case, 0.1, 2),
        lambda: on_right_gradients(train_network, case, lambda: data_left_alone(train_network, case, 0.1, 2)),
    )
    for sizes, n, rate in cases((((3, 4), 5, 0.3), ((4, 3, 2), 6, 0.1), ((2, 4, 3), 1, 0.05))):
        case = batch(rng, layouts.own_or_usual(create_layers_batch, sizes), n)
        any_route(
            lambda case=case, rate=rate: step_fits(
                train_network, case, case.ders, rate, squared_error_gradient
            ),
            lambda case=case, rate=rate: own.where_wrong(
                case,
                lambda: step_fits(train_network, case, case.ders, rate, own.gradients),
                lambda: on_right_gradients(
                    train_network,
                    case,
                    lambda: step_fits(train_network, case, case.ders, rate, squared_error_gradient),
                ),
            ),
        )


@confirmed
def train_softmax(
    train_network: Any,
    feed_forward_batch: Callable[[], Any],
    create_layers_batch: Any,
    backpropagation_batch: Callable[[], Any],
) -> None:
    """Where the last derivative is None, the cost is the cross-entropy behind a softmax."""
    rng = generator("train_network-softmax")
    own = OwnBackward(backpropagation_batch, of_softmax=True)
    given = generator("train_network-lists")
    layout = layouts.own_or_usual(create_layers_batch, (2, 4, 3))
    lists, list_ders = softmax_batch(given, layout, 4, feed_forward_batch)
    any_route(
        lambda: lists_left_alone(train_network, lists, list_ders),
        lambda: on_right_gradients(
            train_network, lists, lambda: lists_left_alone(train_network, lists, list_ders)
        ),
    )
    for sizes, n, rate in cases((((4, 3), 5, 0.3), ((2, 4, 3), 4, 0.2), ((3, 5, 2), 1, 0.1))):
        case, ders = softmax_batch(
            rng, layouts.own_or_usual(create_layers_batch, sizes), n, feed_forward_batch
        )
        any_route(
            lambda case=case, ders=ders, rate=rate: step_fits(
                train_network, case, ders, rate, cross_entropy_gradient, of_softmax=True
            ),
            lambda case=case, ders=ders, rate=rate: own.where_wrong(
                case,
                lambda: step_fits(train_network, case, ders, rate, own.gradients, of_softmax=True),
                lambda: on_right_gradients(
                    train_network,
                    case,
                    lambda: step_fits(train_network, case, ders, rate, cross_entropy_gradient),
                ),
            ),
        )


@confirmed
def train_epochs(
    train_network: Any, create_layers_batch: Any, backpropagation_batch: Callable[[], Any]
) -> None:
    """No epoch changes nothing, and several epochs are as many steps."""
    rng = generator("train_network-epochs")
    case = batch(rng, layouts.own_or_usual(create_layers_batch, (3, 4, 2)), 5)
    start = case.layout.arrange(case.layers)
    for position, leaf in enumerate(trained(train_network, case, case.ders, 0.2, 0)):
        equal(
            leaf,
            start[position],
            name="what train_network leaves after 0 epochs",
            relative=1e-9,
            scale=1e-9,
            hint="how often the loop runs, and which layers are trained: those that are given",
        )
    # With a tiny rate the cost hardly falls: no reason to stop before the last epoch.
    for sizes, n, rate, epochs in cases(
        (((2, 3), 4, 0.3, 3), ((3, 2, 4), 5, 0.2, 2), ((2, 3), 4, TINY_RATE, 4))
    ):
        case = batch(rng, layouts.own_or_usual(create_layers_batch, sizes), n)
        any_route(
            partial(_several_steps, train_network, case, rate, epochs, backpropagation_batch),
            lambda case=case, rate=rate, k=epochs: on_right_gradients(
                train_network, case, lambda: _several_steps(train_network, case, rate, k)
            ),
        )


def _several_steps(
    train_network: Any,
    case: Batch,
    rate: float,
    epochs: int,
    backpropagation_batch: Callable[[], Any] | None = None,
) -> None:
    """As many steps along the true gradient; with a `backpropagation_batch`, also along its own, or like one epoch."""
    after = trained(train_network, case, case.ders, rate, epochs)
    start = case.layout.arrange(case.layers)

    def steps(gradient: Gradient) -> None:
        _moved_as(after, case, descent(case, gradient, rate, epochs), descent(case, gradient, rate, 1), rate)

    def own_steps() -> None:
        single = case
        once: list[np.ndarray] | None = None
        for _ in range(epochs):
            leaves = trained(train_network, single, single.ders, rate, 1)
            once = once or leaves
            single = replace(single, layers=case.layout.read(leaves))
        _along_gradient(case, once or start)
        _moved_as(after, case, case.layout.arrange(single.layers), once or start, rate)

    if backpropagation_batch is None:
        steps(squared_error_gradient)
    else:
        any_route(
            lambda: steps(squared_error_gradient),
            lambda: steps(OwnBackward(backpropagation_batch).gradients),
            own_steps,
        )


def descent(case: Batch, gradient: Gradient, rate: float, epochs: int) -> list[np.ndarray]:
    """Where gradient descent arrives, in the student's layout."""
    at = case
    for _ in range(epochs):
        moved = [
            leaf - rate * slope
            for leaf, slope in zip(case.layout.arrange(at.layers), gradient(at), strict=True)
        ]
        at = replace(at, layers=case.layout.read(moved))
    return case.layout.arrange(at.layers)


def step_fits(
    train: Any,
    case: Batch,
    ders: Sequence[Any],
    rate: float,
    gradient: Gradient,
    *,
    of_softmax: bool = False,
    name: str = TRAIN,
) -> None:
    """Judge one epoch of a training on all samples together.

    Args:
        train: takes inputs, layers, activations, derivatives, targets, learning rate and epochs.
        case: the start and the samples.
        ders: the derivatives as the training function is given them.
        rate: learning rate.
        gradient: what the step must follow.
        of_softmax: whether that is the gradient of the cross-entropy behind a softmax.
        name: the call as the student would write it.
    """
    slopes = gradient(case)
    start = case.layout.arrange(case.layers)
    after = trained(train, case, ders, rate, 1, name=name)
    n, outputs = case.targets.shape
    layouts.judge_leaves(
        [leaf - before for leaf, before in zip(after, start, strict=True)],
        [-rate * slope for slope in slopes],
        case.layout,
        name=lambda part, i: f"the change of {part} of layer {i} in one epoch",
        factors={
            "batch_averaged_twice": 1 / n,
            "batch_not_averaged": n,
            "divided_by_rows_only": outputs,
            "mean_over_classes": 1 / outputs,
        }
        # The two derivatives differ by this factor only, where both start with the last pre-activation.
        | ({"squared_error_for_cross_entropy": 2 / outputs} if of_softmax else {}),
        suspects=lambda position: (
            step_suspects(start[position], slopes[position], rate)
            | {
                "one_step_too_many": lambda: descent(case, gradient, rate, 2)[position] - start[position],
                "gradient_after_other_steps": lambda: _with_moved_others(case, gradient, rate, position),
            }
        ),
        product=lambda position: case.product(
            lambda p: float(squared_cost(p, case.targets)), position, times=-rate
        ),
        multiples=lambda position: {"fixed_step": -slopes[position]},
        hint="the step: each parameter against its own gradient, by the learning rate",
    )


def _with_moved_others(case: Batch, gradient: Gradient, rate: float, position: int) -> np.ndarray:
    """The change of one array when all others have made their step before its gradient is taken."""
    start, slopes = case.layout.arrange(case.layers), gradient(case)
    moved = [leaf if i == position else leaf - rate * slopes[i] for i, leaf in enumerate(start)]
    return -rate * gradient(replace(case, layers=case.layout.read(moved)))[position]


def _moved_as(
    after: Sequence[np.ndarray],
    case: Batch,
    expected: Sequence[np.ndarray],
    once: Sequence[np.ndarray],
    rate: float,
) -> None:
    start = case.layout.arrange(case.layers)
    early = rate == TINY_RATE  # the other rates have shown that all epochs are made
    changes = [leaf - before for leaf, before in zip(expected, start, strict=True)]
    layouts.judge_leaves(
        [leaf - before for leaf, before in zip(after, start, strict=True)],
        changes,
        case.layout,
        name=lambda part, i: f"the change of {part} of layer {i} in several epochs",
        suspects=lambda position: (
            {"not_updated": np.zeros_like(start[position])}
            | ({} if early else {"one_step_for_all_epochs": once[position] - start[position]})
        ),
        hint="whether anything ends the loop before the last epoch: here the cost hardly falls"
        if early
        else "each epoch takes the gradient at the parameters that the epoch before has left",
    )


def _along_gradient(case: Batch, once: Sequence[np.ndarray]) -> None:
    """What one epoch changes is judged elsewhere; but it must have to do with the gradient."""
    start, slopes = case.layout.arrange(case.layers), squared_error_gradient(case)
    for part in (0, 1):  # a slip in one of the two is the business of another aspect
        places = [pair[part] for pair in case.layout.places]
        moved = np.concatenate([(once[at] - start[at]).ravel() for at in places])
        slope = np.concatenate([slopes[at].ravel() for at in places])
        if abs(float(moved @ slope)) > 0.9 * float(np.linalg.norm(moved) * np.linalg.norm(slope)):
            return
    wrong("one epoch does not move along the gradient, so that several epochs prove nothing.")
