"""Checks of question `deep_net`, forward: initialisation, the forward pass, the loss, the default activation.

The forward pass is judged by peeling: the first layer of a network only changes the input of the network behind it.
With an input of zeros and ones its pre-activations can be read off the weights.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import scipy.special

from autograder.causes import diagnosis
from autograder.checks.neural_net.deep_models import (
    ARCTAN,
    AXES,
    CLASSES,
    CONSTRUCTOR,
    DEPTHS,
    EQUAL_LAYERS,
    INPUTS,
    SOFTPLUS,
    Deep,
    Network,
)
from autograder.checks.neural_net.models import shows_a_loss
from autograder.checks.neural_net.sigmoid import nearest
from autograder.judge import (
    agree,
    apart,
    array,
    attribute,
    call,
    cases,
    confirmed,
    equal,
    generator,
    labels,
    log_loss,
    mapping,
    number,
    sequence,
    weights,
    wrong,
)

BUILT_IN = (scipy.special.expit, np.tanh, lambda z: np.maximum(z, 0))
"""What a network may use whatever activation it is given."""


@confirmed
def deep_init(DeepNet: Any) -> None:
    """A new network has its lists of weights and biases in the right shapes, and no two hidden units are alike."""
    for hidden_sizes in (*DEPTHS, EQUAL_LAYERS):
        sizes = [INPUTS, *hidden_sizes, CLASSES]
        model = call(DeepNet, INPUTS, list(hidden_sizes), CLASSES, *SOFTPLUS, name=CONSTRUCTOR)
        for name, shapes in (("weights", list(pairwise(sizes))), ("biases", [(n,) for n in sizes[1:]])):
            found = sequence(attribute(model, name, name="model"), len(shapes), name=f"model.{name}")
            for i, (value, shape) in enumerate(zip(found, shapes, strict=True)):
                where = f"model.{name}[{i}]"
                value = array(value, name=where, shape=shape, axes=AXES[name], integers=not np.any(value))
                hidden = name == "weights" and i < len(hidden_sizes)
                if hidden and len(np.unique(value, axis=1).T) < shape[1]:
                    wrong(
                        f"{where}: two hidden units (columns) start with the same weights.",
                        diagnosis=diagnosis("weights_all_equal"),
                    )
    # The last network has layers of one shape.
    held = [np.array(value, dtype=float) for value in attribute(model, "weights", name="model")]
    for i, j in pairwise(range(len(EQUAL_LAYERS))):
        if np.array_equal(held[i], held[j]):
            wrong(
                f"model.weights[{i}] and model.weights[{j}] are the same numbers.",
                hint="`__init__`: each layer draws weights of its own, also where the shapes are equal",
            )
    _leaves_sizes(DeepNet)


def _leaves_sizes(DeepNet: Any) -> None:
    """The list of sizes belongs to the caller, who may make a second network from it."""
    given = [4, 2]
    # Called without our copy: this call asks whether the caller's list survives.
    call(lambda: DeepNet(INPUTS, given, CLASSES, *SOFTPLUS), name=CONSTRUCTOR)
    if given != [4, 2]:
        wrong(
            f"hidden_sizes is another list after the call: {given}.",
            diagnosis=diagnosis("list_changed"),
        )


@confirmed
def deep_forward(DeepNet: Any) -> None:
    """Networks of several depths: the last layer alone is a softmax; each layer before it feeds the next one."""
    rng = generator("deep_net-forward")
    for hidden_sizes in cases(DEPTHS):
        for pair in (SOFTPLUS, ARCTAN):
            _judge_first_layer(Deep.make(DeepNet, hidden_sizes, pair, rng))
    plain = Deep.make(DeepNet, (), SOFTPLUS, rng)
    _judge_first_layer(
        Deep.of(DeepNet, SOFTPLUS, [20 * plain.weights[0]], plain.biases)
    )  # logits up to 20 or so
    _each_has_its_own(DeepNet, rng)


def _each_has_its_own(DeepNet: Any, rng: np.random.Generator) -> None:
    """A network predicts the same when another one, with another activation, has been made."""
    deep = Deep.make(DeepNet, (4,), SOFTPLUS, rng)
    X = weights(rng, 3, INPUTS)
    before = deep.predicted(X)
    Deep.make(DeepNet, (4,), ARCTAN, rng)
    if not agree(deep.predicted(X), before):
        wrong(
            "forward(X) of a network changes as soon as another network has been made.",
            diagnosis=diagnosis("shared_by_all_objects"),
        )


def _judge_first_layer(deep: Deep) -> None:
    """The network predicts what the network behind its first layer predicts from that layer's activations."""
    f, W, b = deep.pair[0], deep.weights, deep.biases
    X = np.vstack([np.zeros(INPUTS), np.eye(INPUTS)])
    first = np.vstack([b[0], W[0] + b[0]])  # the pre-activations of the first layer for this X
    if deep.hidden_sizes:
        behind = Deep.of(deep.DeepNet, deep.pair, W[1:], b[1:])
        name = (
            f"forward(X) with hidden_sizes={list(deep.hidden_sizes)} (expected: the first layer done by hand)"
        )
        expected = behind.predicted(f(first))
        suspects: dict[str, Any] = {
            "activation_left_out": lambda: behind.predicted(first),
            "activation_not_used": lambda: nearest(
                deep.predicted(X), [behind.predicted(built_in(first)) for built_in in BUILT_IN]
            ),
            "biases_not_added": lambda: behind.predicted(f(first - b[0])),
        }
    else:
        name, expected = "forward(X) without hidden layers", scipy.special.softmax(first, axis=-1)
        suspects = {
            "activation_behind_last_layer": lambda: scipy.special.softmax(f(first), axis=-1),
            "biases_not_added": lambda: scipy.special.softmax(first - b[0], axis=-1),
            "softmax_left_out": first,
            "softmax_wrong_axis": lambda: scipy.special.softmax(first, axis=0),
        }
    hint = "`forward`: which activation is used, and how often; whether every layer takes part"
    equal(deep.predicted(X), expected, name=name, axes="(N, C)", relative=1e-6, suspects=suspects, hint=hint)


@confirmed
def deep_forward_agrees(
    DeepNet: Any,
    hidden_sizes: Sequence[int],
    activation: Callable,
    n: int,
    network: Network,
    rng: np.random.Generator,
) -> None:
    """Hold the forward pass against an examiner's network.

    Args:
        DeepNet: the student's class.
        hidden_sizes: of the hidden layers.
        activation: the activation of both networks.
        n: samples in the batch.
        network: the right network.
        rng: draws parameters and samples.
    """
    deep = Deep.make(DeepNet, hidden_sizes, (activation, np.cos), rng)
    X = rng.normal(size=(n, INPUTS))
    expected = network(X, deep.weights, deep.biases, activation)
    name = f"forward(X) with hidden_sizes={list(hidden_sizes)}"
    equal(deep.predicted(X), expected, name=name, axes="(N, C)", relative=1e-6)


@confirmed
def deep_loss(DeepNet: Any) -> None:
    """The loss is the mean negative log likelihood of what the network predicts."""
    rng = generator("deep_net-loss")
    for hidden_sizes, n in cases((((), 5), ((4,), 3), ((3, 5), 1), ((4, 2), 6))):
        deep = Deep.make(DeepNet, hidden_sizes, SOFTPLUS, rng)
        X, y = weights(rng, n, INPUTS), labels(rng, n, CLASSES)
        value = number(call(deep.model.loss, X, y, name="loss(X, y)"), name="loss(X, y)", one_sample=n == 1)
        found = deep.predicted(X)
        if not np.allclose(found.sum(axis=-1), 1.0):
            wrong("forward(X) does not give probabilities, so the loss cannot be judged.", hint="`forward`")
        if not shows_a_loss(found):
            wrong(
                "forward(X) gives every class the same probability, so the loss cannot be judged.",
                hint="`forward`",
            )
        expected = log_loss(found, y)
        equal(
            value,
            expected,
            name=f"loss(X, y) of a batch of {n}",
            suspects={"missing_minus": -expected},
            factors={"mean_over_classes": 1 / CLASSES, "sum_for_mean": n},
            hint="`loss`: the mean negative log likelihood of the true classes",
        )


@confirmed
def deep_default(DeepNet: Any, sigmoid: Any, dsigmoid: Any) -> None:
    """Without an activation the network uses the student's sigmoid and dsigmoid.

    Args:
        DeepNet: the student's class.
        sigmoid: the student's sigmoid.
        dsigmoid: its derivative.
    """
    rng = generator("deep_net-default_activation")
    for hidden_sizes, n in cases((((4,), 3), ((5, 2), 4))):
        default = Deep.make(DeepNet, hidden_sizes, (), rng)
        given = Deep.of(DeepNet, (sigmoid, dsigmoid), default.weights, default.biases)
        X, y = weights(rng, n, INPUTS), labels(rng, n, CLASSES)
        y[0] = CLASSES - 1  # how many classes there are is judged elsewhere
        expected = given.predicted(X)
        if agree(expected, np.broadcast_to(expected[0], expected.shape)):
            wrong(
                "forward(X) is the same for all samples, so nothing can be judged.", hint="`forward`, sigmoid"
            )
        _is_a_network(given, sigmoid, X, y)
        name = "forward(X) of a network without an activation (expected: as if sigmoid had been passed)"
        hint = "what `activation` and `d_activation` are when nobody passes them"
        equal(default.predicted(X), expected, name=name, axes="(N, C)", relative=1e-6, hint=hint)
        for kind in ("weights", "biases"):
            for i, (own, passed) in enumerate(
                zip(*(gradient_lists(deep.anew(), kind, X, y) for deep in (default, given)), strict=True)
            ):
                where = f'grads["{kind}"][{i}]'
                name = (
                    f"{where} of a network without an activation (expected: as if dsigmoid had been passed)"
                )
                equal(own, array(passed, name=where), name=name, relative=1e-6, hint=hint)


def _is_a_network(deep: Deep, sigmoid: Any, X: np.ndarray, y: np.ndarray) -> None:
    """Predictions depend on weights and activation, or the sigmoid is always used; gradients depend on the labels.

    Where nothing depends on anything, two networks agree without being networks.
    """
    turned = Deep.of(deep.DeepNet, deep.pair, [-W for W in deep.weights], deep.biases)
    if not apart(turned.predicted(X), deep.predicted(X)):
        wrong("forward(X) is the same with other weights, so nothing can be judged.", hint="`forward`")
    other = Deep.of(deep.DeepNet, ARCTAN, deep.weights, deep.biases)
    if agree(other.predicted(X), deep.predicted(X)):
        own = (lambda z: array(call(sigmoid, z, name="sigmoid(X)"), name="sigmoid(X)", shape=z.shape),)
        _judge_first_layer(replace(deep, pair=(*own, *deep.pair[1:])))
    last = CLASSES - 1  # stays among them
    moved = np.where(y == last, last, (y + 1) % last)
    found = [gradient_lists(deep.anew(), "weights", X, labels_of) for labels_of in (y, moved)]
    pairs = zip(*found, strict=True)
    if all(np.shape(one) == np.shape(two) and np.allclose(one, two) for one, two in pairs):
        wrong(
            "grad_loss(X, y) gives the same weights' gradients for other labels, so nothing can be judged.",
            hint="`grad_loss`: the labels tell where the cost is high",
        )


def gradient_lists(deep: Deep, kind: str, X: np.ndarray, y: np.ndarray) -> list[Any]:
    """One of the two lists that the student's `grad_loss` returns, of the right length."""
    name = "grad_loss(X, y)"
    grads = mapping(call(deep.model.grad_loss, X, y, name=name), ("weights", "biases"), name=name)
    return sequence(grads[kind], len(deep.weights), name=f'grads["{kind}"]')
