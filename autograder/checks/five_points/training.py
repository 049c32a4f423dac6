"""Checks of question `train`: the losses it returns, and the steps it takes.

The student's own network is trained, and held against what it says of itself: the loss that it measures, and the
derivatives of that loss. Where it is wrong, a constant network is trained in its place (`constant_training`).
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from autograder.causes import diagnosis
from autograder.checks.five_points.constant_training import constant_losses, constant_steps
from autograder.checks.five_points.costs import squared_error
from autograder.checks.five_points.networks import build, layers_of, parameters_of, predicted_by, twin
from autograder.checks.five_points.training_runs import (
    EXACTLY,
    SIZES,
    TRAIN,
    losses_equal,
    losses_of,
    no_early_end,
    run,
    step_by_hand,
)
from autograder.judge import (
    Asked,
    agree,
    any_route,
    assign,
    attribute,
    call,
    cases,
    confirmed,
    equal,
    generator,
    number,
    parameter_gradient,
    step_suspects,
    weights,
    wrong,
)

LONG_STEPS = ((3, 60.0), (4, 20.0), (3, 100.0), (5, 60.0), (4, 200.0), (3, 20.0))
"""Samples and rates that are far too large: the loss rises sooner or later, and training goes on. One such rise is enough."""


@confirmed
def train_losses(train: Any, NeuralNetwork: Any) -> None:
    """One loss for each epoch, measured over all points before the step."""
    any_route(
        lambda: losses_before_steps(train, NeuralNetwork, _own_loss),
        lambda: constant_losses(train, NeuralNetwork),
    )


@confirmed
def losses_before_steps(
    train: Any, NeuralNetwork: Any, measure: Callable[[Any, np.ndarray, np.ndarray], float]
) -> None:
    """Training for k epochs ends where the loss of the next epoch is measured.

    Args:
        train: the student's function.
        NeuralNetwork: the student's class.
        measure: takes a network, x and y, returns the loss.
    """
    rng = generator("train-losses")
    x, y = weights(rng, 6, 2), rng.uniform(size=(6, 1))
    start = build(NeuralNetwork, rng, SIZES)

    def trained(epochs: int, rate: float) -> tuple[np.ndarray, list[Any], np.ndarray]:
        """The losses, the network at the start and after each epoch, and what is measured of these networks."""
        losses = losses_of(train, x, y, twin(NeuralNetwork, start, SIZES), epochs, rate)
        nets = [start]
        for k in range(1, epochs + 1):
            nets.append(run(train, x, y, twin(NeuralNetwork, start, SIZES), k, rate)[0])
        return losses, nets, np.array([measure(net, x, y) for net in nets])

    losses, nets, measured = trained(3, 0.5)

    def of_one(i: int) -> np.ndarray:
        return np.array([measure(net, x[[i]], y[[i]]) for net in nets])[:-1]

    if measured[0] == measured[1]:
        wrong(f"{TRAIN} does not change the loss.", hint="whether each epoch makes a step")
    slips: dict[str, Any] = {"loss_of_one_sample": lambda: _nearest(losses, [of_one(0), of_one(-1)])}
    losses_equal(losses, measured, slips)
    # With steps that are far too long the losses rise as well: they come in the order of the epochs all the same.
    for rate in (20.0, 100.0):
        losses, _, measured = trained(6, rate)
        losses_equal(losses, measured)
    no_early_end(train, twin(NeuralNetwork, start, SIZES), x)


def _nearest(found: np.ndarray, candidates: list[np.ndarray]) -> np.ndarray:
    return min(candidates, key=lambda candidate: float(np.max(np.abs(candidate - found))))


def stated_loss(net: Any, x: np.ndarray, y: np.ndarray) -> float:
    """The stated cost of what a network predicts."""
    return squared_error(y, predicted_by(net, x, y.shape[1]))


@confirmed
def train_steps(train: Any, NeuralNetwork: Any) -> None:
    """Each epoch is one step of gradient descent over all points; epochs add up."""
    any_route(
        lambda: _own_steps(train, NeuralNetwork),
        *([] if _own_network_will_do(NeuralNetwork) else [lambda: constant_steps(train, NeuralNetwork)]),
    )


def _own_network_will_do(NeuralNetwork: Any) -> bool:
    """Whether one step of the student's network goes down its own loss, so that no other one may stand in for it."""
    rng = generator("train-own-network")
    sizes, rate = (2, 3, 1), 0.4
    x, y = weights(rng, 4, 2), rng.uniform(size=(4, 1))
    try:
        net = build(NeuralNetwork, rng, sizes)
        for walks_back in (
            2,
            1,
        ):  # the second walk replaces the gradients of the first; the second step is as plain
            start = twin(NeuralNetwork, net, sizes)
            gradients = _own_gradients(start, x, y)
            step_by_hand(net, x, y, rate, walks_back)
            moved = zip(_flat(start), _flat(net), gradients, strict=True)
            goes_down = all(agree(after - before, -rate * slope) for before, after, slope in moved)
            if not goes_down or not all(np.any(slope) for slope in gradients):
                return False
        given = x.copy(), y.copy()
        call(lambda: net.backward(*given), name="backward(x, y)", returns=False)
        return np.array_equal(given[0], x) and np.array_equal(given[1], y)
    except Exception:  # noqa: BLE001 - whatever is wrong with it: it is wrong
        return False


def _own_steps(train: Any, NeuralNetwork: Any) -> None:
    rng = generator("train-steps")
    sizes = (2, 3, 1)
    rises = False
    for n, rate in (*cases(((5, 0.3), (4, 0.8))), *LONG_STEPS):
        if rises:
            break
        x, y = weights(rng, n, 2), rng.uniform(size=(n, 1))
        start = build(NeuralNetwork, rng, sizes)
        gradients = _own_gradients(start, x, y)
        trained, _ = run(train, x, y, twin(NeuralNetwork, start, sizes), 1, rate)
        slips = {
            "one_sample_only": lambda s=start, x=x, y=y, r=rate: _walked(NeuralNetwork, s, x, y, r, [[0]]),
            "step_after_each_sample": lambda s=start, x=x, y=y, r=rate: _walked(
                NeuralNetwork, s, x, y, r, [[i] for i in range(len(x))]
            ),
            "one_step_too_many": lambda s=start, x=x, y=y, r=rate: _walked(
                NeuralNetwork, s, x, y, r, [range(len(x))] * 2
            ),
        }
        if rate < 1:
            two = lambda s=start, x=x, y=y, r=rate: run(train, x, y, twin(NeuralNetwork, s, sizes), 2, r)[0]
            _as_many_as_asked(start, trained, two, gradients, -rate)
        _moved(start, trained, gradients, -rate, slips)
        # Epochs at once and one after the other end at the same place.
        epochs = 2 if rate < 1 else 7
        twice, _ = run(train, x, y, twin(NeuralNetwork, start, sizes), epochs, rate)
        nets = [trained]
        for _ in range(epochs - 1):
            nets.append(run(train, x, y, twin(NeuralNetwork, nets[-1], sizes), 1, rate)[0])
        again, own_losses = nets[-1], [stated_loss(net, x, y) for net in nets]
        rises = rate > 1 and own_losses[-1] > min(own_losses)
        ends = zip(_flat(trained), _flat(again), _flat(twice), strict=True)
        for (once, one, two), (name, before) in zip(ends, _named(start), strict=True):
            equal(
                two - before,
                one - before,
                name=f"the change of {name} in {'two' if epochs == 2 else epochs} epochs",
                relative=EXACTLY,
                scale=EXACTLY,
                suspects={
                    "gradient_of_first_step": lambda once=once, before=before: 2 * (once - before),
                    "one_step_for_all_epochs": once - before,
                }
                if epochs == 2
                else {},
                terms={"the first step": once - before, "the second step": one - once} if epochs == 2 else {},
                hint="whether each epoch makes one step",
            )


def _as_many_as_asked(
    start: Any, one: Any, two: Callable[[], Any], gradients: list[np.ndarray], factor: float
) -> None:
    """Where one epoch moves nothing and two epochs make one step, a step is stored, and one is missing."""
    before = _flat(start)
    if any(np.any(after != was) for was, after in zip(before, _flat(one), strict=True)):
        return
    moved = zip(before, _flat(two()), gradients, strict=True)
    if all(agree(after - was, factor * slope) for was, after, slope in moved):
        fact = f"{TRAIN} moves nothing in one epoch, and makes one step in two."
        wrong(fact, diagnosis=diagnosis("one_step_too_few"))


def _walked(
    NeuralNetwork: Any,
    start: Any,
    x: np.ndarray,
    y: np.ndarray,
    rate: float,
    batches: Sequence[Sequence[int]],
) -> list[np.ndarray]:
    """Where a walk down the student's own loss ends that takes a step for each of some batches of samples."""
    net = twin(NeuralNetwork, start, (x.shape[1], len(start.layers[0].linear.bias), y.shape[1]))
    for rows in batches:
        slopes = _own_gradients(net, x[list(rows)], y[list(rows)])
        for (linear, parameter), slope in zip(_places(net), slopes, strict=True):
            assign(linear, parameter, np.asarray(getattr(linear, parameter)) - rate * slope)
    return _flat(net)


def _own_gradients(net: Any, x: np.ndarray, y: np.ndarray) -> list[np.ndarray]:
    """Derivatives of the student's own loss, parameter by parameter."""
    return [
        parameter_gradient(linear, parameter, _asked_loss(net, x, y), cost_name="get_loss(x, y)")
        for linear, parameter in _places(net)
    ]


def _places(net: Any) -> list[tuple[Any, str]]:
    """Where the parameters of a network stand: the linear part of a layer, and a name."""
    return [(layer.linear, parameter) for layer in layers_of(net, 2) for parameter in ("weight", "bias")]


def _moved(
    start: Any,
    trained: Any,
    gradients: list[np.ndarray],
    factor: float,
    slips: dict[str, Callable[[], list[np.ndarray]]],
) -> None:
    """Require that every parameter moved by `factor` times its gradient."""
    if not any(np.any(gradient) for gradient in gradients):
        wrong("get_loss(x, y) does not change with the weights, so a step proves nothing.", hint="`get_loss`")
    for k, ((name, before), after) in enumerate(zip(_named(start), _flat(trained), strict=True)):
        equal(
            after - before,
            factor * gradients[k],
            name=f"the change of {name} in one epoch",
            suspects=step_suspects(before, gradients[k], -factor)
            | {
                cause: lambda k=k, before=before, ends=ends: ends()[k] - before
                for cause, ends in slips.items()
            },
            multiples={"fixed_step": -gradients[k]},
            units={"the learning rate": -factor},
            hint="`train`: all points, one step in each epoch",
        )


def _named(net: Any) -> Iterator[tuple[str, np.ndarray]]:
    for k, pair in enumerate(parameters_of(net, 2)):
        for parameter, value in zip(("weight", "bias"), pair, strict=True):
            yield f"net.layers[{k}].linear.{parameter}", value


def _flat(net: Any) -> list[np.ndarray]:
    return [value for _, value in _named(net)]


def _own_loss(net: Any, x: np.ndarray, y: np.ndarray) -> float:
    return number(_asked_loss(net, x, y)(), name="get_loss(x, y)")


def _asked_loss(net: Any, x: np.ndarray, y: np.ndarray) -> Asked:
    return Asked(attribute(net, "get_loss", name="net"), (x, y), "get_loss(x, y)")
