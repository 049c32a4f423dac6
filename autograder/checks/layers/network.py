"""Checks of question `network`: the activations of all layers, the predicted classes, one training step."""

import itertools
from typing import Any

import numpy as np

from autograder.checks.layers import stand_ins
from autograder.checks.layers.common import PARAMETERS, exact
from autograder.checks.layers.crossentropy import GRADIENT, NAME, stated_loss
from autograder.checks.layers.diary import proven_cause
from autograder.checks.layers.own_layers import Parameters, judge_own_layers
from autograder.judge import (
    Wrong,
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
    numerical_gradient,
    sequence,
    weights,
    wrong,
)

SQUARE = (3, 3, 3, 3)
"""Equal sizes first: where layers are fed the wrong thing, nothing raises, and the numbers say which thing.
Classes and loss are judged with equal sizes only, so that such a slip costs them nothing."""

TRAIN = "train(network, X, y)"


def parameters(rng: np.random.Generator, sizes: tuple[int, ...]) -> Parameters:
    """Weights and biases of a network of these sizes."""
    return [(weights(rng, i, o), weights(rng, o)) for i, o in itertools.pairwise(sizes)]


def activations(held: Parameters, X: np.ndarray) -> list[np.ndarray]:
    """What the layers of `stand_ins.bends(held, ...)` put out, one after the other."""
    found = []
    for w, b in held:
        X = stand_ins.bent(X, w, b)
        found.append(X)
    return found


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
    logits = _last_activation(forward, held, X)
    if len(X) > 1:  # one sample may well have the same class everywhere, and there are cases with more
        classes = logits.argmax(axis=1)
        others = [_last_activation(forward, *other).argmax(axis=1) for other in _other(held, X)]
        if any(np.array_equal(classes, other) for other in others):
            wrong("the last activation gives the same classes for everything.", hint="the check of `forward`")
    return logits


def _other(held: Parameters, X: np.ndarray) -> list[tuple[Parameters, np.ndarray]]:
    """Other parameters, and another input: of what depends on neither, no work can be seen."""
    return [([(-w, -b) for w, b in held], X), (held, -X)]


def _last_activation(forward: Any, held: Parameters, X: np.ndarray) -> np.ndarray:
    name = "forward(network, X)"
    result = call(forward, stand_ins.bends(held, 0.1), X, name=name)
    logits = array(result[-1] if isinstance(result, list | tuple) and result else result, name=name)
    if logits.ndim != 2:
        wrong("the last activation is no batch.", hint="the check of `forward`")
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
            logits = _last_activation(forward, held, X)
            losses = array(call(loss, logits, y, name=NAME), name=NAME)
            return float(np.mean(losses))

        def own(held: Parameters = held, X: np.ndarray = X, y: np.ndarray = y) -> float:
            found = own_loss(held, X, y)
            others = [(held, X, (y + 1) % held[-1][0].shape[1]), *((*other, y) for other in _other(held, X))]
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


@confirmed
def network_step(train: Any, gradient: Any, Dense: Any, ReLU: Any) -> None:
    """In one call of `train`, every layer makes exactly one step with the right gradient.

    Args:
        train: the student's function.
        gradient: the student's `grad_softmax_crossentropy_with_logits`, for when it is wrong.
        Dense: the student's class, for a `train` that works with nothing else; it may be wrong.
        ReLU: the same.
    """
    rng = generator("network-step")
    for n, sizes in cases(
        ((5, SQUARE), (4, (2, 5, 3)), (1, (4, 3, 2)), (3, (4, 2)), (2, (3, 4, 2, 5, 3)), (40, (3, 2)))
    ):
        judge_step(train, gradient, Dense, ReLU, rng, n, sizes)


@confirmed
def judge_step(
    train: Any, gradient: Any, Dense: Any, ReLU: Any, rng: np.random.Generator, n: int, sizes: tuple[int, ...]
) -> None:
    """Judge one training step of one network; see `network_step`."""
    held, X, y = parameters(rng, sizes), weights(rng, n, sizes[0]), labels(rng, n, sizes[-1])
    logits = activations(held, X)[-1]

    def stated() -> np.ndarray:
        return numerical_gradient(lambda at: stated_loss(at, y), logits)

    def own() -> np.ndarray:
        result = array(call(gradient, logits, y, name=GRADIENT), name=GRADIENT, shape=logits.shape)
        if not np.any(np.abs(result) > 1e-3 / len(X)):  # a gradient that is averaged twice is that small
            wrong(
                "the gradient at the logits is practically zero, so this proves nothing.",
                hint="the check of its function",
            )
        return result

    try:
        any_route(
            lambda: _judge_changes(train, held, X, y, stated()),
            lambda: _judge_changes(train, held, X, y, own()),
        )
    except Wrong:
        any_route(
            lambda: _judge_changes(train, held, X, y, stated()),
            lambda: _judge_changes(train, held, X, y, own()),
            lambda: judge_own_layers(train, Dense, ReLU, held, X, y),
        )
    else:
        _judge_among_others(train, gradient, held, X, y)


def _judge_among_others(train: Any, gradient: Any, held: Parameters, X: np.ndarray, y: np.ndarray) -> None:
    """The same with layers between that have no parameters: each must get its call of `backward`, with the input that it had."""
    rate = 0.3
    bends, sways = stand_ins.bends(held, rate), [stand_ins.Sway() for _ in held[1:]]
    network = [layer for pair in itertools.zip_longest(bends, sways) for layer in pair if layer is not None]
    given = list(network)
    # Called without our copy of the list: it belongs to the caller.
    call(lambda: train(network, X, y), name=TRAIN, returns=False)
    if len(network) != len(given) or any(one is not other for one, other in zip(network, given, strict=True)):
        wrong(
            "network is another list of layers after train(network, X, y).",
            hint="`reverse` and `pop` change the list itself; `network[::-1]` and `reversed(network)` do not",
        )
    for i, sway in enumerate(sways):
        if sway.used is None or sway.used.shape != (len(X), len(held[i][1])):
            wrong(
                f"backward of network[{2 * i + 1}], a layer without weights, is not called with the batch.",
                hint="the loop over the layers: those that learn nothing hand the gradient down as well",
            )
        if not sway.faithful:
            wrong(
                f"backward of network[{2 * i + 1}], a layer without weights, is not given the input that its forward had.",
                hint="whose output the input of a layer is",
            )

    def logits(parameters: Parameters) -> np.ndarray:
        at = X
        for (w, b), sway in itertools.zip_longest(parameters, sways):
            at = stand_ins.bent(at, w, b)
            at = at if sway is None else stand_ins.swayed(at, sway.used)
        return at

    def follow(upstream: np.ndarray) -> None:
        for i in reversed(range(len(held))):
            for k, key in enumerate(PARAMETERS):
                change = array(attribute(bends[i], key, name=f"network[{2 * i}]"), name=key) - held[i][k]

                def cost(value: np.ndarray, i: int = i, k: int = k) -> float:
                    layer = (value, held[i][1]) if k == 0 else (held[i][0], value)
                    return float(np.sum(logits([*held[:i], layer, *held[i + 1 :]]) * upstream))

                right = -rate * numerical_gradient(cost, held[i][k])
                if max(np.max(np.abs(right)), np.max(np.abs(change))) < 1e-9:
                    continue
                equal(
                    change,
                    right,
                    name=f"the change of network[{2 * i}].{key} in one call of train, with layers without weights between,",
                    relative=1e-6,
                    scale=1e-6,
                    hint="what each layer hands down, whether it learns or not",
                )

    last = logits(held)
    any_route(
        lambda: follow(numerical_gradient(lambda at: stated_loss(at, y), last)),
        lambda: follow(array(call(gradient, last, y, name=GRADIENT), name=GRADIENT, shape=last.shape)),
    )


def _judge_changes(train: Any, held: Parameters, X: np.ndarray, y: np.ndarray, upstream: np.ndarray) -> None:
    rate = 0.3
    network = stand_ins.bends(held, rate)
    call(train, network, X, y, name=TRAIN, returns=False)
    cause = proven_cause(network, X, activations(held, X))
    # From the last layer to the first: what is wrong above is wrong below as well.
    for i in reversed(range(len(held))):
        for k, key in enumerate(PARAMETERS):
            change = array(attribute(network[i], key, name=f"network[{i}]"), name=key) - held[i][k]

            def cost(value: np.ndarray, i: int = i, k: int = k) -> float:
                layer = (value, held[i][1]) if k == 0 else (held[i][0], value)
                return float(np.sum(activations([*held[:i], layer, *held[i + 1 :]], X)[-1] * upstream))

            right = -rate * numerical_gradient(cost, held[i][k])
            if max(np.max(np.abs(right)), np.max(np.abs(change))) < 1e-9:
                continue  # as where the columns of `upstream` add up to 0: rounding on both sides
            equal(
                change,
                right,
                name=f"the change of network[{i}].{key} in one call of train",
                relative=1e-6,
                scale=1e-6,
                # The layers' diaries prove the cause; that it reproduces the numbers is then no question.
                suspects={cause: change} if cause else {},
                factors={"batch_averaged_twice": 1 / len(X), "batch_not_averaged": len(X)},
                hint=f"what backward of layer {i} is given: its own input, and the gradient from the layer above",
            )
