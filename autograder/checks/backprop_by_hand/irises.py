"""Checks that train on Fisher's irises: the last aspects of `train_network` and `sgd_momentum`.

The check loads the data, makes the predictions itself from the trained parameters, and counts.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np

from autograder.checks.backprop_by_hand import layouts, stated
from autograder.checks.backprop_by_hand.functions import bend, bend_der
from autograder.checks.backprop_by_hand.momentum import SGD
from autograder.checks.backprop_by_hand.own_backward import cross_entropy_gradient, on_right_gradients
from autograder.checks.backprop_by_hand.softmax_ends import own_softmax, softmax_batch
from autograder.checks.backprop_by_hand.trained import TRAIN, same_network
from autograder.checks.backprop_by_hand.training import step_fits
from autograder.data import iris
from autograder.judge import (
    Wrong,
    any_route,
    array,
    call,
    cases,
    confirmed,
    generator,
    mapping,
    one_hot,
    wrong,
)

FLOOR = 0.95  # share of the 150 irises; 0.97 to 0.99 is usual
ATTEMPTS = 5  # random starts: an unlucky one is nobody's mistake
SIZES = (4, 8, 3)

Flowers = tuple[np.ndarray, np.ndarray]
"""Measurements `(150, 4)` and classes `(150,)`."""


@dataclass(frozen=True)
class Setting:
    """How an iris network is made and trained; the names are the keys of `iris_settings`."""

    layer_output_sizes: Sequence[int]
    activation_funcs: Sequence[Any]
    activation_ders: Sequence[Any]
    learning_rate: float
    epochs: int


@confirmed
def train_iris(
    train_network: Any,
    feed_forward_batch: Callable[[], Any],
    create_layers_batch: Any,
    iris_settings: Callable[[], Any],
) -> None:
    """With the settings that the student picks, the network learns the irises.

    Args:
        train_network: the student's.
        feed_forward_batch: gives the student's, which shows how samples lie inside the network.
        create_layers_batch: the student's.
        iris_settings: gives the student's dict; where there is none, settings that work are used.
    """
    setting = _picked(iris_settings) or _usual(feed_forward_batch, create_layers_batch, 0.5, 300)
    flowers = _in_any_order()
    train = partial(_train, train_network, flowers, setting, (setting.learning_rate, setting.epochs))
    accuracy = _best_accuracy(train, flowers, setting, create_layers_batch)
    if accuracy < FLOOR:
        wrong(
            f"after training with your settings, {accuracy:.1%} of the irises are classified rightly; "
            f"at least {FLOOR:.0%} is expected.",
            hint="the curve of the cost: does it fall, does it fall far enough, does it jump about?",
            accuracy=accuracy,
        )


@confirmed
def sgd_iris(
    train_sgd_momentum: Any, feed_forward_batch: Callable[[], Any], create_layers_batch: Any
) -> None:
    """A few epochs of mini-batches are enough for the irises, with the stated pair of softmax and cross-entropy."""
    _softmax_step(train_sgd_momentum, feed_forward_batch, create_layers_batch)
    setting = _usual(feed_forward_batch, create_layers_batch, 0.1, 15)
    numbers = (10, setting.learning_rate, 0.8, setting.epochs, np.random.default_rng(4))
    train = partial(_train, train_sgd_momentum, iris(), setting, numbers)
    accuracy = _best_accuracy(train, iris(), setting, create_layers_batch)
    if accuracy < FLOOR:
        wrong(
            f"after {setting.epochs} epochs {accuracy:.1%} of the irises are classified rightly; "
            f"at least {FLOOR:.0%} is expected.",
            hint="the checks before this one; then inputs and targets of a mini-batch: do they belong together?",
            accuracy=accuracy,
        )


def _softmax_step(
    train_sgd_momentum: Any, feed_forward_batch: Callable[[], Any], create_layers_batch: Any
) -> None:
    """Where the last derivative is None, a step on all samples follows the gradient of the cross-entropy."""
    rng = generator("sgd_momentum-softmax")
    for sizes, n, rate in cases((((4, 3), 5, 0.3), ((2, 4, 3), 4, 0.2))):
        layout = layouts.own_or_usual(create_layers_batch, sizes)
        case, ders = softmax_batch(rng, layout, n, feed_forward_batch)
        # The same sample several times: which of them a mini-batch takes is judged elsewhere.
        case = replace(
            case, X=np.repeat(case.X[:1], n, axis=0), targets=np.repeat(case.targets[:1], n, axis=0)
        )

        def train(X: Any, layers: Any, funcs: Any, ders: Any, targets: Any, rate: float, epochs: int) -> Any:
            order = np.random.default_rng(5)
            return train_sgd_momentum(X, layers, funcs, ders, targets, len(X), rate, 0.0, epochs, order)

        judge = partial(step_fits, train, case, ders, rate, cross_entropy_gradient, of_softmax=True, name=SGD)
        any_route(judge, partial(on_right_gradients, train_sgd_momentum, case, judge))


def _picked(iris_settings: Callable[[], Any]) -> Setting | None:
    try:
        given = iris_settings()
    except NameError:
        return None
    keys = ("layer_output_sizes", "activation_funcs", "activation_ders", "learning_rate", "epochs")
    given = mapping(given, keys, name="iris_settings")
    sizes = [int(size) for size in given["layer_output_sizes"]]
    if not sizes or sizes[-1] != 3:
        wrong("iris_settings: the last of `layer_output_sizes` must be 3, one output for each kind of iris.")
    for key in ("activation_funcs", "activation_ders"):
        if len(given[key]) != len(sizes):
            wrong(f"iris_settings: `{key}` has {len(given[key])} entries for {len(sizes)} layers.")
    return Setting(
        sizes,
        given["activation_funcs"],
        given["activation_ders"],
        float(given["learning_rate"]),
        int(given["epochs"]),
    )


def _usual(
    feed_forward_batch: Callable[[], Any], create_layers_batch: Any, rate: float, epochs: int
) -> Setting:
    softmax = own_softmax(feed_forward_batch, layouts.own_or_usual(create_layers_batch, (4, 3)))
    return Setting(SIZES[1:], [bend, softmax], [bend_der, None], rate, epochs)


def _in_any_order() -> Flowers:
    """The irises in an order that nobody knows: an activation function of the student's may hold their classes."""
    X, classes = iris()
    order = generator("train_network-iris").permutation(len(X))
    return X[order], classes[order]


def _train(train: Any, flowers: Flowers, setting: Setting, numbers: Sequence[Any], layers: Any) -> Any:
    """The layers after training; called without copies, because it may change them in place."""
    X, classes = flowers
    funcs, ders = list(setting.activation_funcs), list(setting.activation_ders)
    result = call(
        lambda: train(X.copy(), layers, funcs, ders, one_hot(3, classes), *numbers), name=TRAIN, returns=False
    )
    return same_network(result, layers)


def _best_accuracy(
    train: Callable[[Any], Any], flowers: Flowers, setting: Setting, create_layers_batch: Any
) -> float:
    """The share of irises that a trained network classifies rightly, the best of a few random starts.

    Raises:
        Wrong: the networks are that good before any training, so that it was not the training that made them so.
    """
    sizes = (flowers[0].shape[1], *setting.layer_output_sizes)
    flipped = _outputs_first(create_layers_batch)

    def accuracy(layers: stated.Layers) -> float:
        return max(_accuracy(*flowers, layers, setting, rows) for rows in (True, False))

    trained = []
    for _ in range(ATTEMPTS):
        layers = call(create_layers_batch, sizes[0], list(sizes[1:]), name=layouts.CREATE)
        start = _start(layers, sizes, flipped)
        after = accuracy(_pairs(train(layers), sizes, flipped, "the trained layers"))
        # The start is asked about last: functions of the student's may know whether there has been a training.
        if after < FLOOR or start is None or accuracy(start) < FLOOR:
            trained.append(after)
            if after >= FLOOR:
                break
    if not trained:
        wrong(
            f"before any training, at least {FLOOR:.0%} of the irises are classified rightly; training shows nothing.",
            hint="`create_layers_batch` makes random layers, and what you train must be needed for the prediction",
        )
    return max(trained)


def _start(layers: Any, sizes: Sequence[int], flipped: bool) -> stated.Layers | None:
    """The layers before training, which may change them in place; None where they cannot be read yet."""
    try:
        return _pairs(layers, sizes, flipped, "the layers before training")
    except Wrong:
        return None


def _pairs(layers: Any, sizes: Sequence[int], flipped: bool, name: str) -> stated.Layers:
    """Copies of the student's arrays, as W (out, in) and b (out,) of each layer."""
    layout = layouts.recognise(layers, sizes, name=name)
    leaves = [array(leaf, name=f"a parameter of {name}").copy() for leaf in layouts.leaves(layers)]
    return [
        (leaves[at_W] if flipped else leaves[at_W].T, leaves[at_b].ravel()) for at_W, at_b in layout.places
    ]


def _outputs_first(create_layers_batch: Any) -> bool:
    """Whether W is (out, in); asked of a network whose sizes differ, since those of an iris network may not."""
    layout = layouts.own_or_usual(create_layers_batch, (2, 3))
    return layout.shapes[layout.places[0][0]] == (3, 2)


def _accuracy(
    X: np.ndarray, classes: np.ndarray, layers: stated.Layers, setting: Setting, rows: bool
) -> float:
    """The accuracy when the activation functions see samples as rows, or as columns."""
    a = X
    for (W, b), function in zip(layers, setting.activation_funcs, strict=True):
        z = np.array([W @ x + b for x in a])
        name = "an activation function of yours"
        try:
            a = array(call(function, z if rows else z.T, name=name), name=name, integers=True)
        except Wrong:
            return 0.0
        a = a if rows else a.T
        if a.shape != z.shape:
            return 0.0
    return float(np.mean(a.argmax(axis=1) == classes))
