"""Checks of question `logreg_train`: one step of gradient descent on one sample."""

from functools import partial
from typing import Any

import numpy as np

from autograder.checks.softmax_regression.models import (
    AXES,
    FOR_STEP,
    build,
    give_back,
    parameters_of,
    sample_survives,
    stated_gradient_of,
)
from autograder.judge import (
    any_route,
    array,
    attribute,
    blamed_on_earlier_call,
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
    weights,
)


@confirmed
def logreg_step(LogisticRegression: Any, key: str) -> None:
    """`train` moves one parameter by exactly minus the learning rate times its gradient.

    Args:
        LogisticRegression: the student's class.
        key: `W` or `b`.
    """
    rng = generator(f"logreg_train-{key}")
    for inputs, classes, learning_rate in cases(((4, 3, 0.1), (3, 5, 0.7), (5, 2, 0.013))):
        model = build(LogisticRegression, rng, inputs, classes, FOR_STEP)
        y = rng.integers(classes)
        # Two steps of one model: with momentum, or with a learning rate that falls, the first one is plain.
        draw = lambda inputs=inputs, classes=classes: {
            "W": weights(rng, inputs, classes),
            "b": weights(rng, classes),
        }
        x, given = weights(rng, inputs), draw()
        _judge_step(model, key, x, y, learning_rate, given, "one call of train")
        x, given, new = (
            weights(rng, inputs),
            draw(),
            build(LogisticRegression, rng, inputs, classes, FOR_STEP),
        )
        judge = partial(_judge_step, key=key, x=x, y=y, learning_rate=learning_rate, given=given)
        blamed_on_earlier_call(
            partial(judge, model, name="a second call of train"),
            partial(judge, new, name="one call of train"),
        )
        sample_survives(
            lambda x, y=y, model=model, rate=learning_rate: model.train(x, y, rate), model, given, x
        )


def _judge_step(
    model: Any,
    key: str,
    x: np.ndarray,
    y: np.integer,
    learning_rate: float,
    given: dict[str, np.ndarray],
    name: str,
) -> None:
    # Read now, before anything of the student's is called, and given back before each step: a `grad_loss` that changes the
    # model must not choose where the step begins.
    held = parameters_of(model)

    def gradients(x: np.ndarray, y: Any) -> dict[str, np.ndarray]:
        grads = mapping(
            call(model.grad_loss, x, y, name="grad_loss(x, y_true)"), ("W", "b"), name="grad_loss"
        )
        return {
            name: array(grads[name], name=f'grads["{name}"]', shape=held[name].shape, one_sample=True)
            for name in held
        }

    def fits(gradient: np.ndarray) -> None:
        _step_fits(model, key, x, y, learning_rate, gradient, held, name)

    def own_gradient() -> None:
        fits(of_its_sample(gradients, x, y, len(held["b"]))[key])

    def given_gradient() -> None:
        # Where `grad_loss` is wrong, the step may still be right: `train` then follows any gradient. Like a real one, this
        # gradient changes with the parameters, so it shows whether both steps follow the gradient of one place; and with the
        # sample and its class, so it shows whether they are handed over.
        def grad_loss(x: Any, y_true: Any) -> dict[str, np.ndarray]:
            reached = float(np.sum(model.W) + np.sum(model.b)) + handed_over(x, y_true, len(given["W"]))
            return {name: value + 0.1 * reached for name, value in given.items()}

        give_back(model, held)
        with planted(model, grad_loss=grad_loss):
            fits(grad_loss(x, y)[key])

    def stated_gradient() -> None:
        # A `train` that knows how to read its own `grad_loss`, whatever that returns, may move as the text says.
        fits(stated_gradient_of(held, key, x, y))

    any_route(own_gradient, given_gradient, stated_gradient)


def _step_fits(
    model: Any,
    key: str,
    x: np.ndarray,
    y: np.integer,
    rate: float,
    gradient: np.ndarray,
    held: dict[str, np.ndarray],
    step: str,
) -> None:
    give_back(model, held)
    before = held[key]
    call(model.train, x, y, rate, name="train(x, y, learning_rate)", returns=False)
    after = array(attribute(model, key, name="model"), name=f"model.{key}", shape=before.shape)
    (other,) = held.keys() - {key}

    def moved() -> np.ndarray:
        late = held | {other: held[other] - rate * stated_gradient_of(held, other, x, y)}
        return stated_gradient_of(late, key, x, y)

    equal(
        after - before,
        -rate * gradient,
        name=f"the change of {key} in {step}",
        axes=AXES[key],
        suspects=step_suspects(before, gradient, rate, moved=moved),
        units={"the learning rate": rate},
        multiples={"fixed_step": -gradient},
        added={"the parameter itself": before},
        hint="`train`: one plain step of gradient descent",
    )
