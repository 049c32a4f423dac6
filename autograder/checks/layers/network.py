"""Checks of question `network`: the activations of all layers, the predicted classes, the loss."""

from typing import Any

import numpy as np

from autograder.checks.layers import stand_ins
from autograder.checks.layers.common import exact
from autograder.checks.layers.crossentropy import NAME, stated_loss
from autograder.checks.layers.known_network import (
    SQUARE,
    TRAIN,
    Parameters,
    activations,
    last_activation,
    others_than,
    parameters,
)
from autograder.judge import (
    any_route,
    array,
    attribute,
    beneath,
    call,
    cases,
    confirmed,
    equal,
    generator,
    labels,
    number,
    sequence,
    weights,
    wrong,
)


@confirmed
def network_forward(forward: Any) -> None:
    """The activations of all layers in order, without the input."""
    rng = generator("network-forward")
    for n, sizes in cases(((5, SQUARE), (4, (2, 5, 3)), (1, (4, 3, 2, 5)), (3, (4, 2)))):
        held, X = parameters(rng, sizes), weights(rng, n, sizes[0])
        _judge_forward(forward, held, X)


def _judge_forward(forward: Any, held: Parameters, X: np.ndarray) -> None:
    name = "forward(network, X)"
    expected = activations(held, X)
    result = call(forward, stand_ins.bends(held, 0.1), X, name=name)
    if isinstance(result, np.ndarray) and result.shape == expected[-1].shape and len(held) > 1:
        wrong(
            f"{name} is one array; a list with the activations of all {len(held)} layers is expected.",
            hint="what is collected on the way up",
        )
    if isinstance(result, list | tuple) and len(result) == len(held) + 1:
        wrong(
            f"{name} has length {len(result)}, expected {len(held)}: the layers' outputs, without the input itself."
        )
    for i, (value, right) in enumerate(zip(sequence(result, len(held), name=name), expected, strict=True)):
        exact(
            value,
            right,
            name=f"forward(network, X)[{i}]",
            axes="(N, units)",
            suspects={"network_input_everywhere": lambda i=i: stand_ins.bent(X, *held[i])} if i else {},
            hint=f"what layer {i} is given as its input",
        )


@confirmed
def network_predict(predict: Any, forward: Any) -> None:
    """The class with the largest output of the last layer."""
    rng = generator("network-predict")
    for n, sizes in cases(((12, SQUARE), (9, (4, 4, 4)), (1, SQUARE))):
        held, X = parameters(rng, sizes), weights(rng, n, sizes[0])
        any_route(
            lambda held=held, X=X: _judge_classes(predict, held, X, activations(held, X)[-1]),
            lambda held=held, X=X: _judge_classes(predict, held, X, _own_logits(forward, held, X)),
        )


def _own_logits(forward: Any, held: Parameters, X: np.ndarray) -> np.ndarray:
    """The last activation as the student's own `forward` gives it, which may be wrong."""
    logits = last_activation(forward, held, X)
    if len(X) > 1:  # one sample may well have the same class everywhere, and there are cases with more
        classes = logits.argmax(axis=1)
        others = [last_activation(forward, *other).argmax(axis=1) for other in others_than(held, X)]
        if any(np.array_equal(classes, other) for other in others):
            wrong("the last activation gives the same classes for everything.", hint="the check of `forward`")
    return logits


def _judge_classes(predict: Any, held: Parameters, X: np.ndarray, logits: np.ndarray) -> None:
    name = "predict(network, X)"
    network = stand_ins.bends(held, 0.1)
    equal(
        call(predict, network, X, name=name),
        logits.argmax(axis=1),
        name=name,
        axes="(N,)",
        integers=True,
        relative=0.0,
        scale=1e-9,
        suspects={
            "best_for_worst": logits.argmin(axis=1),
            "classes_of_another_layer": lambda: activations(held, X)[0].argmax(axis=1),
        },
        hint="which activation decides, and along which axis",
    )
    if any(layer.moments for layer in network):
        wrong(f"{name} calls backward, so the network learns while it is used.", hint="what `predict` needs")


@confirmed
def network_loss(train: Any, forward: Any, loss: Any) -> None:
    """`train` returns the mean loss before the step.

    Args:
        train: the student's function.
        forward: the student's, for when it is wrong.
        loss: the student's `softmax_crossentropy_with_logits`, for when it is wrong.
    """
    rng = generator("network-loss")
    for n, sizes in cases(((5, SQUARE), (3, (4, 4, 4)), (1, SQUARE))):
        held, X, y = parameters(rng, sizes), weights(rng, n, sizes[0]), labels(rng, n, sizes[-1])
        logits = activations(held, X)[-1]

        def own_loss(held: Parameters, X: np.ndarray, y: np.ndarray) -> float:
            logits = last_activation(forward, held, X)
            losses = array(call(loss, logits, y, name=NAME), name=NAME)
            return float(np.mean(losses))

        def own(held: Parameters = held, X: np.ndarray = X, y: np.ndarray = y) -> float:
            found = own_loss(held, X, y)
            others = [
                (held, X, (y + 1) % held[-1][0].shape[1]),
                *((*other, y) for other in others_than(held, X)),
            ]
            if any(np.isclose(own_loss(*other), found, rtol=1e-5) for other in others):
                wrong(
                    "the loss is the same for everything.",
                    hint="the checks of `forward` and of `crossentropy`",
                )
            return found

        any_route(
            lambda held=held, X=X, y=y, logits=logits: _judge_loss(train, held, X, y, stated_loss(logits, y)),
            lambda held=held, X=X, y=y, own=own: _judge_loss(train, held, X, y, own()),
            # A wrong loss may be 0 for one sample, whatever its logits are.
            lambda held=held, X=X, y=y, logits=logits: _judge_loss_on_right_ones(
                train, held, X, y, stated_loss(logits, y)
            ),
        )


def _judge_loss_on_right_ones(
    train: Any, held: Parameters, X: np.ndarray, y: np.ndarray, expected: float
) -> None:
    def losses(logits: Any, reference_answers: Any) -> np.ndarray:
        rows = zip(np.asarray(logits), np.asarray(reference_answers), strict=True)
        return np.array([stated_loss(row[np.newaxis], np.array([label])) for row, label in rows])

    with beneath(train, softmax_crossentropy_with_logits=losses):
        _judge_loss(train, held, X, y, expected)


def _judge_loss(train: Any, held: Parameters, X: np.ndarray, y: np.ndarray, expected: float) -> None:
    if not abs(expected) > 1e-6:
        wrong("the loss is 0, so this proves nothing.", hint="the checks of `crossentropy`")
    network = stand_ins.bends(held, 0.1)
    result = number(call(train, network, X, y, name=TRAIN), name=TRAIN, one_sample=len(X) == 1)
    moved = [
        (attribute(layer, "weights", name="layer"), attribute(layer, "biases", name="layer"))
        for layer in network
    ]
    exact(
        result,
        expected,
        name=f"what {TRAIN} returns, the mean loss before the step,",
        factors={"sum_for_mean": len(X)},
        suspects={"loss_after_step": lambda: stated_loss(activations(moved, X)[-1], y)},
        hint="what the losses are computed from, and how they become one number",
    )
