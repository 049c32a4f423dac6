"""Layers of question `batchnorm` with parameters of ours, and what they should make of a batch."""

from typing import Any

import numpy as np
import scipy.stats

from autograder.checks.layers.common import put
from autograder.judge import array, attribute, call, weights

FORWARD = "BatchNorm(units).forward(input)"
BACKWARD = "BatchNorm(units).backward(input, grad_output)"
SETTINGS = ((5, 3, 0.9, 1e-5), (4, 2, 0.6, 0.3), (7, 4, 0.25, 1e-3))  # N, units, momentum, eps
LARGE_EPS = 0.3


def normalised(x: np.ndarray, gamma: Any, beta: Any, eps: float, *, ddof: int = 0) -> np.ndarray:
    """What batch normalisation makes of a batch, from scipy's z-scores.

    Args:
        x: `(N, units)`.
        gamma: deviations, `(units,)`.
        beta: means, `(units,)`.
        eps: added to the variance.
        ddof: 0 for the biased variance, 1 for the unbiased one.
    """
    var = x.var(axis=0, ddof=ddof)
    shrink = np.sqrt(1 / (1 + eps / var))
    return beta + gamma * shrink * scipy.stats.zscore(x, axis=0, ddof=ddof)


def layer_with(BatchNorm: Any, rng: np.random.Generator, units: int, momentum: float, eps: float) -> Any:
    """A student's layer with random gamma and beta."""
    name = "BatchNorm(units, momentum, eps)"
    layer = call(BatchNorm, units, momentum, eps, name=name)
    for key in ("gamma", "beta"):
        array(
            attribute(layer, key, name=name),
            name=f"{name}.{key}",
            shape=(units,),
            integers=True,
            one_sample=True,
        )
        put(layer, key, weights(rng, units))
    return layer


def batch(rng: np.random.Generator, n: int, units: int) -> np.ndarray:
    """A batch whose units have different means and deviations, none of them small."""
    spread = np.tile(np.linspace(-1.0, 1.0, n)[:, None], units)
    return (
        rng.permuted(spread, axis=0) * weights(rng, units, low=0.6)
        + 0.2 * rng.normal(size=(n, units))
        + weights(rng, units)
    )


def held(layer: Any, key: str) -> np.ndarray:
    """What an attribute holds, as a vector of float64."""
    name = f"BatchNorm(units).{key}"
    value = array(attribute(layer, key, name="BatchNorm(units)"), name=name, integers=True)
    return value.reshape(-1)
