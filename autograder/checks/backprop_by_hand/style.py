"""Two right styles of a derivative: a vector of slopes, or the diagonal matrix with these slopes.

The course accepts both from `sigmoid_der`. What builds on it then expects derivatives of the same style, so checks
hand over theirs in the style of the student. In batches derivatives are always elementwise.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.judge import Wrong, array, call

Derivative = Callable[[Any], Any]


def diagonal_jacobian(derivative: Derivative) -> Derivative:
    """An elementwise derivative in the other style: `(n, n)` with the slopes on the diagonal."""

    def jacobian(z: np.ndarray) -> np.ndarray:
        return np.diag(derivative(z))

    return jacobian


def in_style_of(sigmoid_der: Callable[[], Any]) -> Callable[[Derivative], Derivative]:
    """What turns an elementwise derivative into one of the student's style.

    Args:
        sigmoid_der: returns the student's function, or raises NameError where there is none.

    Returns:
        A function of a derivative; it changes nothing where the style is not known.
    """
    return diagonal_jacobian if _returns_jacobian(sigmoid_der) else _as_it_is


def _returns_jacobian(sigmoid_der: Callable[[], Any]) -> bool:
    try:
        slopes = array(
            call(sigmoid_der(), np.array([0.5, -1.0, 0.25]), name="sigmoid_der(z)"), name="sigmoid_der(z)"
        )
    except (Wrong, NameError):
        return False
    return slopes.shape[-2:] == (3, 3)


def _as_it_is(derivative: Derivative) -> Derivative:
    return derivative
