"""What slips make of one step of gradient descent."""

from collections.abc import Callable
from typing import Any

import numpy as np


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
