"""Checks of question `neural_net`: the training step."""

from typing import Any

import numpy as np

from autograder.causes import diagnosis
from autograder.checks.neural_net.gradients import NAME, SIZES
from autograder.checks.neural_net.models import AXES, PARAMETERS, Point, make, put, sigmoid_slope
from autograder.judge import (
    Wrong,
    agree,
    any_route,
    array,
    attribute,
    call,
    cases,
    confirmed,
    equal,
    generator,
    handed_over,
    mapping,
    of_its_sample,
    planted,
    step_suspects,
    unchanged,
    weights,
    wrong,
)

TRAIN = "train(x, y, learning_rate)"
LAST_LAYER_FIRST = ("W_o", "b_o", "W_h", "b_h")
LARGE = 400.0  # entries of a sample that make entries of the gradient of order 10


@confirmed
def network_train(NeuralNet: Any) -> None:
    """`train` moves each of the four parameters by exactly minus the learning rate times its gradient."""
    rng = generator("neural_net-train")
    for sizes, learning_rate in cases(list(zip(SIZES, (0.1, 0.7, 0.013), strict=True))):
        model, parameters = make(NeuralNet, sizes, rng)
        x, y = weights(rng, sizes[0]), rng.integers(sizes[2])
        _judge_step(model, parameters, x, y, learning_rate, rng)
    # The rule is the same for samples that are classified right already, and for gradients with large entries.
    for sizes, size in ((SIZES[0], 1.0), (SIZES[2], LARGE)):
        model, parameters = make(NeuralNet, sizes, rng)
        for sure in (True, False):
            point = Point.choose(model, parameters, rng, size=size, sure=sure)
            biases = {name: _parameter(model, name) for name in ("b_h", "b_o")}
            _judge_step(model, parameters | biases, point.x, point.label, 0.1, rng, size=size, sure=sure)
    _leaves_sample(NeuralNet, rng)


def _leaves_sample(NeuralNet: Any, rng: np.random.Generator) -> None:
    """The sample is a row of the training set, which the next epoch needs as it was."""
    model, _ = make(NeuralNet, SIZES[0], rng)
    x = weights(rng, SIZES[0][0])
    given = x.copy()
    try:
        # Called without our copy: this call asks whether the caller's array survives.
        call(lambda: model.train(given, np.int64(0), 0.1), name=TRAIN, returns=False)
    except Wrong:
        return  # what `train` calls fails, which has cost its own aspect
    unchanged(given, x, name="x")


def _judge_step(
    model: Any,
    parameters: dict[str, np.ndarray],
    x: np.ndarray,
    y: np.integer,
    rate: float,
    rng: np.random.Generator,
    *,
    size: float = 1.0,
    sure: bool | None = None,
) -> None:
    where = "" if sure is None else f" for a sample that is classified {'right' if sure else 'wrong'}"
    where += ", with large entries" if size > 1 else ""
    given = {name: size * weights(rng, *value.shape) for name, value in parameters.items()}
    any_route(
        lambda: _step_of_own_gradient(model, parameters, x, y, rate, where),
        # Where the gradient is wrong, the step may still be right: `train` follows any gradient.
        lambda: _step_of_given(model, parameters, x, y, rate, given, where),
        # A `train` that finds its gradients itself is right when these are.
        lambda: _step_of_stated_cost(model, parameters, rate, rng, size, sure, where),
    )


def _step_of_own_gradient(
    model: Any, parameters: dict[str, np.ndarray], x: np.ndarray, y: np.integer, rate: float, where: str
) -> None:
    def gradients(x: np.ndarray, y: Any) -> dict[str, np.ndarray]:
        grads = mapping(call(model.grad_loss, x, y, name=NAME), PARAMETERS, name=NAME)
        return {
            name: array(grad, name=f'grads["{name}"]', shape=parameters[name].shape, one_sample=True)
            for name, grad in grads.items()
        }

    found = of_its_sample(gradients, x, y, len(parameters["b_o"]))
    _step_fits(model, parameters, x, y, rate, dict(found), where)


def _step_of_given(
    model: Any,
    parameters: dict[str, np.ndarray],
    x: np.ndarray,
    y: np.integer,
    rate: float,
    given: dict[str, np.ndarray],
    where: str,
) -> None:
    before = sum(float(np.sum(value)) for value in parameters.values())

    def grad_loss(x: np.ndarray, y_true: Any) -> dict[str, np.ndarray]:
        # Another gradient as soon as a parameter has moved: a step must not mix gradients from before and after. And another
        # one for every sample and class, so that it shows whether they are handed over.
        moved = _sum_of_parameters(model) - before
        told = handed_over(x, y_true, len(given["W_h"]))
        return {name: value * (1.0 + moved) + 0.1 * told for name, value in given.items()}

    _give_back(model, parameters)
    with planted(model, grad_loss=grad_loss):
        _step_fits(model, parameters, x, y, rate, grad_loss(x, y), where)


def _sum_of_parameters(model: Any) -> float:
    return sum(float(np.sum(_parameter(model, name))) for name in PARAMETERS)


def _step_of_stated_cost(
    model: Any,
    parameters: dict[str, np.ndarray],
    rate: float,
    rng: np.random.Generator,
    size: float,
    sure: bool | None,
    where: str,
) -> None:
    _give_back(model, parameters)
    point = Point.choose(model, parameters, rng, size=size, sure=sure)
    before = {name: _parameter(model, name) for name in PARAMETERS}  # with the biases of the point
    gradients = {name: point.gradient(name) for name in PARAMETERS}
    _step_fits(model, before, point.x, point.label, rate, gradients, where)


def _give_back(model: Any, parameters: dict[str, np.ndarray]) -> None:
    """A `grad_loss` that changes the model must not choose where the step begins."""
    for name, value in parameters.items():
        put(model, name, value)


def _step_fits(
    model: Any,
    before: dict[str, np.ndarray],
    x: np.ndarray,
    y: np.integer,
    rate: float,
    gradients: dict[str, np.ndarray],
    where: str,
) -> None:
    first = _changes(model, before, x, y, rate)
    for name, gradient in gradients.items():
        change = first[name]
        equal(
            change,
            -rate * gradient,
            name=f"the change of {name} in one call of train{where}",
            axes=AXES[name],
            suspects=step_suspects(before[name], gradient, rate)
            | {
                "gradient_after_other_steps": lambda name=name, change=change: min(
                    _late_steps(model, x, y, rate, gradients, before, name),
                    key=lambda step: float(np.max(np.abs(step - change))),
                )
            },
            multiples={"fixed_step": -gradient},
            added={"the parameter itself": before[name]},
            units={"the learning rate": rate},
            hint="`train`: one plain step of gradient descent, with gradients from before the step",
        )
    for name, change in _changes(model, before, x, y, rate).items():
        if not agree(change, first[name]):
            wrong(
                f"the change of {name} in a second call of train, from the same parameters, is another one.",
                diagnosis=diagnosis("kept_from_earlier_call"),
            )


def _changes(
    model: Any, before: dict[str, np.ndarray], x: np.ndarray, y: np.integer, rate: float
) -> dict[str, np.ndarray]:
    """What one call of train makes of the four parameters."""
    _give_back(model, before)
    call(model.train, x, y, rate, name=TRAIN, returns=False)
    return {name: _parameter(model, name) - before[name] for name in PARAMETERS}


def _late_steps(
    model: Any,
    x: np.ndarray,
    y: np.integer,
    rate: float,
    gradients: dict[str, np.ndarray],
    before: dict[str, np.ndarray],
    name: str,
) -> list[np.ndarray]:
    """Steps of one parameter that come too late: all others have moved, or those that come before it in a natural order.

    And, for the hidden layer, the step where only the way back meets weights that have moved already.
    """
    after = {other: _parameter(model, other) for other in PARAMETERS}
    steps = []
    try:
        for other in PARAMETERS:
            put(model, other, before[other] - rate * gradients[other] * (other != name))
        steps.append(-rate * np.asarray(call(model.grad_loss, x, y, name=NAME)[name]))
        for order in (PARAMETERS, LAST_LAYER_FIRST):
            _give_back(model, before)
            for other in order[: order.index(name)]:
                gradient = np.asarray(call(model.grad_loss, x, y, name=NAME)[other])
                put(model, other, before[other] - rate * gradient)
            steps.append(-rate * np.asarray(call(model.grad_loss, x, y, name=NAME)[name]))
    finally:
        _give_back(model, after)
    if name in ("W_h", "b_h"):
        slope = sigmoid_slope(x @ before["W_h"] + before["b_h"])
        late = (before["W_o"] - rate * gradients["W_o"]) @ gradients["b_o"] * slope
        steps.append(-rate * (late if name == "b_h" else np.outer(x, late)))
    return [step for step in steps if step.shape == before[name].shape]


def _parameter(model: Any, name: str) -> np.ndarray:
    return array(attribute(model, name, name="model"), name=f"model.{name}")
