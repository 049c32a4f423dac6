"""Checks of question `deep_net`, backward: the mean gradient of every matrix and every vector."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import scipy.special

from autograder.causes import diagnosis
from autograder.checks.neural_net.deep_models import (
    ARCTAN,
    AXES,
    CLASSES,
    INPUTS,
    SOFTPLUS,
    Deep,
    Layers,
    Network,
    Pair,
)
from autograder.checks.neural_net.deep_net import gradient_lists
from autograder.checks.neural_net.models import sigmoid_slope
from autograder.checks.neural_net.slipped import own_pass
from autograder.judge import (
    Asked,
    Chain,
    Layer,
    Wrong,
    agree,
    any_route,
    array,
    call,
    cases,
    confirmed,
    entry_gradient,
    equal,
    generator,
    labels,
    log_loss,
    numerical_gradient,
    softmax_start,
    unchanged,
    weights,
    wrong,
)

LARGE = 400.0  # entries of samples that make entries of a gradient of order 10
DRAWS = 20
KINK = 1e-2  # pre-activations stay this far from 0: difference quotients reach 2e-4


@confirmed
def deep_gradient(DeepNet: Any, kind: str) -> None:
    """`grad_loss` gives the derivative of the loss with respect to every matrix, or every vector.

    Args:
        DeepNet: the student's class.
        kind: `weights` or `biases`.
    """
    _follows_its_batch(DeepNet, kind, generator(f"deep_net-grad_{kind}-again"))
    rng = generator(f"deep_net-grad_{kind}")
    networks = (((), 5, SOFTPLUS), ((4,), 3, SOFTPLUS), ((5, 2), 4, ARCTAN), ((3, 2, 4, 2), 3, ARCTAN))
    for hidden_sizes, n, pair in cases((*networks, ((2, 4), 1, SOFTPLUS))):
        deep, X = _with_effect(DeepNet, hidden_sizes, pair, n, rng)
        # A small batch lacks the last class: how many there are is not said by its labels.
        _judge_gradient(deep, kind, X, labels(rng, n, CLASSES - (n < CLASSES)))
    _judge_large(DeepNet, kind, rng)
    if kind == "weights":  # once is enough
        _leaves_samples(DeepNet, rng)


def _with_effect(
    DeepNet: Any, hidden_sizes: Sequence[int], pair: Pair, n: int, rng: np.random.Generator
) -> tuple[Deep, np.ndarray]:
    """A network and samples; drawn again while the first layer has no effect, as where all units of a relu are off."""
    for _ in range(DRAWS):
        deep, X = Deep.make(DeepNet, hidden_sizes, pair, rng), weights(rng, n, INPUTS)
        if _first_layer_has_effect(deep, X):
            break
    return deep, X


def _first_layer_has_effect(deep: Deep, X: np.ndarray) -> bool:
    try:
        before = deep.predicted(X)
        deep.put([deep.weights[0] + KINK, *deep.weights[1:]], deep.biases)
        return not np.array_equal(before, deep.predicted(X))
    except Wrong:
        return True  # what is wrong with the forward pass is no reason to draw again
    finally:
        deep.put(deep.weights, deep.biases)


def _judge_large(DeepNet: Any, kind: str, rng: np.random.Generator) -> None:
    """A gradient has no upper bound: that of the first weights grows with the samples."""
    while True:
        deep, X = Deep.make(DeepNet, (4,), SOFTPLUS, rng), weights(rng, 3, INPUTS)
        # Large samples carry a quotient across the kinks of a relu that the student put in the activation's place.
        if np.min(np.abs(X @ deep.weights[0] + deep.biases[0])) > 10 * KINK:
            break
    W = [deep.weights[0] / LARGE, *deep.weights[1:]]  # so that pre-activations are of order 1
    deep = Deep.of(DeepNet, SOFTPLUS, W, deep.biases)
    _judge_gradient(deep, kind, LARGE * X, labels(rng, 3, CLASSES))


def _follows_its_batch(DeepNet: Any, kind: str, rng: np.random.Generator) -> None:
    """The gradient of a batch is the same before and after the network has seen another one."""
    deep = Deep.make(DeepNet, (4, 2), SOFTPLUS, rng)
    X, other, y = weights(rng, 3, INPUTS), weights(rng, 3, INPUTS), labels(rng, 3, CLASSES)

    def gradient(X: np.ndarray) -> Layers:
        return [np.array(value, dtype=float) for value in gradient_lists(deep, kind, X, y)]

    try:
        before = gradient(X)
        gradient(other)
        call(deep.model.forward, other, name="forward(X)")
        after = gradient(X)
    except (Wrong, TypeError, ValueError):
        return  # what is wrong with one call is judged below
    for i, (first, again) in enumerate(zip(before, after, strict=True)):
        if first.shape == again.shape and not agree(again, first):
            wrong(
                f'grads["{kind}"][{i}] of the same X and y is another one after the network has seen another batch.',
                diagnosis=diagnosis("kept_from_earlier_call"),
            )


def _leaves_samples(DeepNet: Any, rng: np.random.Generator) -> None:
    """The batch may be a part of the training set, which the next epoch needs as it was."""
    deep = Deep.make(DeepNet, (4, 2), SOFTPLUS, rng)
    X, y = weights(rng, 3, INPUTS), labels(rng, 3, CLASSES)
    given = X.copy()
    # Called without our copy: this call asks whether the caller's array survives.
    call(lambda: deep.model.grad_loss(given, y), name="grad_loss(X, y)")
    unchanged(given, X, name="X")


def _judge_gradient(deep: Deep, kind: str, X: np.ndarray, y: np.ndarray) -> None:
    any_route(
        lambda: _fits(deep, kind, X, y, Asked(deep.model.loss, (X, y), "loss(X, y)")),
        # Where the loss is wrong, the gradient may still be that of the cost which the text states.
        lambda: _fits(deep, kind, X, y, _stated_cost(deep, X, y)),
    )


def _stated_cost(deep: Deep, X: np.ndarray, y: np.ndarray) -> Asked:
    """The stated cost of what the student's network predicts."""

    def read(found: Any) -> float:
        return log_loss(deep.probabilities(found, len(X)), y)

    return Asked(deep.model.forward, (X,), "forward(X)", read)


@confirmed
def deep_gradient_agrees(
    DeepNet: Any,
    kind: str,
    hidden_sizes: Sequence[int],
    pair: Pair,
    n: int,
    network: Network,
    rng: np.random.Generator,
) -> None:
    """Hold the gradient against that of the stated cost of an examiner's network.

    Where the student's forward pass is another one, the gradient of the stated cost at that pass is right, too, if it is
    the pass of a network: the right one but for a slip. Of a pass that is anything else, a gradient is no work.

    Args:
        DeepNet: the student's class.
        kind: `weights` or `biases`.
        hidden_sizes: of the hidden layers.
        pair: the activation and its derivative.
        n: samples in the batch.
        network: the right network.
        rng: draws parameters and samples.
    """
    deep, X = _away_from_kinks(DeepNet, hidden_sizes, pair, n, network, rng)
    y = labels(rng, n, CLASSES)

    def follows(deep: Deep, X: np.ndarray, network: Network) -> None:
        expected = [
            numerical_gradient(lambda new, at=replace: log_loss(network(X, *at(new), pair[0]), y), value)
            for value, replace in deep.moved(kind)
        ]
        for i, gradient in enumerate(expected):
            if not np.any(np.abs(gradient) > 1e-9):
                wrong(f"the loss does not change when {kind}[{i}] changes.", hint="`forward`")
        _same(deep, kind, X, y, expected)

    def right() -> None:
        follows(deep, X, network)

    def at_own_pass(deep: Deep, X: np.ndarray) -> None:
        # What it is at other parameters is not asked of the student's code, which may tell them from these.
        follows(deep, X, own_pass(deep, X))

    def at_another_one() -> None:
        at_own_pass(*_away_from_kinks(DeepNet, hidden_sizes, pair, n, network, rng))

    # Where the student's pass is another one, its kinks may lie within reach of the quotients: at one point in ten or so.
    any_route(right, lambda: at_own_pass(deep, X), at_another_one, at_another_one, at_another_one)


def _away_from_kinks(
    DeepNet: Any, hidden_sizes: Sequence[int], pair: Pair, n: int, network: Network, rng: np.random.Generator
) -> tuple[Deep, np.ndarray]:
    """Draw a network and samples until no pre-activation is near 0, where relu has no derivative."""
    while True:
        deep, X = Deep.make(DeepNet, hidden_sizes, pair, rng), weights(rng, n, INPUTS)
        nearest = np.inf

        def activation(z: np.ndarray) -> np.ndarray:
            nonlocal nearest
            nearest = min(nearest, float(np.min(np.abs(z))))
            return pair[0](z)

        network(X, deep.weights, deep.biases, activation)
        if nearest > KINK:
            return deep, X


def _fits(deep: Deep, kind: str, X: np.ndarray, y: np.ndarray, cost: Asked) -> None:
    """The gradient is that of a cost which the student's own network gives."""
    held = getattr(deep, kind)  # the other list stays where it is
    expected = [entry_gradient(deep.model, kind, held, i, cost, cost_name="loss") for i in range(len(held))]
    deep.put(deep.weights, deep.biases)
    for i, gradient in enumerate(expected):
        if not np.any(np.abs(gradient) > 1e-9):
            wrong(
                f"the loss does not change when {kind}[{i}] changes.",
                hint="`forward`: does every layer take part?",
            )
    _same(deep, kind, X, y, expected)


def _same(deep: Deep, kind: str, X: np.ndarray, y: np.ndarray, expected: Layers) -> None:
    n, large = len(X), ", large entries" if np.abs(X).max() > 10 else ""
    found = gradient_lists(deep, kind, X, y)
    shapes, right_shapes = [np.shape(value) for value in found], [value.shape for value in expected]
    if shapes == right_shapes[::-1] and (shapes != right_shapes or _in_reverse(found, expected)):
        wrong(f'grads["{kind}"] has its layers in reverse order.', diagnosis=diagnosis("layers_reversed"))
    # From the output to the input, as the gradient is made: the first wrong one is where to look.
    for i in reversed(range(len(expected))):
        equal(
            found[i],
            expected[i],
            name=f'grads["{kind}"][{i}] (hidden_sizes={list(deep.hidden_sizes)}, N = {n}{large})',
            axes=AXES[kind],
            factors={"batch_not_averaged": n, "batch_averaged_twice": 1 / n},
            product=lambda i=i: getattr(chain(deep, X, y), kind)(i),
            hint=_where_to_look(i, len(expected)),
        )


def _in_reverse(found: Sequence[Any], expected: Layers) -> bool:
    """Whether the values are right, but those of the other end of the network."""
    numbers = [array(value, name="a gradient", finite=False, integers=True) for value in found]
    return not all(map(agree, numbers, expected)) and all(map(agree, numbers, expected[::-1]))


def chain(deep: Deep, X: np.ndarray, y: np.ndarray) -> Chain:
    """The stated network with the parameters and the activation that the check chose, seen from the stated cost."""
    layers, inputs = [], X
    last = len(deep.weights) - 1
    for k, (W, b) in enumerate(zip(deep.weights, deep.biases, strict=True)):
        z = inputs @ W + b
        output = scipy.special.softmax(z, axis=1) if k == last else deep.pair[0](z)
        slope = None if k == last else deep.pair[1]
        layers.append(
            Layer(inputs, z, output, W, slope, other_slopes={"derivative_of_sigmoid": sigmoid_slope})
        )
        inputs = output
    start = softmax_start(layers[-1].pre, y)
    return Chain(layers, *start)


def _where_to_look(i: int, layers: int) -> str:
    if i == layers - 1:
        return "`grad_loss`: the last layer; what its pre-activation does to the cost, and what its input is"
    return (
        f"`grad_loss`: layer {i + 1} is right; the step from it back to layer {i}: "
        "whose weights, and the derivative at what"
    )
