"""Checks of questions `forward` and `get_loss`: from the points to the predictions and to one number."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.checks.five_points.costs import squared_error
from autograder.checks.five_points.networks import (
    FORWARD,
    build,
    layers_of,
    predicted_by,
    right_loss,
)
from autograder.judge import (
    any_route,
    apart,
    attribute,
    call,
    cases,
    confirmed,
    equal,
    generator,
    number,
    planted,
    weights,
    wrong,
)

TIGHT = 1e-6  # neither an epsilon nor a difference quotient is involved

LOSS = "get_loss(x, y)"


@confirmed
def forward_single(NeuralNetwork: Any) -> None:
    """Without hidden layers a network is its one given layer, for a batch and for one sample."""
    rng = generator("forward-single")
    for sizes, n in cases((((3, 2), 4), ((2, 1), 5), ((4, 3), 1))):
        net = build(NeuralNetwork, rng, sizes)
        x = weights(rng, n, sizes[0])
        (layer,) = layers_of(net, 1)
        expected = layer.forward(x.copy())
        _judge(net, x, expected, suspects={"activation_left_out": lambda net=net, x=x: _straight(net, x)})


def _of_other_points(net: Any, x: np.ndarray, y: np.ndarray) -> dict[str, list[np.ndarray]]:
    """The loss where some of the points are not counted."""
    predicted = predicted_by(net, x, y.shape[1])
    rows = range(len(y))

    def over(chosen: list[int]) -> np.ndarray:
        return np.array(squared_error(y[chosen], predicted[chosen]))

    return {
        "one_sample_only": [over([row]) for row in rows],
        "one_sample_left_out": [over([other for other in rows if other != row]) for row in rows],
    }


@confirmed
def forward_deep(NeuralNetwork: Any) -> None:
    """With hidden layers each layer works on what the layer before gave."""
    rng = generator("forward-deep")
    # The first network has one size throughout, so that a layer left out or fed the wrong array still fits.
    networks = (((3, 3, 3, 3), 4), ((2, 4, 3), 5), ((2, 5, 4, 3), 4), ((3, 5, 2), 1), ((3, 2, 5, 1), 1))
    for sizes, n in cases(networks):
        net = build(NeuralNetwork, rng, sizes)
        x = weights(rng, n, sizes[0])
        layers = layers_of(net, len(sizes) - 1)
        suspects = {
            "activation_left_out": lambda net=net, x=x: _straight(net, x),
            "first_activation_everywhere": lambda net=net, x=x: _same_activation(net, x),
        }
        if len(set(sizes)) == 1:
            suspects |= {
                "network_input_everywhere": _through(layers[-1:], x),
                "layer_left_out": [
                    _through(layers[:1], x),
                    *(_through([*layers[:i], *layers[i + 1 :]], x) for i in range(len(layers))),
                ],
            }
        _judge(net, x, _through(layers, x), suspects)


def _through(layers: Sequence[Any], x: np.ndarray) -> np.ndarray:
    """What comes out of some of the network's layers, one after the other."""
    for layer in layers:
        x = np.array(layer.forward(x.copy()))
    return x


def _straight(net: Any, x: np.ndarray) -> np.ndarray:
    """What comes out without any activation function."""
    for layer in net.layers:
        x = np.array(layer.linear.forward(x))
    return x


def _same_activation(net: Any, x: np.ndarray) -> np.ndarray:
    """What comes out when every layer has the activation of the first."""
    layers = list(net.layers)
    for layer in layers:
        x = np.array(layers[0].act.forward(np.array(layer.linear.forward(x))))
    return x


def _judge(net: Any, x: np.ndarray, expected: Any, suspects: dict[str, Any]) -> None:
    expected = np.array(expected)
    # Other points first, as many of them: what is kept from one call must not be the answer of the next.
    predicted_by(net, x[::-1] / 2, expected.shape[1])
    predicted = predicted_by(net, x, expected.shape[1])
    equal(
        predicted,
        expected,
        name=FORWARD,
        axes="(N, out)",
        relative=TIGHT,
        scale=TIGHT,
        suspects=suspects,
        hint="`forward`: which array goes into which layer",
    )


@confirmed
def loss_value(NeuralNetwork: Any) -> None:
    """`get_loss` is the stated cost of what `forward` gives, one number."""
    rng = generator("get_loss-value")
    for sizes, n in cases((((2, 3, 1), 5), ((3, 4, 2), 4), ((2, 2), 1))):
        net = build(NeuralNetwork, rng, sizes)
        x, y = weights(rng, n, sizes[0]), rng.uniform(size=(n, sizes[-1]))
        _judge_loss(net, x, y)
        again = weights(rng, n, sizes[0]), rng.uniform(size=(n, sizes[-1]))
        _judge_loss(net, *again, hint="`get_loss`: what is kept from the call before")


def _judge_loss(
    net: Any,
    x: np.ndarray,
    y: np.ndarray,
    hint: str = "`get_loss`: which two arrays are compared, and in which order",
) -> None:
    loss = attribute(net, "loss", name="net")
    some_prediction = 1.0 - y / 3

    def fits() -> None:
        expected = squared_error(y, predicted_by(net, x, y.shape[1]))
        predicted_by(net, -x, y.shape[1])  # what the layers remember of their last points is not asked for
        value = number(call(attribute(net, "get_loss", name="net"), x, y, name=LOSS), name=LOSS)
        factors = {
            "missing_mean": y.size,
            "mean_over_samples_only": y.shape[1],
            "mean_per_sample_summed": len(y),
        }
        equal(
            value,
            expected,
            name=LOSS,
            relative=TIGHT,
            factors=factors,
            suspects=_of_other_points(net, x, y) if len(y) > 1 else {},
            hint=hint,
        )

    def with_own_forward() -> None:
        predictions = (predicted_by(net, points, y.shape[1]) for points in (x, -x))
        if not apart(*predictions):
            wrong(
                "forward(x) is the same for all points, so that its loss is known beforehand.",
                hint="`forward`",
            )
        any_route(fits, with_right_loss)

    def with_right_loss() -> None:
        with planted(loss, **right_loss()):
            fits()

    def with_some_forward() -> None:
        with planted(net, forward=lambda x: some_prediction.copy()):
            fits()

    def with_both() -> None:
        with planted(net, forward=lambda x: some_prediction.copy()), planted(loss, **right_loss()):
            fits()

    any_route(with_own_forward, with_some_forward, with_both)
