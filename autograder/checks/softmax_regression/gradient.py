"""Checks of question `logreg_grad`: what `grad_loss` returns, held against the student's own cost and the stated one."""

from typing import Any

import numpy as np
import scipy.special

from autograder.checks.softmax_regression.models import (
    AXES,
    FOR_GRADIENT,
    build,
    give_back,
    parameters_of,
    sample_survives,
    stated_gradient_of,
    with_right_forward,
)
from autograder.judge import (
    Asked,
    Chain,
    Layer,
    Product,
    any_route,
    array,
    blamed_on_earlier_call,
    call,
    cases,
    confirmed,
    equal,
    generator,
    log_loss,
    mapping,
    parameter_gradient,
    softmax_start,
    weights,
    wrong,
)


@confirmed
def logreg_gradient(LogisticRegression: Any, key: str) -> None:
    """One entry of what `grad_loss` returns is the derivative of the loss with respect to that parameter.

    Args:
        LogisticRegression: the student's class.
        key: `W` or `b`.
    """
    rng = generator(f"logreg_grad-{key}")
    for inputs, classes in cases(((4, 3), (3, 5), (5, 2))):
        model = build(LogisticRegression, rng, inputs, classes, FOR_GRADIENT)
        x, y = weights(rng, inputs), rng.integers(classes)
        before = _judge_gradient(model, key, x, y)
        # The same model again: other parameters, another class, and a sample with entries as large as a pixel's that is
        # seldom dark. What a model keeps from the first call, or what is cut off at some size, shows here.
        other = {"W": 0.15 * weights(rng, inputs, classes), "b": 0.5 * weights(rng, classes)}
        give_back(model, other)
        sample = 5 * weights(rng, inputs), (y + 1) % classes
        new = build(LogisticRegression, rng, inputs, classes, FOR_GRADIENT)
        give_back(new, other)
        blamed_on_earlier_call(
            lambda model=model, sample=sample, before=before: _judge_gradient(model, key, *sample, before),
            lambda new=new, sample=sample: _judge_gradient(new, key, *sample),
        )
        sample_survives(lambda x, y=y, model=model: model.grad_loss(x, y), model, None, x)


def _judge_gradient(
    model: Any, key: str, x: np.ndarray, y: np.integer, before: np.ndarray | None = None
) -> np.ndarray:
    """Judge one call of `grad_loss`, and return what is expected of it."""
    held = parameters_of(model)

    def stated_cost() -> Asked:
        return Asked(model.forward, (x,), "forward(X)", lambda found: log_loss(_probabilities(found), y))

    def fits(cost: Asked) -> None:
        _gradient_is(model, key, x, y, parameter_gradient(model, key, cost), before)

    any_route(
        lambda: fits(Asked(model.loss, (x, y), "loss(X, y)")),
        # Where `nll` is wrong, the gradient may still be that of the cost which the text states.
        lambda: fits(stated_cost()),
        lambda: with_right_forward(model, lambda: fits(stated_cost())),
    )
    return stated_gradient_of(held, key, x, y)


@confirmed
def gradient_of_stated_cost(LogisticRegression: Any, key: str, rng: np.random.Generator) -> None:
    """Tie the gradient to the stated cost of the stated model, whatever the student's own cost is.

    Args:
        LogisticRegression: the student's class.
        key: `W` or `b`.
        rng: makes the parameters and samples.
    """
    for inputs, classes in cases(((3, 4), (6, 3), (2, 2))):
        model = build(LogisticRegression, rng, inputs, classes, FOR_GRADIENT)
        _judge_tie(model, key, weights(rng, inputs), rng.integers(classes))


def _judge_tie(model: Any, key: str, x: np.ndarray, y: np.integer) -> None:
    # Read now, before anything of the student's is called: what is expected rests on what the model was given.
    held = parameters_of(model)
    expected = stated_gradient_of(held, key, x, y)

    def judge() -> None:
        _gradient_is(model, key, x, y, expected)

    any_route(judge, lambda: with_right_forward(model, judge))


def _gradient_is(
    model: Any,
    key: str,
    x: np.ndarray,
    y: np.integer,
    expected: np.ndarray,
    of_call_before: np.ndarray | None = None,
) -> None:
    name = "grad_loss(x, y_true)"
    again = of_call_before is not None
    before = array(getattr(model, key), name=f"model.{key}")
    grads = mapping(call(model.grad_loss, x, y, name=name), ("W", "b"), name=name)
    after = array(getattr(model, key), name=f"model.{key}", shape=before.shape)
    if not np.allclose(after, before, rtol=1e-9, atol=1e-9):
        wrong(f"{name} changes {key} of the model.", hint=f"where {key} is assigned: `train` makes the step")
    equal(
        grads[key],
        expected,
        name=f'grads["{key}"]' + (" of a second call on the same model" if again else ""),
        axes=AXES[key],
        one_sample=True,
        suspects={"gradient_accumulated": of_call_before + expected} if again else {},
        product=lambda: _factors(model, key, x, y),
        places={"those of the true class": np.arange(expected.shape[-1]) == y},
        hint="`grad_loss`: what is kept from the call before, and what becomes of larger numbers"
        if again
        else "`grad_loss`: how the cost changes with the logits, and how each logit changes with this parameter",
    )


def _factors(model: Any, key: str, x: np.ndarray, y: np.integer) -> Product:
    """What a gradient of the stated model consists of."""
    logits = (np.asarray(x) @ model.W + model.b)[None]
    start = softmax_start(logits, y)
    layer = Layer(np.asarray(x)[None], logits, scipy.special.softmax(logits, axis=1), np.asarray(model.W))
    chain = Chain([layer], *start)
    return chain.weights(0) if key == "W" else chain.biases(0)


def _probabilities(found: Any) -> np.ndarray:
    return array(found, name="forward(X)", one_sample=True)
