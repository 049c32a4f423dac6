"""A call of a training function: the layers that it leaves, in place or as its result, and what it must leave alone."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.checks.backprop_by_hand.batches import Batch
from autograder.checks.backprop_by_hand.layouts import leaves
from autograder.checks.backprop_by_hand.left_alone import Kept
from autograder.judge import Wrong, array, call

TRAIN = "train_network(...)"


def trained(
    train: Any, case: Batch, ders: Sequence[Any], *settings: Any, name: str = TRAIN
) -> list[np.ndarray]:
    """The arrays of the layers after a call of a training function, which may work in place or return them."""
    own = case.own_layers()
    # Called without copies of ours: this call may change the layers in place.
    result = call(
        lambda: train(case.X.copy(), own, list(case.funcs), list(ders), case.targets.copy(), *settings),
        name=name,
        returns=False,
    )
    found = leaves(same_network(result, own))
    return [
        array(leaf, name="a parameter after training", shape=shape, integers=True)
        for leaf, shape in zip(found, case.layout.shapes, strict=True)
    ]


def same_network(result: Any, layers: Any) -> Any:
    """The layers that a training function returned, alone or beside something else; else those it was given."""
    shapes = [np.shape(leaf) for leaf in leaves(layers)]
    candidates = [result]
    if isinstance(result, list | tuple):
        candidates += result
    for candidate in candidates:
        if (
            isinstance(candidate, list | tuple | dict)
            and [np.shape(leaf) for leaf in leaves(candidate)] == shapes
        ):
            return candidate
    return layers


def data_left_alone(train: Any, case: Batch, *settings: Any, name: str = TRAIN) -> None:
    """The layers may change in place, the samples may not: they are trained on again."""
    keep = Kept({"inputs": case.X, "targets": case.targets}, {})
    inputs, targets = keep.handed["inputs"], keep.handed["targets"]
    try:
        call(
            lambda: train(inputs, case.own_layers(), list(case.funcs), list(case.ders), targets, *settings),
            name=name,
            returns=False,
        )
    except Wrong:
        return  # the judgement of the values says it better
    keep.judge()


def lists_left_alone(train: Any, case: Batch, ders: Sequence[Any], name: str = TRAIN) -> None:
    """The None in the caller's list is still there: the next call looks for it."""
    keep = Kept({}, {"activation_funcs": case.funcs, "activation_ders": ders})
    funcs, own_ders = keep.handed["activation_funcs"], keep.handed["activation_ders"]
    try:
        call(
            lambda: train(case.X.copy(), case.own_layers(), funcs, own_ders, case.targets.copy(), 0.1, 2),
            name=name,
            returns=False,
        )
    except Wrong:
        return  # the judgement of the values says it better
    keep.judge()
