"""One step of gradient descent: what slips make of it, and gradients that it may be held against."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from autograder.judge.compare import apart
from autograder.judge.report import wrong


def step_suspects(
    before: np.ndarray, gradient: np.ndarray, rate: float, *, moved: Callable[[], Any] | None = None
) -> dict[str, Any]:
    """Causes with the change of the parameter that each would make.

    Args:
        before: the parameter before the step.
        gradient: of the cost by the parameter.
        rate: the learning rate.
        moved: the gradient when other parameters have made their step already.
    """
    suspects: dict[str, Any] = {
        "gradient_ascent": rate * gradient,
        "not_updated": np.zeros_like(gradient),
        "learning_rate_ignored": -gradient,
        "divided_by_learning_rate": -gradient / rate,
        "learning_rate_twice": -rate * rate * gradient,
        "step_twice_as_long": -2 * rate * gradient,
        "overwritten_by_step": -rate * gradient - before,
        "overwritten_by_gradient": gradient - before,
        "multiplied_by_parameter": -rate * gradient * before,
        "shrunk_besides": -rate * (gradient + before),
    }
    if moved is not None:
        suspects["gradient_after_other_steps"] = lambda: -rate * np.asarray(moved())
    return suspects


def of_its_sample(
    gradient: Callable[[np.ndarray, Any], Mapping[str, np.ndarray]],
    x: np.ndarray,
    y: Any,
    classes: int,
    other: np.ndarray | None = None,
) -> Mapping[str, np.ndarray]:
    """A student's gradient, to hold something else of the student's against, if it is one of this sample and class.

    What follows from one that is zero, or the same for all samples, follows without any gradient at all.

    Args:
        gradient: takes a sample and its class, gives arrays by name.
        x: the sample `(D,)`.
        y: its class.
        classes: how many there are.
        other: another sample; default: -x.

    Raises:
        Wrong: it is zero, or another sample or class has the same.
    """
    found = gradient(x, y)
    for name, value in found.items():
        if not np.any(value):
            wrong(f'grads["{name}"] is zero, so what follows it proves nothing.', hint="`grad_loss`")
    of_others = {
        "sample": gradient(-x if other is None else other, y),
        "class": gradient(x, (y + 1) % classes),
    }
    for what, values in of_others.items():
        if not any(apart(value, found[name]) for name, value in values.items()):
            wrong(
                f"grad_loss(x, y_true) is the same for another {what}, so what follows it proves nothing.",
                hint="`grad_loss`",
            )
    return found


def handed_over(x: Any, y_true: Any, inputs: int) -> float:
    """A number of order 1 that depends on a sample and its class, for a gradient that stands in for a student's.

    A training step that hands over something else is then led somewhere else.

    Args:
        x: what was handed over as the sample.
        y_true: what was handed over as its class.
        inputs: entries of a sample.

    Raises:
        ValueError: these are no sample and no class.
    """
    sample, label = np.ravel(x), np.ravel(y_true)
    if len(sample) != inputs or len(label) != 1:
        raise ValueError(f"x has shape {np.shape(x)}, y_true has shape {np.shape(y_true)}")
    return float(np.sin(sample @ np.arange(1, inputs + 1) + label[0]))
