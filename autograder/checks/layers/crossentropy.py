"""Checks of the questions `crossentropy` and `crossentropy_grad`."""

from collections.abc import Callable
from typing import Any

import numpy as np
import scipy.special

from autograder.causes import diagnosis
from autograder.judge import (
    Chain,
    Layer,
    Product,
    any_route,
    array,
    call,
    cases,
    confirmed,
    equal,
    generator,
    labels,
    number,
    numerical_gradient,
    one_hot,
    softmax_start,
    unchanged,
    wrong,
)

NAME = "softmax_crossentropy_with_logits(logits, reference_answers)"
GRADIENT = "grad_softmax_crossentropy_with_logits(logits, reference_answers)"


@confirmed
def crossentropy_values(loss: Any) -> None:
    """One loss for each sample: a published number, and the two properties that no other function has."""
    # Logits of different sizes, and none of 0: with zeros, a wrong loss may look like no loss at all.
    published = array(call(loss, np.array([[3.0, 3.0], [2.0, 1.0]]), np.array([0, 1]), name=NAME), name=NAME)
    equal(
        published,
        [0.693147, 1.313262],
        name=f"{NAME} of [[3, 3], [2, 1]] and [0, 1]",
        axes="(N,)",
        relative=1e-5,
        suspects={
            "wrong_logarithm": np.array([0.693147, 1.313262]) / np.log(2),
            "missing_minus": np.array([-0.693147, -1.313262]),
            # The columns of these logits are (3, 2) and (3, 1).
            "softmax_wrong_axis": np.array([0.313262, 2.126928]),
            "softmax_whole_array": np.array([0.917578, 2.917578]),
        },
    )
    rng = generator("crossentropy-values")
    for n, classes in cases(((4, 3), (1, 4), (3, 5), (6, 2), (3, 3))):
        _judge_losses(loss, rng.normal(size=(n, classes)), labels(rng, n, classes))
    _judge_losses(loss, rng.integers(-2, 3, size=(4, 3)), labels(rng, 4, 3))
    given = rng.normal(size=(4, 3))
    before = given.copy()
    call(lambda: loss(given, np.array([0, 2, 1, 1])), name=NAME)
    unchanged(given, before, name="logits")


@confirmed
def crossentropy_stable(loss: Any) -> None:
    """Logits of size 1e4 give finite losses, and the right ones."""
    for logits in ([[1e4, 0.0, -1e4], [-1e4, -1e4, -1e4]], [[1.0, 2.0, 0.5], [1e4 + 1, 1e4, 1e4 - 2]]):
        for answers in ([0, 1], [2, 0]):
            _judge_losses(loss, np.array(logits), np.array(answers), " with logits of size 1e4")


def _judge_losses(loss: Any, logits: np.ndarray, answers: np.ndarray, where: str = "") -> None:
    """Losses differ between classes as logits do, and the probabilities behind them add up to 1."""
    n, classes = logits.shape
    name = NAME + where

    def losses(y: np.ndarray) -> np.ndarray:
        result = array(call(loss, logits, y, name=name), name=name, shape=(n,), axes="(N,)", finite=False)
        if where and not np.all(np.isfinite(result)):
            wrong(f"{name} has nan or inf.", diagnosis=diagnosis("exponential_overflow"))
        return array(result, name=name)

    actual = losses(answers)
    each = np.stack([losses(np.full(n, c)) for c in range(classes)], axis=1)
    rows = np.arange(n)
    expected = each.min(axis=1) + logits.max(axis=1) - logits[rows, answers]
    equal(
        actual,
        expected,
        name=f"{name} (expected: from the loss of the likeliest class)",
        suspects={
            "missing_minus": lambda: -scipy.special.logsumexp(logits, axis=1) + logits[rows, answers],
            "softmax_wrong_axis": lambda: (
                scipy.special.logsumexp(logits, axis=0)[answers] - logits[rows, answers]
            ),
        },
        hint="how the loss depends on the logit of the true class",
    )
    with np.errstate(all="ignore"):
        total = np.exp(-each).sum(axis=1)
    worst = int(np.argmax(np.abs(total - 1)))
    # Ten classes with an epsilon of 1e-6 each add up to 1 + 1e-5.
    if not np.allclose(total, 1.0, rtol=0.0, atol=1e-4):
        wrong(
            f"{name} does not come from probabilities: over all classes, exp(-loss) must add up to 1.\n"
            f"for sample {worst} it adds up to {total[worst]:.6g}",
            hint="what the exponentials are summed over, and what stays when each class is the true one in turn",
            total=float(total[worst]),
        )


def stated_loss(logits: np.ndarray, answers: np.ndarray) -> float:
    """The mean cross-entropy that the assignment states, through scipy."""
    truth = one_hot(logits.shape[1], answers)
    return float(np.mean(scipy.special.logsumexp(logits, axis=1) - np.sum(logits * truth, axis=1)))


@confirmed
def crossentropy_gradient(gradient: Any, loss: Any) -> None:
    """The derivative of the mean loss with respect to each logit."""
    rng = generator("crossentropy_grad-values")
    for n, classes in cases(((4, 3), (1, 5), (3, 4), (5, 2))):
        judge_gradient(gradient, loss, rng.normal(size=(n, classes)), labels(rng, n, classes))
    _judge_whole_numbers(gradient, rng.integers(-2, 3, size=(4, 3)), labels(rng, 4, 3))
    given = rng.normal(size=(4, 3))
    before = given.copy()
    call(lambda: gradient(given, np.array([0, 2, 1, 1])), name=GRADIENT)
    unchanged(given, before, name="logits")


def _judge_whole_numbers(gradient: Any, logits: np.ndarray, answers: np.ndarray) -> None:
    """Logits that are whole numbers have the gradient that they have as floats."""
    whole, same = (
        array(call(gradient, each, answers, name=GRADIENT), name=GRADIENT, shape=logits.shape, axes="(N, C)")
        for each in (logits, logits.astype(float))
    )
    if not np.allclose(whole, same, rtol=1e-5, atol=1e-8):
        wrong(
            f"{GRADIENT} of logits that are whole numbers is not what it is of the same logits as floats.",
            diagnosis=diagnosis("integer_result"),
        )


@confirmed
def judge_gradient(gradient: Any, loss: Any, logits: np.ndarray, answers: np.ndarray) -> None:
    """Require the gradient of the stated mean loss, or of the student's own where that is another one of softmax.

    Args:
        gradient: the student's `grad_softmax_crossentropy_with_logits`.
        loss: the student's `softmax_crossentropy_with_logits`.
        logits: `(N, C)`.
        answers: classes `(N,)`.
    """

    def own_loss(at: np.ndarray, y: np.ndarray = answers) -> float:
        losses = array(call(loss, at, y, name=NAME), name=NAME)
        return number(np.mean(losses), name=NAME)

    def own() -> None:
        _of_softmax(own_loss, logits, answers)
        _fits(gradient, own_loss, logits, answers)

    any_route(lambda: _fits(gradient, lambda at: stated_loss(at, answers), logits, answers), own)


def _of_softmax(loss: Callable[..., float], logits: np.ndarray, answers: np.ndarray) -> None:
    """Require what every loss that comes from a softmax has, however wrong it is: otherwise its derivative is no task.

    Args:
        loss: of logits and classes.
        logits: `(N, C)`.
        answers: classes `(N,)`.

    Raises:
        Wrong: the slope does not depend on the logits or on the classes, it has no bound, or raising all logits alike
            makes a difference.
    """
    logits = logits.astype(float)
    slope = numerical_gradient(loss, logits)
    elsewhere = numerical_gradient(loss, 2 * logits)
    of_others = numerical_gradient(lambda at: loss(at, (answers + 1) % logits.shape[1]), logits)
    # Far out a softmax hardly changes any more, and with it the slope; that of a parabola doubles.
    far, farther = (np.max(np.abs(numerical_gradient(loss, times * logits))) for times in (10, 20))
    small = 1e-3 * np.max(np.abs(slope))
    bends, asks = (np.max(np.abs(other - slope)) > small for other in (elsewhere, of_others))
    if not bends or not asks or abs(np.sum(slope)) > small or farther > 1.5 * far + small:
        wrong("the loss does not come from a softmax.", hint="the checks of `crossentropy`")


def _factors(logits: np.ndarray, answers: np.ndarray) -> Product:
    """What the derivative of the mean loss by the logits consists of."""
    start = softmax_start(logits, answers)
    return Chain([Layer(logits, logits, logits, np.eye(logits.shape[1]))], *start).pre(0)


def _fits(
    gradient: Any, cost: Callable[[np.ndarray], float], logits: np.ndarray, answers: np.ndarray
) -> None:
    n, classes = logits.shape
    expected = numerical_gradient(cost, logits.astype(float))
    if not np.any(np.abs(expected) > 1e-3):
        wrong("the loss does not depend on the logits.", hint="the checks of `crossentropy`")
    truth = one_hot(classes, answers)
    equal(
        call(gradient, logits, answers, name=GRADIENT),
        expected,
        name=GRADIENT,
        axes="(N, C)",
        factors={"batch_not_averaged": n, "batch_averaged_twice": 1 / n, "classes_for_samples": n / classes},
        suspects={"softmax_minus_truth_flipped": -expected, "mean_over_classes": expected / classes},
        product=lambda: _factors(logits.astype(float), answers),
        places={"that of the true class": truth == 1},
        hint="how the loss of a sample changes with the logit of the true class, and with the others",
    )
