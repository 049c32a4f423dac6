"""Checks of question `backward`: the gradient of every layer, held against numerical derivatives.

The cost is differentiated through the student's own `forward`. Where something below `backward` is wrong, other routes
replace it: the loss by one of ours, the forward pass by the given layers.
"""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np

from autograder.checks.five_points.costs import WeightedCost, squared_errors
from autograder.checks.five_points.networks import (
    Forward,
    asked_for,
    build,
    layers_of,
    planted_forward,
    planted_loss,
    predicted_by,
    up_to_one_hidden_layer,
)
from autograder.checks.five_points.stored_gradients import (
    gradient_name,
    judged_layers,
    stored_gradient,
    storing,
)
from autograder.judge import (
    Asked,
    Chain,
    Layer,
    Wrong,
    agree,
    any_route,
    attribute,
    cases,
    confirmed,
    cost_start,
    equal,
    generator,
    parameter_gradient,
    weights,
    wrong,
)

NETWORKS = {
    "single": (((3, 2), 4), ((2, 1), 5), ((4, 3), 1)),
    "output": (((3, 3, 2), 4), ((2, 4, 3), 5), ((3, 2, 4, 2), 1), ((2, 3, 1), 5)),
    "hidden": (((3, 3, 3, 2), 4), ((2, 4, 1), 5), ((2, 4, 3, 5, 1), 3), ((3, 2, 4, 3), 1)),
}
"""Sizes and number of samples: the only layer, the last one above hidden layers, and the hidden layers.

The first network of the deep ones has layers of one size, so that a layer that is fed the wrong array still fits.
"""


@dataclass(frozen=True)
class _Case:
    """One network, its data, and a cost that is known for each sample.

    Attributes:
        net: the student's network.
        x: `(N, in)`.
        y: `(N, out)`.
        samples: predictions to what each sample adds to the cost, `(N,)`.
        whole: the cost itself, where it is more than the sum over the samples: the student's own one.
    """

    net: Any
    x: np.ndarray
    y: np.ndarray
    samples: Callable[[np.ndarray], np.ndarray]
    whole: Asked | None = None

    def rows(self) -> np.ndarray:
        return self.samples(predicted_by(self.net, self.x, self.y.shape[1]))

    def cost(self) -> Asked:
        return self.whole or asked_for(self.net, self.x, self.y.shape[1], lambda p: self.samples(p).sum())


@confirmed
def backward_gradient(NeuralNetwork: Any, which: str, parameter: str) -> None:
    """The stored gradients of some layers are the derivatives of the cost.

    Args:
        NeuralNetwork: the student's class.
        which: `single`, `output` or `hidden`, see `NETWORKS`.
        parameter: `weight` or `bias`.
    """

    def judge(route: str, forward: Forward | None = None) -> None:
        rng = generator(f"backward-{which}-{parameter}")
        for sizes, n in cases(NETWORKS[which]):
            if forward is None or len(sizes) <= 3:
                _judge(build(NeuralNetwork, rng, sizes), rng, n, which, parameter, route, forward)

    own_forward = [lambda: judge("stated"), lambda: judge("own"), lambda: judge("weighted")]
    given_forward = [
        lambda: judge("stated", up_to_one_hidden_layer),
        lambda: judge("weighted", up_to_one_hidden_layer),
    ]
    if not _own_forward_will_do(NeuralNetwork, which):
        any_route(*own_forward, *given_forward)
        return
    try:
        any_route(*own_forward)
    except Wrong as found:
        if which == "single" and found.evidence is None and not _own_forward_will_do(NeuralNetwork, "hidden"):
            hint = "what `backward` reads in the layers, and whether `forward` leaves it there: a layer's own `forward` does"
            raise Wrong(replace(found.finding, hint=hint)) from None
        raise


def _own_forward_will_do(NeuralNetwork: Any, which: str) -> bool:
    """Whether nothing below `backward` can be blamed on `forward`, so that no other one may stand in for it.

    That is so where the layers have passed on what the predictions come from, and remember it. One that gives the right
    predictions in another way, and leaves nothing in the layers, may be right as well; a `backward` that relies on what the
    layers remember does not go together with it. That slip costs the first aspect, of a network with one layer.
    """
    rng = generator("backward-own-forward")
    try:
        return all(
            _walks_through_layers(build(NeuralNetwork, rng, sizes), weights(rng, n, sizes[0]), which)
            for sizes, n in NETWORKS[which]
        )
    except Exception:  # noqa: BLE001 - whatever is wrong with it: it is wrong
        return False


def _walks_through_layers(net: Any, x: np.ndarray, which: str) -> bool:
    layers = layers_of(net, len(net.layers))
    outputs = len(layers[-1].linear.bias)
    predicted_by(
        net, x[::-1] / 2, outputs
    )  # other points first: a first answer that is kept is no forward pass
    predicted = predicted_by(net, x, outputs)
    if which == "single":
        return agree(predicted, np.array(up_to_one_hidden_layer(net, x)))
    passed_on = x
    for layer in layers:
        right = np.array(layer.act.forward(np.array(layer.linear.forward(passed_on.copy()))))
        remembered = np.asarray(layer.last_input), np.asarray(layer.last_zout)
        if not all(
            found.shape == value.shape and agree(found, value)
            for found, value in zip(remembered, (passed_on, right), strict=True)
        ):
            return False
        passed_on = right
    return agree(predicted, passed_on)


def _judge(
    net: Any,
    rng: np.random.Generator,
    n: int,
    which: str,
    parameter: str,
    route: str,
    forward: Forward | None,
) -> None:
    layers = list(attribute(net, "layers", name="net"))
    x = weights(rng, n, len(layers[0].linear.weight))
    y = rng.uniform(size=(n, len(layers[-1].linear.bias)))
    case = _Case(net, x, y, lambda predicted: squared_errors(y, predicted))
    with ExitStack() as stack:
        if forward is not None:
            stack.enter_context(planted_forward(net, forward))
        if route == "own":
            get_loss = attribute(net, "get_loss", name="net")
            case = _Case(net, x, y, case.samples, Asked(get_loss, (x, y), "get_loss(x, y)"))
        if route == "weighted":
            weighted = WeightedCost(weights(rng, *y.shape), y)
            stack.enter_context(planted_loss(net, weighted.methods()))
            case = _Case(net, x, y, weighted.samples)
        judged = judged_layers(which, len(layers))
        expected = {
            k: parameter_gradient(layers[k].linear, parameter, case.cost(), cost_name="the cost")
            for k in judged
        }
        seen = _seen(case, layers)
        with storing(net, layers, which, x, y):
            for k in judged:
                _stored(case, layers, k, parameter, expected[k], partial(_chain, case, layers, seen))


Seen = list[tuple[Any, Any, Any, Any]]
"""For each layer its last input, pre-activation and output, and its weights."""


def _seen(case: _Case, layers: list[Any]) -> Seen:
    """What the layers remember of a forward pass; read before `backward`, which may change it."""
    case.rows()
    return [
        (layer.last_input, layer.last_zin, layer.last_zout, np.array(layer.linear.weight)) for layer in layers
    ]


def _chain(case: _Case, layers: list[Any], seen: Seen) -> Chain:
    """The network on this batch, seen from its cost."""
    described = [
        Layer(
            *(np.asarray(value, dtype=np.float64) for value in values),
            slope=layer.act.get_gradient,
            moved=np.asarray(layer.linear.weight, dtype=np.float64),
        )
        for layer, values in zip(layers, seen, strict=True)
    ]
    outputs = described[-1].output
    start = cost_start(lambda at: float(case.samples(at).sum()), outputs, case.y)
    return Chain(described, *start)


def _stored(
    case: _Case, layers: list[Any], k: int, parameter: str, expected: np.ndarray, chain: Callable[[], Chain]
) -> None:
    if not np.any(expected):
        wrong(
            f"the cost does not change with the {parameter} of net.layers[{k}].",
            hint="`forward` and `get_loss`",
        )
    n = len(case.x)
    equal(
        stored_gradient(layers, k, parameter),
        expected,
        name=gradient_name(k, parameter),
        axes="(in, out)" if parameter == "weight" else "(out,)",
        factors={
            "batch_not_averaged": n,
            "batch_averaged_twice": 1 / n,
            "missing_mean": case.y.size,
            "missing_factor_two": 0.5,
            "missing_factor_and_mean": case.y.size / 2,
            "divided_by_rows_only": case.y.shape[1],
        },
        product=lambda: chain().weights(k) if parameter == "weight" else chain().biases(k),
        earlier=lambda: _above(layers, k, parameter, chain()),
        hint="`backward`: what this layer gets from the layer above, and what it multiplies it with",
    )


def _above(layers: list[Any], k: int, parameter: str, chain: Chain) -> dict[str, tuple[Any, np.ndarray]]:
    """The gradients of the layers above, and of this layer's bias, which a gradient of the weights rests on."""
    found = {}
    for j in reversed(range(k, len(layers))):
        if j > k or parameter == "weight":
            found[gradient_name(j, "bias")] = (layers[j].linear.bias_grad, chain.biases(j).right)
        if j > k:
            found[gradient_name(j, "weight")] = (layers[j].linear.weight_grad, chain.weights(j).right)
    return found
