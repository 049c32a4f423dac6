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
