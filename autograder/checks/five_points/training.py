"""Checks of question `train`: the losses it returns, the steps it takes, and that a network learns.

Two routes lead to a verdict. The first uses the student's own network. The second plants a network on it that knows
one single number: it predicts the same for every point, so its training can be computed in the head.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from autograder.checks.five_points.constant import ConstantNetwork
from autograder.checks.five_points.costs import squared_error
from autograder.checks.five_points.networks import build, layers_of, parameters_of, predicted_by, twin
from autograder.judge import (
    Asked,
    Wrong,
    agree,
    any_route,
    array,
    assign,
    attribute,
    call,
    cases,
    confirmed,
    equal,
    generator,
    kind_of,
    number,
    parameter_gradient,
    planted,
    sequence,
    step_suspects,
    weights,
    wrong,
)

TRAIN = "train(x, y, net, epochs, lr)"

X = np.array([[0.0, 0.0], [1.0, 0.0], [0.0, -1.0], [-1.0, 0.0], [0.0, 1.0]])
Y = np.array([[1.0], [0.0], [0.0], [0.0], [0.0]])

EXACTLY = 1e-7
"""Tolerance where the same steps are taken twice: a learning rate that falls slowly must show within a few epochs."""

LEARNT = 0.02
"""Loss that training must reach; a network that answers 0.2 for every point has 0.16."""

SIZES = (2, 5, 3, 1)


def run(train: Any, x: np.ndarray, y: np.ndarray, net: Any, epochs: int, rate: float) -> tuple[Any, Any]:
    """Call a student's `train`; the network that comes back, and its losses as they are."""
    net, losses = sequence(call(train, x, y, net, epochs, rate, name=TRAIN), 2, name=f"what {TRAIN} returns")
    if isinstance(net, list | tuple | dict | np.ndarray | float):
        wrong(
            f"the first result of {TRAIN} is {kind_of(net)}; the network is expected.",
            hint="the `return` of `train`",
        )
    attribute(net, "layers", name="the first result")
    return net, losses


def read_losses(
    losses: Any,
    epochs: int,
    when: str = "",
    hint: str = "how often a loss is appended, and whether each call begins with an empty list",
) -> np.ndarray:
    """The losses that `train` returned, `(epochs,)`."""
    losses = array(losses, name="losses", integers=epochs == 0 or bool(when))
    if losses.shape != (epochs,):
        wrong(
            f"losses has shape {losses.shape} after {epochs} epochs{when}, expected (epochs,) = ({epochs},).",
            hint=hint,
        )
    return losses


def _no_early_end(train: Any, net: Any, x: np.ndarray) -> None:
    """A network whose loss is 0 from the start is trained for as many epochs as any other."""
    y = predicted_by(net, x, 1)
    losses = run(train, x, y, net, 3, 0.1)[1]
    read_losses(
        losses, 3, " of a network whose loss is 0", "whether anything ends the loop over the epochs early"
    )


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
    epochs = 3
    losses = read_losses(run(train, x, y, twin(NeuralNetwork, start, SIZES), epochs, 0.5)[1], epochs)
    nets = [run(train, x, y, twin(NeuralNetwork, start, SIZES), k, 0.5)[0] for k in range(1, epochs + 1)]
    measured = [measure(net, x, y) for net in (start, *nets)]

    def of_one(i: int) -> np.ndarray:
        return np.array([measure(net, x[[i]], y[[i]]) for net in (start, *nets)])[:-1]

    if measured[0] == measured[1]:
        wrong(f"{TRAIN} does not change the loss.", hint="whether each epoch makes a step")
    slips: dict[str, Any] = {"loss_of_one_sample": lambda: _nearest(losses, [of_one(0), of_one(-1)])}
    _losses_equal(losses, np.array(measured[:-1]), np.array(measured[1:]), slips)
    # With steps that are far too long the losses rise as well: they come in the order of the epochs all the same.
    for rate in (20.0, 100.0):
        losses = read_losses(run(train, x, y, twin(NeuralNetwork, start, SIZES), 6, rate)[1], 6)
        nets = [run(train, x, y, twin(NeuralNetwork, start, SIZES), k, rate)[0] for k in range(1, 7)]
        measured = [measure(net, x, y) for net in (start, *nets)]
        _losses_equal(losses, np.array(measured[:-1]), np.array(measured[1:]))
    _no_early_end(train, twin(NeuralNetwork, start, SIZES), x)


def _nearest(found: np.ndarray, candidates: list[np.ndarray]) -> np.ndarray:
    return min(candidates, key=lambda candidate: float(np.max(np.abs(candidate - found))))


def stated_loss(net: Any, x: np.ndarray, y: np.ndarray) -> float:
    """The stated cost of what a network predicts."""
    return squared_error(y, predicted_by(net, x, y.shape[1]))


def _losses_equal(
    losses: np.ndarray, before: np.ndarray, after: np.ndarray, slips: dict[str, Any] | None = None
) -> None:
    equal(
        losses,
        before,
        name="losses",
        axes="(epochs,)",
        suspects={
            "loss_after_step": after,
            "mean_of_losses_so_far": np.cumsum(before) / np.arange(1, len(before) + 1),
            "sum_of_losses_so_far": np.cumsum(before),
            **(slips or {}),
        },
        hint="which loss is measured, over which points, and when",
    )


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
        start = build(NeuralNetwork, rng, sizes)
        net = twin(NeuralNetwork, start, sizes)
        gradients = _own_gradients(start, x, y)
        for _ in range(2):  # a second walk back replaces the gradients of the first
            call(attribute(net, "backward", name="net"), x, y, name="backward(x, y)", returns=False)
        call(attribute(net, "apply_gradients", name="net"), rate, name="apply_gradients", returns=False)
        moved = zip(_flat(start), _flat(net), gradients, strict=True)
        goes_down = all(agree(after - before, -rate * slope) for before, after, slope in moved)
        return goes_down and all(np.any(slope) for slope in gradients)
    except Exception:  # noqa: BLE001 - whatever is wrong with it: it is wrong
        return False


def _own_steps(train: Any, NeuralNetwork: Any) -> None:
    rng = generator("train-steps")
    sizes = (2, 3, 1)
    # The last steps are far too long: the loss rises, and training goes on.
    for n, rate in cases(((5, 0.3), (4, 0.8), (3, 60.0))):
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
        _moved(start, trained, gradients, -rate, slips)
        # Epochs at once and one after the other end at the same place.
        epochs = 2 if rate < 1 else 7
        twice, _ = run(train, x, y, twin(NeuralNetwork, start, sizes), epochs, rate)
        again = trained
        for _ in range(epochs - 1):
            again, _ = run(train, x, y, twin(NeuralNetwork, again, sizes), 1, rate)
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
                hint="whether each epoch makes one step",
            )


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
        places = [(layer.linear, parameter) for layer in net.layers for parameter in ("weight", "bias")]
        for (linear, parameter), slope in zip(places, slopes, strict=True):
            assign(linear, parameter, np.asarray(getattr(linear, parameter)) - rate * slope)
    return _flat(net)


def _own_gradients(net: Any, x: np.ndarray, y: np.ndarray) -> list[np.ndarray]:
    """Derivatives of the student's own loss, parameter by parameter."""
    return [
        parameter_gradient(layer.linear, parameter, _asked_loss(net, x, y), cost_name="get_loss(x, y)")
        for layer in layers_of(net, 2)
        for parameter in ("weight", "bias")
    ]


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
            hint="`train`: all points, one step in each epoch",
        )


def _named(net: Any) -> Iterator[tuple[str, np.ndarray]]:
    for k, pair in enumerate(parameters_of(net, 2)):
        for parameter, value in zip(("weight", "bias"), pair, strict=True):
            yield f"net.layers[{k}].linear.{parameter}", value


def _flat(net: Any) -> list[np.ndarray]:
    return [value for _, value in _named(net)]


@confirmed
def constant_losses(train: Any, NeuralNetwork: Any) -> None:
    """The losses of a network with one parameter, against the closed form; 0 epochs have none.

    Args:
        train: the student's function.
        NeuralNetwork: the student's class; nothing that it computes is used.
    """
    for constant, x, y, epochs, rate in _constants(NeuralNetwork):
        with constant.planted():
            losses = read_losses(run(train, x, y, constant.net, epochs, rate)[1], epochs)
        expected = constant.losses(epochs + 1, rate)
        _losses_equal(losses, expected[:-1], expected[1:])
        with constant.planted():
            _no_early_end(train, constant.net, x)


@confirmed
def constant_steps(train: Any, NeuralNetwork: Any) -> None:
    """The steps of a network with one parameter, against the closed form; 0 epochs make none.

    Args:
        train: the student's function.
        NeuralNetwork: the student's class; nothing that it computes is used.
    """
    for constant, x, y, epochs, rate in _constants(NeuralNetwork):
        with constant.planted():
            run(train, x, y, constant.net, epochs, rate)
        start = constant.START
        equal(
            constant.value - start,
            constant.values(epochs + 1, rate)[-1] - start,
            name=f"the change of the parameter after {epochs} epochs",
            relative=EXACTLY,
            scale=EXACTLY,
            hint="`train`: all points, one step in each epoch",
        )
    _trained_comes_back(train, NeuralNetwork)


def _trained_comes_back(train: Any, NeuralNetwork: Any) -> None:
    """Where the student's own step moves the parameters, right or wrong, those of the returned network have moved.

    A copy of a network shares the constant network that is planted on it, so that one cannot tell which of the two,
    the copy or the original, came back.
    """
    rng = generator("train-returned")
    x, y = weights(rng, 5, 2), rng.uniform(size=(5, 1))
    start = build(NeuralNetwork, rng, SIZES)
    stepped = twin(NeuralNetwork, start, SIZES)
    try:
        call(attribute(stepped, "backward", name="net"), x, y, name="backward(x, y)", returns=False)
        call(attribute(stepped, "apply_gradients", name="net"), 0.5, name="apply_gradients", returns=False)
        if not _apart(start, stepped):
            return
    except Wrong:
        return  # what `backward` and `apply_gradients` do is judged elsewhere
    net = twin(NeuralNetwork, start, SIZES)
    loss = attribute(net, "loss", name="net")
    # What the loss is, and whether it can be had, is judged elsewhere, too.
    with planted(net, get_loss=lambda x, y: 1.0), planted(loss, forward=lambda y_true, y_pred: 1.0):
        trained, _ = run(train, x, y, net, 2, 0.5)
    if not _apart(start, trained):
        wrong(
            f"the network that {TRAIN} returns has the weights of the start.",
            hint="which network is returned",
        )


def _apart(one: Any, other: Any) -> bool:
    depth = len(SIZES) - 1
    pairs = zip(parameters_of(one, depth), parameters_of(other, depth), strict=True)
    return any(not np.array_equal(a, b) for mine, theirs in pairs for a, b in zip(mine, theirs, strict=True))


def _constants(NeuralNetwork: Any) -> Iterator[tuple[ConstantNetwork, np.ndarray, np.ndarray, int, float]]:
    rng = generator("train-constant")
    for n, epochs, rate in cases(((5, 4, 0.1), (3, 1, 0.3), (4, 0, 0.2), (3, 4, 1.5))):
        x, y = weights(rng, n, 2), rng.uniform(size=(n, 1))
        yield ConstantNetwork(build(NeuralNetwork, rng, SIZES), x, y), x, y, epochs, rate


@confirmed
def train_learns(train: Any, NeuralNetwork: Any) -> None:
    """The five points are learnt, with a fast learning rate from a fixed start."""
    any_route(
        lambda: learns(train, NeuralNetwork, np.random.default_rng(5), 400, 1.0),
        lambda: _constant_learns(train, NeuralNetwork),
    )


@confirmed
def learns(
    train: Any,
    NeuralNetwork: Any,
    rng: np.random.Generator,
    epochs: int,
    rate: float,
    network: Callable[[list[tuple[np.ndarray, np.ndarray]], np.ndarray], np.ndarray] | None = None,
) -> None:
    """Train on the five points; the loss afterwards is computed from `forward`.

    Args:
        train: the student's function.
        NeuralNetwork: the student's class.
        rng: makes the weights at the start.
        epochs: steps to take.
        rate: learning rate.
        network: an examiner's network: weights and biases of all layers, and x, give predictions. With it the trained
            parameters must have learnt the points as well: a table of the labels is no network.
    """
    net = build(NeuralNetwork, rng, SIZES)
    if squared_error(Y, predicted_by(net, X, 1)) <= LEARNT:
        wrong(
            "forward(x) gives the labels of the five points before any training, so that training shows nothing.",
            hint="`forward`: what it gives must come from the weights",
        )
    trained, _ = run(train, X, Y, net, epochs, rate)
    found = [predicted_by(trained, X, 1)]
    if network:
        found.append(network(parameters_of(trained, len(SIZES) - 1), X))
    loss = max(squared_error(Y, predicted) for predicted in found)
    if loss > LEARNT:
        wrong(
            f"after {epochs} epochs at learning rate {rate:g} the loss is {loss:.4f}; less than {LEARNT} is expected.",
            hint="`train`, then `backward`: which of their checks fails first",
            loss=loss,
        )


def _constant_learns(train: Any, NeuralNetwork: Any) -> None:
    constant = ConstantNetwork(build(NeuralNetwork, np.random.default_rng(5), SIZES), X, Y)
    with constant.planted():
        run(train, X, Y, constant.net, 100, 0.25)
        equal(constant.value, constant.best(), name="the parameter after 100 epochs", hint="`train`")
    _trained_comes_back(train, NeuralNetwork)


def _own_loss(net: Any, x: np.ndarray, y: np.ndarray) -> float:
    return number(_asked_loss(net, x, y)(), name="get_loss(x, y)")


def _asked_loss(net: Any, x: np.ndarray, y: np.ndarray) -> Asked:
    return Asked(attribute(net, "get_loss", name="net"), (x, y), "get_loss(x, y)")
