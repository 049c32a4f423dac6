"""Checks of question `neural_net`, forward: initialisation and the forward pass.

The forward pass is judged unit by unit: inputs and weights that are zero but for one place leave a single term over,
which can be compared without computing the pass.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
import scipy.special

from autograder.causes import diagnosis
from autograder.checks.neural_net.models import (
    AXES,
    CONSTRUCTOR,
    FORWARD,
    each_has_its_own,
    make,
    own_function,
    put,
    shapes_of,
)
from autograder.checks.neural_net.sigmoid import or_above_right_sigmoid
from autograder.judge import (
    agree,
    any_route,
    array,
    attribute,
    call,
    cases,
    confirmed,
    equal,
    generator,
    number,
    sequence,
    weights,
    wrong,
)

Network = Callable[[dict[str, np.ndarray], np.ndarray, Callable], tuple[np.ndarray, np.ndarray, np.ndarray]]
"""An examiner's network: parameters, X and the activation function give `(y, h, z_h)`."""


@confirmed
def network_init(NeuralNet: Any) -> None:
    """A new network has its four parameters in the right shapes, and no two hidden units are alike."""
    for sizes in ((5, 4, 3), (3, 6, 2), (64, 10, 10)):
        model = call(NeuralNet, *sizes, name=CONSTRUCTOR)
        for name, shape in shapes_of(sizes).items():
            value = attribute(model, name, name="model")
            value = array(
                value, name=f"model.{name}", shape=shape, axes=AXES[name], integers=not np.any(value)
            )
            if name == "W_h" and len(np.unique(value, axis=1).T) < sizes[1]:
                alike = len(np.unique(value)) == 1
                wrong(
                    f"model.W_h: all weights are {value.flat[0]:g}, so all hidden units are alike."
                    if alike
                    else "model.W_h: two hidden units (columns of W_h) start with the same weights.",
                    diagnosis=diagnosis("weights_all_equal"),
                )
        size = number(attribute(model, "output_size", name="model"), name="model.output_size", integers=True)
        if size != sizes[2]:
            wrong(f"model.output_size is {size:g}, expected C = {sizes[2]}.", hint="`__init__`")
    each_has_its_own(NeuralNet)


@confirmed
def forward_one(NeuralNet: Any, sigmoid: Any) -> None:
    """The forward pass of one sample `(D,)`.

    Args:
        NeuralNet: the student's class.
        sigmoid: the student's sigmoid; where it is wrong, the forward pass may still be right with it.
    """

    def judge() -> None:
        rng = generator("neural_net-forward_one")
        for sizes in cases(((4, 5, 3), (3, 2, 4))):
            model, parameters = make(NeuralNet, sizes, rng)
            for x in np.vstack([np.zeros(sizes[0]), np.eye(sizes[0])]):
                _judge_pre_activations(model, parameters, x)
            _judge_behind_hidden(model, parameters, weights(rng, sizes[0]), sigmoid)

    or_above_right_sigmoid(NeuralNet, judge)


@confirmed
def forward_batch(NeuralNet: Any, sigmoid: Any) -> None:
    """The forward pass of a batch `(N, D)`, also of a batch of one; arguments as for `forward_one`."""

    def judge() -> None:
        rng = generator("neural_net-forward_batch")
        for n, sizes in cases(((6, (4, 5, 3)), (1, (3, 2, 4)), (3, (2, 3, 5)))):
            model, parameters = make(NeuralNet, sizes, rng)
            _judge_pre_activations(model, parameters, np.vstack([np.zeros(sizes[0]), np.eye(sizes[0])]))
            _judge_behind_hidden(model, parameters, weights(rng, n, sizes[0]), sigmoid)

    or_above_right_sigmoid(NeuralNet, judge)


def _judge_pre_activations(model: Any, parameters: dict[str, np.ndarray], X: np.ndarray) -> None:
    """Where X is all zeros, z_h is the bias; where one input is 1, the weights of that input are added to it."""
    z_h = _activations(model, X, parameters)[2]
    rows = X.argmax(axis=-1)
    single = X.any(axis=-1)
    expected = parameters["b_h"] + np.where(single[..., None], parameters["W_h"][rows], 0.0)
    what = "an input of zeros" if X.ndim == 1 and not single else "inputs with a single 1"
    equal(
        z_h,
        expected,
        name=f"z_h for {what}",
        axes="(H,)" if X.ndim == 1 else "(N, H)",
        relative=1e-6,
        suspects={"biases_not_added": expected - parameters["b_h"]},
        hint="how W_h and b_h enter the pre-activations",
    )


def _judge_behind_hidden(model: Any, parameters: dict[str, np.ndarray], X: np.ndarray, sigmoid: Any) -> None:
    """h follows z_h; with the weights of one hidden unit only, y is known from h."""
    _, h, z_h = _activations(model, X, parameters)
    axes = "(H,)" if X.ndim == 1 else "(N, H)"

    def follows(activation: Callable[[np.ndarray], np.ndarray]) -> None:
        hint = "h is the sigmoid of z_h"
        equal(
            h,
            activation(z_h),
            name="h",
            axes=axes,
            relative=1e-6,
            suspects={"activation_left_out": z_h, "another_activation": lambda: np.tanh(z_h)},
            function=activation,
            argument=z_h,
            hint=hint,
        )

    any_route(lambda: follows(scipy.special.expit), lambda: follows(own_function(sigmoid, "sigmoid(X)")))
    if not np.all(np.ptp(np.atleast_2d(h), axis=-1)):
        wrong("h is the same for all hidden units.", hint="sigmoid: does it change with its input?")
    units = len(parameters["W_o"])
    for unit, size in [
        (unit, size) for size in (1.0, 20.0) for unit in range(units)
    ]:  # logits up to 20 or so
        W_o = np.zeros_like(parameters["W_o"])
        W_o[unit] = size * parameters["W_o"][unit]
        put(model, "W_o", W_o)
        y = _activations(model, X, parameters)[0]
        logits = np.multiply.outer(h[..., unit], W_o[unit]) + parameters["b_o"]
        from_pre = np.multiply.outer(z_h[..., unit], W_o[unit]) + parameters["b_o"]
        _judge_probabilities(y, logits, from_pre, parameters, X.ndim)
    put(model, "W_o", parameters["W_o"])
    y = _activations(model, X, parameters)[0]
    result = call(model.forward, X, name="forward(X)")
    if isinstance(result, tuple | list) and len(result) == 3:
        wrong("forward(X) returns three arrays; only the probabilities are expected.", hint="`forward`")
    equal(
        result,
        y,
        name="forward(X) (expected: the first result of forward_keep_activations)",
        axes="(C,)" if X.ndim == 1 else "(N, C)",
        relative=1e-6,
        one_sample=X.ndim == 1,
    )


def _judge_probabilities(
    y: np.ndarray, logits: np.ndarray, from_pre: np.ndarray, parameters: dict[str, np.ndarray], ndim: int
) -> None:
    axes = "(C,)" if ndim == 1 else "(N, C)"
    equal(
        y,
        scipy.special.softmax(logits, axis=-1),
        name="y, where only one hidden unit has outgoing weights,",
        axes=axes,
        relative=1e-6,
        suspects={
            "softmax_left_out": logits,
            "preactivation_for_activation": lambda: scipy.special.softmax(from_pre, axis=-1),
            "biases_not_added": lambda: scipy.special.softmax(logits - parameters["b_o"], axis=-1),
            "sigmoid_for_softmax": lambda: scipy.special.expit(logits),
        }
        | ({"softmax_wrong_axis": lambda: scipy.special.softmax(logits, axis=0)} if ndim == 2 else {}),
        hint="how h, W_o and b_o give the logits, and these the probabilities",
    )


def _activations(
    model: Any, X: np.ndarray, parameters: dict[str, np.ndarray]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """What the student's forward pass returns, in shape: y, h, z_h."""
    found = call(model.forward_keep_activations, X, name=FORWARD)
    outputs = sequence(found, 3, name=FORWARD)
    hidden, classes = parameters["W_o"].shape
    letter = "" if X.ndim == 1 else "N, "
    sizes = (("y", classes, "C"), ("h", hidden, "H"), ("z_h", hidden, "H"))
    lead = X.shape[:-1]
    if classes != hidden and [np.shape(output)[-1:] for output in outputs[:1]] == [(hidden,)]:
        wrong(
            f"{FORWARD} returns the hidden layer first, not the probabilities.",
            diagnosis=diagnosis("results_in_other_order"),
        )
    y, h, z_h = (
        array(
            output,
            name=f"{name} of {FORWARD}",
            shape=(*lead, size),
            axes=f"({letter}{axis}{',' if not letter else ''})",
            one_sample=X.ndim == 1,
        )
        for output, (name, size, axis) in zip(outputs, sizes, strict=True)
    )
    if agree(z_h, scipy.special.expit(h)) and not agree(h, scipy.special.expit(z_h)):
        wrong(f"{FORWARD} returns z_h before h.", diagnosis=diagnosis("results_in_other_order"))
    return y, h, z_h


@confirmed
def forward_agrees(
    NeuralNet: Any, sigmoid: Any, X: np.ndarray, network: Network, rng: np.random.Generator
) -> None:
    """Hold the forward pass against an examiner's network.

    Args:
        NeuralNet: the student's class.
        sigmoid: the student's sigmoid.
        X: `(D,)` or `(N, D)`.
        network: the right network.
        rng: draws the parameters.
    """

    def judge() -> None:
        hidden, classes = 3 + X.shape[-1] % 3, 2 + X.shape[-1] % 4
        model, parameters = make(NeuralNet, (X.shape[-1], hidden, classes), rng)
        found = (*_activations(model, X, parameters), call(model.forward, X, name="forward(X)"))

        def compare(activation: Callable[[np.ndarray], np.ndarray]) -> None:
            y, h, z_h = network(parameters, X, activation)
            for name, actual, expected in zip(
                ("y", "h", "z_h", "forward(X)"), found, (y, h, z_h, y), strict=True
            ):
                equal(actual, expected, name=name, relative=1e-6, one_sample=X.ndim == 1)

        any_route(lambda: compare(scipy.special.expit), lambda: compare(own_function(sigmoid, "sigmoid(X)")))

    or_above_right_sigmoid(NeuralNet, judge)
