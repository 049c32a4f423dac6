"""Checks of question `backward`: the gradient of every layer, held against numerical derivatives.

The cost is differentiated through the student's own `forward`. Where something below `backward` is wrong, other routes
replace it: the loss by one of ours, the forward pass by the given layers.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np

from autograder.causes import diagnosis
from autograder.checks.five_points.costs import WeightedCost, squared_errors
from autograder.checks.five_points.networks import (
    as_method,
    asked_for,
    build,
    layers_of,
    parameters_of,
    predicted_by,
    up_to_one_hidden_layer,
)
from autograder.judge import (
    Asked,
    Chain,
    Layer,
    Wrong,
    agree,
    any_route,
    attribute,
    call,
    cases,
    confirmed,
    cost_start,
    equal,
    generator,
    numerical_gradient,
    parameter_gradient,
    planted,
    weights,
    wrong,
)

BACKWARD = "backward(x, y)"

Forward = Callable[[Any, np.ndarray], Any]  # network, x -> predictions

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
            stack.enter_context(planted(net, forward=as_method(forward, net)))
        if route == "own":
            get_loss = attribute(net, "get_loss", name="net")
            case = _Case(net, x, y, case.samples, Asked(get_loss, (x, y), "get_loss(x, y)"))
        if route == "weighted":
            weighted = WeightedCost(weights(rng, *y.shape), y)
            stack.enter_context(planted(attribute(net, "loss", name="net"), **weighted.methods()))
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


def judged_layers(which: str, depth: int) -> list[int]:
    """Which layers, from the last to the first: a layer is judged when those above it are right."""
    return [depth - 1] if which in ("single", "output") else list(reversed(range(depth - 1)))


@contextmanager
def storing(net: Any, layers: list[Any], which: str, x: np.ndarray, y: np.ndarray) -> Iterator[None]:
    """Call `backward`, let the block judge what it stored, and complain about an exception where it matters.

    An exception on the way down costs the hidden layers, not the last one, whose gradients are stored by then.
    """
    failure = call_backward(net, layers, x, y)
    if failure is not None and which == "hidden" and layers[-2].linear.weight_grad is None:
        raise failure
    yield
    if failure is not None and which == "hidden":
        raise failure


def call_backward(net: Any, layers: list[Any], x: np.ndarray, y: np.ndarray) -> Wrong | None:
    """Call `backward`; what is wrong with the call, if the last layer's gradients are stored all the same.

    A gradient of the wrong shape gets past the given setters: a check can say more about it than they can, and the
    gradients that follow are still stored.
    """
    with ExitStack() as stack:
        for layer in layers:
            stack.enter_context(planted(layer, _same_shape=lambda *shapes: None))
        try:
            call(attribute(net, "backward", name="net"), x, y, name=BACKWARD, returns=False)
        except Wrong as failure:
            last = layers[-1].linear
            if last.weight_grad is None or last.bias_grad is None:
                raise
            return failure
    return None


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


def stored_gradient(layers: list[Any], k: int, parameter: str) -> Any:
    """What `backward` left in a layer; None is explained."""
    gradients = [attribute(layer.linear, f"{parameter}_grad", name="linear") for layer in layers]
    if gradients[k] is not None:
        return gradients[k]
    some = any(gradient is not None for gradient in gradients)
    wrong(
        f"{gradient_name(k, parameter)} is still None after {BACKWARD}.",
        diagnosis=diagnosis("layer_left_out") if some else None,
        hint="" if some else f"whether `set_{parameter}_gradient` is called for each layer",
    )


def gradient_name(k: int, parameter: str) -> str:
    """How the student would write a stored gradient."""
    return f"net.layers[{k}].linear.{parameter}_grad"


@confirmed
def backward_exact(NeuralNetwork: Any, which: str, parameter: str, walk: Forward, predict: Forward) -> None:
    """Tie the stored gradients to the stated network, whatever the student's own forward pass and cost are.

    Args:
        NeuralNetwork: the student's class.
        which: `single`, `output` or `hidden`.
        parameter: `weight` or `bias`.
        walk: a right `forward`, with the network as its first argument.
        predict: the same from plain arrays: a list of pairs (weight, bias) and x.
    """
    networks = (((5, 3), 4), ((1, 2), 1))
    if which != "single":
        # One is deeper than others, one has layers and samples of one size, so that a transposed array fits.
        networks = (
            ((2, 5, 3, 1), 5),
            ((4, 3, 2), 3),
            ((3, 4, 2), 1),
            ((3, 3, 3, 3), 3),
            ((2, 3, 2, 4, 3, 2), 2),
        )

    def judge(weighted_cost: bool, replaced: bool) -> None:
        rng = generator(f"backward-exact-{which}-{parameter}")
        for sizes, n in networks:
            net = build(NeuralNetwork, rng, sizes)
            x, y = weights(rng, n, sizes[0]), rng.uniform(size=(n, sizes[-1]))
            with ExitStack() as stack:
                if replaced:
                    stack.enter_context(planted(net, forward=as_method(walk, net)))
                samples = partial(squared_errors, y)
                if weighted_cost:
                    weighted = WeightedCost(weights(rng, *y.shape), y)
                    samples = weighted.samples
                    stack.enter_context(planted(attribute(net, "loss", name="net"), **weighted.methods()))
                cost = partial(_cost_of, samples, predict, x)
                _judge_exact(net, len(sizes) - 1, which, parameter, x, y, cost)

    any_route(
        lambda: judge(weighted_cost=False, replaced=False),
        lambda: judge(weighted_cost=True, replaced=False),
        lambda: judge(weighted_cost=False, replaced=True),
        lambda: judge(weighted_cost=True, replaced=True),
    )


def _cost_of(
    samples: Callable[[np.ndarray], np.ndarray], predict: Forward, x: np.ndarray, parameters: Any
) -> float:
    return float(samples(predict(parameters, x)).sum())


def _judge_exact(
    net: Any,
    depth: int,
    which: str,
    parameter: str,
    x: np.ndarray,
    y: np.ndarray,
    cost: Callable[[Any], float],
) -> None:
    parameters, layers = parameters_of(net, depth), layers_of(net, depth)
    with storing(net, layers, which, x, y):
        for k in judged_layers(which, depth):
            expected = _derivative(parameters, k, parameter, cost)
            equal(stored_gradient(layers, k, parameter), expected, name=gradient_name(k, parameter))


def _derivative(
    parameters: list[tuple[np.ndarray, np.ndarray]], k: int, parameter: str, cost: Callable[[Any], float]
) -> np.ndarray:
    """Numerical derivative of a cost of plain arrays."""

    def moved_cost(value: np.ndarray) -> float:
        weight, bias = parameters[k]
        layer = (value, bias) if parameter == "weight" else (weight, value)
        return cost([*parameters[:k], layer, *parameters[k + 1 :]])

    return numerical_gradient(moved_cost, parameters[k][0 if parameter == "weight" else 1])
