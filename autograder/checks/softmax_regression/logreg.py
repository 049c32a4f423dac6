"""Checks of the questions about `LogisticRegression`: its gradient, its training step, the trained model."""

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import scipy.special

from autograder.data import digits
from autograder.judge import (
    Asked,
    Chain,
    Layer,
    Product,
    any_route,
    array,
    assign,
    attribute,
    call,
    cases,
    confirmed,
    equal,
    generator,
    handed_over,
    labels,
    log_loss,
    mapping,
    numerical_gradient,
    of_its_sample,
    parameter_gradient,
    planted,
    softmax_start,
    step_suspects,
    unchanged,
    weights,
    wrong,
)

FLOOR = 0.93  # test accuracy asked for; one epoch usually gives 0.95


@confirmed
def logreg_gradient(LogisticRegression: Any, key: str) -> None:
    """One entry of what `grad_loss` returns is the derivative of the loss with respect to that parameter.

    Args:
        LogisticRegression: the student's class.
        key: `W` or `b`.
    """
    rng = generator(f"logreg_grad-{key}")
    for inputs, classes in cases(((4, 3), (3, 5), (5, 2))):
        model = _model(LogisticRegression, rng, inputs, classes)
        x, y = weights(rng, inputs), rng.integers(classes)
        before = _judge_gradient(model, key, x, y)
        # The same model again: other parameters, another class, and a sample with entries as large as a pixel's that is
        # seldom dark. What a model keeps from the first call, or what is cut off at some size, shows here.
        _give_back(model, {"W": 0.15 * weights(rng, inputs, classes), "b": 0.5 * weights(rng, classes)})
        _judge_gradient(model, key, 5 * weights(rng, inputs), (y + 1) % classes, before)
        _sample_survives(lambda x, y=y, model=model: model.grad_loss(x, y), model, None, x)


def _judge_gradient(
    model: Any, key: str, x: np.ndarray, y: np.integer, before: np.ndarray | None = None
) -> np.ndarray:
    """Judge one call of `grad_loss`, and return what is expected of it."""
    held = {"W": np.array(model.W), "b": np.array(model.b)}

    def stated_cost() -> Asked:
        return Asked(model.forward, (x,), "forward(X)", lambda found: log_loss(_probabilities(found), y))

    def fits(cost: Asked) -> None:
        _gradient_is(model, key, x, y, parameter_gradient(model, key, cost), before)

    any_route(
        lambda: fits(Asked(model.loss, (x, y), "loss(X, y)")),
        # Where `nll` is wrong, the gradient may still be that of the cost which the text states.
        lambda: fits(stated_cost()),
        lambda: _with_right_forward(model, lambda: fits(stated_cost())),
    )
    return _stated_gradient(held, key, x, y)


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
        axes="(D, C)" if key == "W" else "(C,)",
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


def _with_right_forward(model: Any, judge: Callable[[], None]) -> None:
    """Judge where `softmax` is wrong: `forward` is given in this class, so what it means may stand in for it."""
    with planted(model, forward=lambda X: right_forward(model, X)):
        judge()


def right_forward(model: Any, X: np.ndarray) -> np.ndarray:
    """What the given method `forward` means, computed without the student's `softmax`."""
    return scipy.special.softmax(np.asarray(X) @ model.W + model.b, axis=-1)


@confirmed
def gradient_of_stated_cost(LogisticRegression: Any, key: str, rng: np.random.Generator) -> None:
    """Tie the gradient to the stated cost of the stated model, whatever the student's own cost is.

    Args:
        LogisticRegression: the student's class.
        key: `W` or `b`.
        rng: makes the parameters and samples.
    """
    for inputs, classes in cases(((3, 4), (6, 3), (2, 2))):
        model = _model(LogisticRegression, rng, inputs, classes)
        _judge_tie(model, key, weights(rng, inputs), rng.integers(classes))


def _judge_tie(model: Any, key: str, x: np.ndarray, y: np.integer) -> None:
    # Read now, before anything of the student's is called: what is expected rests on what the model was given.
    held = {"W": np.asarray(model.W), "b": np.asarray(model.b)}
    expected = _stated_gradient(held, key, x, y)

    def judge() -> None:
        _gradient_is(model, key, x, y, expected)

    any_route(judge, lambda: _with_right_forward(model, judge))


def _stated_gradient(held: dict[str, np.ndarray], key: str, x: np.ndarray, y: np.integer) -> np.ndarray:
    return numerical_gradient(partial(_stated_cost, held, key, x, y), held[key])


def _stated_cost(
    held: dict[str, np.ndarray], key: str, x: np.ndarray, y: np.integer, value: np.ndarray
) -> float:
    """The stated cost of the stated model on one sample, with one parameter moved to `value`."""
    moved = held | {key: value}
    return log_loss(scipy.special.softmax(x @ moved["W"] + moved["b"]), y)


def _probabilities(found: Any) -> np.ndarray:
    return array(found, name="forward(X)", one_sample=True)


def _model(LogisticRegression: Any, rng: np.random.Generator, inputs: int, classes: int) -> Any:
    """A student's model with parameters of order 1."""
    model = call(LogisticRegression, inputs, classes, name="LogisticRegression(input_size, output_size)")
    for method in ("forward", "loss", "grad_loss", "train"):
        attribute(model, method, name="model")
    for parameter, shape in (("W", (inputs, classes)), ("b", (classes,))):
        array(
            attribute(model, parameter, name="model"), name=f"model.{parameter}", shape=shape, integers=True
        )
        assign(model, parameter, weights(rng, *shape))
    return model


@confirmed
def logreg_step(LogisticRegression: Any, key: str) -> None:
    """`train` moves one parameter by exactly minus the learning rate times its gradient.

    Args:
        LogisticRegression: the student's class.
        key: `W` or `b`.
    """
    rng = generator(f"logreg_train-{key}")
    for inputs, classes, learning_rate in cases(((4, 3, 0.1), (3, 5, 0.7), (5, 2, 0.013))):
        model = _model(LogisticRegression, rng, inputs, classes)
        y = rng.integers(classes)
        # Two steps of one model: with momentum, or with a learning rate that falls, the first one is plain.
        for name in ("one call of train", "a second call of train"):
            given = {"W": weights(rng, inputs, classes), "b": weights(rng, classes)}
            x = weights(rng, inputs)
            _judge_step(model, key, x, y, learning_rate, given, name)
        _sample_survives(
            lambda x, y=y, model=model, rate=learning_rate: model.train(x, y, rate), model, given, x
        )


def _sample_survives(
    function: Callable[[np.ndarray], Any],
    model: Any,
    given: dict[str, np.ndarray] | None,
    x: np.ndarray,
) -> None:
    """A sample is the same after a call, for the next epoch needs it; called without our copy.

    Args:
        function: a method of the model, called with the sample.
        model: the student's.
        given: gradients that may stand in for the student's, where `grad_loss` is not what is asked.
        x: `(D,)`.
    """

    def judge() -> None:
        sample = x.copy()
        call(lambda: function(sample), name="the call", returns=False)
        unchanged(sample, x, name="x")

    def with_given_gradient() -> None:
        with planted(model, grad_loss=lambda x, y_true: dict(given)):
            judge()

    any_route(judge, *([with_given_gradient] if given else []))


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
    held = {"W": np.array(model.W), "b": np.array(model.b)}

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

        _give_back(model, held)
        with planted(model, grad_loss=grad_loss):
            fits(grad_loss(x, y)[key])

    def stated_gradient() -> None:
        # A `train` that knows how to read its own `grad_loss`, whatever that returns, may move as the text says.
        fits(_stated_gradient(held, key, x, y))

    any_route(own_gradient, given_gradient, stated_gradient)


def _give_back(model: Any, held: dict[str, np.ndarray]) -> None:
    for name, value in held.items():
        assign(model, name, value)


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
    _give_back(model, held)
    before = held[key]
    call(model.train, x, y, rate, name="train(x, y, learning_rate)", returns=False)
    after = array(attribute(model, key, name="model"), name=f"model.{key}", shape=before.shape)
    equal(
        after - before,
        -rate * gradient,
        name=f"the change of {key} in {step}",
        axes="(D, C)" if key == "W" else "(C,)",
        suspects=step_suspects(before, gradient, rate),
        multiples={"fixed_step": -gradient},
        added={"the parameter itself": before},
        hint="`train`: one plain step of gradient descent",
    )


@confirmed
def logreg_accuracy(lr_model: Any) -> None:
    """The trained model classifies enough of the test set, measured from `forward`."""
    data = digits()

    def from_forward() -> None:
        name = "lr_model.forward(X_test)"
        forward = attribute(lr_model, "forward", name="lr_model")
        shape = (len(data.y_test), 10)
        _enough(
            array(call(forward, data.X_test, name=name), name=name, shape=shape, axes="(N, C)"), data.y_test
        )

    # Where `softmax` is wrong for batches, the parameters may still be well trained.
    any_route(from_forward, lambda: accuracy_of_parameters(lr_model))


@confirmed
def accuracy_of_parameters(lr_model: Any) -> None:
    """The parameters alone classify enough of the test set: a table of the answers is no model.

    Args:
        lr_model: the student's trained model with `W (64, 10)` and `b (10,)`.
    """
    data = digits()
    W = array(attribute(lr_model, "W", name="lr_model"), name="lr_model.W", shape=(64, 10), axes="(D, C)")
    b = array(attribute(lr_model, "b", name="lr_model"), name="lr_model.b", shape=(10,), axes="(C,)")
    _enough(data.X_test @ W + b, data.y_test)


def _enough(scores: np.ndarray, classes: np.ndarray) -> None:
    accuracy = float(np.mean(scores.argmax(axis=1) == classes))
    if accuracy < FLOOR:
        wrong(
            f"lr_model classifies {accuracy:.2%} of the test set; at least {FLOOR:.0%} is expected.",
            hint="one epoch over all of `X_train`, one sample at a time, at learning rate 0.01",
            accuracy=accuracy,
            floor=FLOOR,
        )


@confirmed
def worst_order(worst_predictions: Any, LogisticRegression: Any) -> None:
    """The samples with the smallest probability of their true class, worst first."""
    rng = generator("worst_predictions-order")
    for n, k in cases(((20, 5), (9, 3), (6, 1))):
        model = _model(LogisticRegression, rng, 4, 3)
        X, y = rng.normal(size=(n, 4)), labels(rng, n, 3)
        probabilities = scipy.special.softmax(X @ model.W + model.b, axis=-1)
        order = np.argsort(probabilities[np.arange(n), y])
        _judge_order(worst_predictions, model, X, y, k, order, np.argsort(probabilities.max(axis=1)))
    _judge_order(worst_predictions, model, X, y, None, order)
    # Among many samples the worst are very wrong, and all of them misclassified: their order must not be lost in a coarse
    # rounding or a large epsilon. The limit of 1e-5 leaves room for an epsilon of 1e-6.
    model = _model(LogisticRegression, rng, 4, 3)
    X, y = 2 * rng.normal(size=(600, 4)), labels(rng, 600, 3)
    truly = scipy.special.softmax(X @ model.W + model.b, axis=-1)[np.arange(600), y]
    there = np.flatnonzero(truly > 1e-5)
    X, y, order = X[there], y[there], np.argsort(truly[there])
    _judge_order(worst_predictions, model, X, y, 20, order)


def _judge_order(
    worst_predictions: Any,
    model: Any,
    X: np.ndarray,
    y: np.ndarray,
    k: int | None,
    order: np.ndarray,
    surest: np.ndarray | None = None,
) -> None:
    name = "worst_predictions(model, X, y)" if k is None else "worst_predictions(model, X, y, k)"
    arguments = (model, X, y) if k is None else (model, X, y, k)

    def own_forward() -> None:
        _same_order(
            call(worst_predictions, *arguments, name=name),
            order[: 5 if k is None else k],
            name,
            order,
            surest,
        )

    def with_right_forward() -> None:
        def forward(X: np.ndarray) -> np.ndarray:
            return right_forward(model, X)

        with planted(model, forward=forward, loss=lambda X, y: log_loss(forward(X), y)):
            own_forward()

    any_route(own_forward, with_right_forward)


def _same_order(
    found: Any, expected: np.ndarray, name: str, order: np.ndarray, surest: np.ndarray | None
) -> None:
    k = len(expected)
    suspects = {"best_for_worst": order[::-1][:k], "worst_last": expected[::-1]} if k > 1 else {}
    if surest is not None and k > 1:
        suspects["truth_not_asked"] = surest[:k]
    equal(
        found,
        expected,
        name=name,
        axes="(k,)",
        integers=True,
        relative=0.0,
        scale=1e-9,
        suspects=suspects,
        hint="which samples give their true class the smallest probability, and in which order",
    )
