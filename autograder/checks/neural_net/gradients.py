"""Checks of question `neural_net`, backward: the four gradients."""

from collections.abc import Callable
from typing import Any

import numpy as np
import scipy.special

from autograder.checks.neural_net.models import (
    AXES,
    PARAMETERS,
    Point,
    answering,
    factors,
    make,
    not_constant,
    own_function,
)
from autograder.checks.neural_net.repeated import gradient_follows_its_sample
from autograder.checks.neural_net.sigmoid import or_above_right_sigmoid, slopes
from autograder.judge import (
    Asked,
    any_route,
    array,
    call,
    cases,
    confirmed,
    equal,
    generator,
    log_loss,
    mapping,
    parameter_gradient,
    planted,
    weights,
    wrong,
)

NAME = "grad_loss(x, y_true)"
WAY_BACK = ("b_o", "W_o", "b_h", "W_h")
SIZES = ((4, 5, 3), (3, 2, 5), (2, 4, 3))


@confirmed
def network_gradient(NeuralNet: Any, dsigmoid: Any, key: str) -> None:
    """One entry of what `grad_loss` returns is the derivative of the loss with respect to that parameter.

    Args:
        NeuralNet: the student's class.
        dsigmoid: the student's derivative of the sigmoid; where it is wrong, the gradient may still be right with it.
        key: `W_h`, `b_h`, `W_o` or `b_o`.
    """

    def judge() -> None:
        rng = generator(f"neural_net-grad_{key}")
        gradient_follows_its_sample(NeuralNet, key, rng)
        for sizes in cases(SIZES):
            model, parameters = make(NeuralNet, sizes, rng)
            x, y = weights(rng, sizes[0]), rng.integers(sizes[2])
            _judge_gradient(model, parameters, dsigmoid, key, x, y, rng)

    or_above_right_sigmoid(NeuralNet, judge)


def _judge_gradient(
    model: Any,
    parameters: dict[str, np.ndarray],
    dsigmoid: Any,
    key: str,
    x: np.ndarray,
    y: np.integer,
    rng: np.random.Generator,
) -> None:
    any_route(
        lambda: _fits(model, key, x, y, Asked(model.loss, (x, y), "loss(X, y)")),
        # Where the loss is wrong, the gradient may still be that of the cost which the text states.
        lambda: _fits(model, key, x, y, _stated_cost(model, parameters, x, y)),
        # Where the forward pass is wrong, or the derivative of the sigmoid.
        lambda: _fits_stated_cost(model, parameters, dsigmoid, key, rng),
    )


@confirmed
def gradient_of_stated_cost(NeuralNet: Any, dsigmoid: Any, key: str, rng: np.random.Generator) -> None:
    """Tie the gradient to the stated cost of the stated network, whatever the student's own cost is.

    Args:
        NeuralNet: the student's class.
        dsigmoid: the student's derivative of the sigmoid.
        key: the parameter.
        rng: makes parameters and samples.
    """

    def judge() -> None:
        for sizes in cases(((3, 4, 2), (5, 3, 4), (4, 4, 4), (2, 5, 6))):
            model, parameters = make(NeuralNet, sizes, rng)
            _fits_stated_cost(model, parameters, dsigmoid, key, rng)

    or_above_right_sigmoid(NeuralNet, judge)


def _fits(model: Any, key: str, x: np.ndarray, y: np.integer, cost: Asked) -> None:
    expected = parameter_gradient(model, key, cost)
    if not np.any(np.abs(expected) > 1e-9):
        wrong(f"the loss does not change when {key} changes.", hint="`forward_keep_activations` and `loss`")
    _same(model, key, x, y, expected)


def _same(model: Any, key: str, x: np.ndarray, y: np.integer, expected: np.ndarray) -> None:
    grads = mapping(call(model.grad_loss, x, y, name=NAME), PARAMETERS, name=NAME)
    equal(
        grads[key],
        expected,
        name=f'grads["{key}"]',
        axes=AXES[key],
        one_sample=True,
        product=lambda: factors(model, key, x[None], y),
        places={"those of the true class": np.arange(expected.shape[-1]) == y} if key.endswith("_o") else {},
        earlier=lambda: _before(model, key, x, y, grads),
        hint="`grad_loss`: which path leads from this parameter to the cost, and one factor for each step of it",
    )


def _before(
    model: Any, key: str, x: np.ndarray, y: np.integer, grads: dict[str, Any]
) -> dict[str, tuple[Any, np.ndarray]]:
    """What comes before a gradient on the way back."""
    before = WAY_BACK[: WAY_BACK.index(key)]
    return {f'grads["{other}"]': (grads[other], factors(model, other, x[None], y).right) for other in before}


def _fits_stated_cost(
    model: Any, parameters: dict[str, np.ndarray], dsigmoid: Any, key: str, rng: np.random.Generator
) -> None:
    """The gradient at activations that the check chose, with the student's forward pass or without it."""
    point = Point.choose(model, parameters, rng)
    expected = point.gradient(key)

    def with_own_derivative() -> None:
        # A wrong dsigmoid has cost its own aspect; the gradient follows it, unit by unit.
        derivative = own_function(dsigmoid, "dsigmoid(X)")(point.z_h)
        if np.any(np.abs(derivative) < 1e-6):
            wrong("dsigmoid is zero, so nothing can be judged with it.", hint="dsigmoid")
        not_constant(derivative)
        _same(
            model, key, point.x, point.label, expected * derivative / slopes(scipy.special.expit, point.z_h)
        )

    def with_chosen_activations(judge: Callable[[], None]) -> None:
        with planted(
            model,
            forward=answering(point.x, lambda: point.y.copy()),
            forward_keep_activations=answering(point.x, lambda: point.activations),
        ):
            judge()

    def plain() -> None:
        _same(model, key, point.x, point.label, expected)

    routes = [plain, lambda: with_chosen_activations(plain)]
    if key in ("W_h", "b_h"):
        routes += [with_own_derivative, lambda: with_chosen_activations(with_own_derivative)]
    any_route(*routes)


def _stated_cost(model: Any, parameters: dict[str, np.ndarray], x: np.ndarray, y: np.integer) -> Asked:
    """The stated cost of what the student's network predicts."""
    name, shape = "forward(X)", parameters["b_o"].shape

    def read(found: Any) -> float:
        return log_loss(array(found, name=name, shape=shape, axes="(C,)", one_sample=True), y)

    return Asked(model.forward, (x,), name, read)
