"""Checks of question `network`, its training step: every layer moves once, by the gradient that is handed down to it."""

import itertools
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.causes import diagnosis
from autograder.checks.layers import stand_ins
from autograder.checks.layers.common import PARAMETERS
from autograder.checks.layers.crossentropy import GRADIENT, stated_loss
from autograder.checks.layers.diary import proven_cause
from autograder.checks.layers.known_network import (
    RATE,
    SQUARE,
    TRAIN,
    Parameters,
    activations,
    parameters,
    right_step,
    stands_still,
)
from autograder.checks.layers.own_layers import judge_own_layers
from autograder.judge import (
    Wrong,
    any_route,
    array,
    attribute,
    call,
    cases,
    confirmed,
    equal,
    generator,
    labels,
    numerical_gradient,
    weights,
    wrong,
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


def _judge_changes(train: Any, held: Parameters, X: np.ndarray, y: np.ndarray, upstream: np.ndarray) -> None:
    network = stand_ins.bends(held, RATE)
    call(train, network, X, y, name=TRAIN, returns=False)
    cause = proven_cause(network, X, activations(held, X))
    _follow(
        network,
        held,
        lambda moved: activations(moved, X)[-1],
        upstream,
        # The layers' diaries prove the cause; that it reproduces the numbers is then no question.
        suspects=lambda change: {cause: change} if cause else {},
        factors={"batch_averaged_twice": 1 / len(X), "batch_not_averaged": len(X)},
        hint=lambda i: (
            f"what backward of layer {i} is given: its own input, and the gradient from the layer above"
        ),
    )


def _judge_among_others(train: Any, gradient: Any, held: Parameters, X: np.ndarray, y: np.ndarray) -> None:
    """The same with layers between that have no parameters: each must get its call of `backward`, with the input that it had."""
    bends, sways = stand_ins.bends(held, RATE), [stand_ins.Sway() for _ in held[1:]]
    network = [layer for pair in itertools.zip_longest(bends, sways) for layer in pair if layer is not None]
    given = list(network)
    # Called without our copy of the list: it belongs to the caller.
    call(lambda: train(network, X, y), name=TRAIN, returns=False)
    if len(network) != len(given) or any(one is not other for one, other in zip(network, given, strict=True)):
        wrong(
            "network is another list of layers after train(network, X, y).",
            diagnosis=diagnosis("list_changed"),
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

    def outputs(parameters: Parameters) -> np.ndarray:
        at = X
        for (w, b), sway in itertools.zip_longest(parameters, sways):
            at = stand_ins.bent(at, w, b)
            at = at if sway is None else stand_ins.swayed(at, sway.used)
        return at

    def follow(upstream: np.ndarray) -> None:
        _follow(
            bends,
            held,
            outputs,
            upstream,
            place=2,
            where=", with layers without weights between,",
            hint=lambda i: "what each layer hands down, whether it learns or not",
        )

    last = outputs(held)
    any_route(
        lambda: follow(numerical_gradient(lambda at: stated_loss(at, y), last)),
        lambda: follow(array(call(gradient, last, y, name=GRADIENT), name=GRADIENT, shape=last.shape)),
    )


def _follow(
    layers: Sequence[stand_ins.Bend],
    held: Parameters,
    outputs: Callable[[Parameters], np.ndarray],
    upstream: np.ndarray,
    *,
    place: int = 1,
    where: str = "",
    suspects: Callable[[np.ndarray], dict[str, Any]] = lambda change: {},
    factors: dict[str, float] | None = None,
    hint: Callable[[int], str],
) -> None:
    """Require that each layer has made the one step that the upstream gradient asks for.

    Args:
        layers: those with parameters, after the call of `train`.
        held: their parameters before it.
        outputs: the last activation, of all parameters.
        upstream: the derivative of the cost by that activation.
        place: how many places of the network one layer of `layers` takes.
        where: what else the name of a change says.
        suspects: as in `equal`, from the change.
        factors: as in `equal`.
        hint: as in `equal`, from the number of the layer.
    """

    def cost(parameters: Parameters) -> float:
        return float(np.sum(outputs(parameters) * upstream))

    # From the last layer to the first: what is wrong above is wrong below as well.
    for i in reversed(range(len(held))):
        name = f"network[{place * i}]"
        for k, key in enumerate(PARAMETERS):
            change = array(attribute(layers[i], key, name=name), name=key) - held[i][k]
            right = right_step(cost, held, i, k)
            if stands_still(change, right):  # as where the columns of `upstream` add up to 0
                continue
            equal(
                change,
                right,
                name=f"the change of {name}.{key} in one call of train{where}",
                relative=1e-6,
                scale=1e-6,
                suspects=suspects(change),
                factors=factors,
                hint=hint(i),
            )
