"""Checks of question `batchnorm`, backwards: exactly back, and one step of gamma and beta."""

from typing import Any

import numpy as np

from autograder.checks.layers.common import prime
from autograder.checks.layers.normal_layers import BACKWARD, SETTINGS, batch, held, layer_with, normalised
from autograder.judge import (
    call,
    cases,
    confirmed,
    equal,
    generator,
    numerical_gradient,
    step_suspects,
    unchanged,
    weights,
)


@confirmed
def batchnorm_grad_input(BatchNorm: Any) -> None:
    """Exact through mean and variance, with gamma before its step."""
    rng = generator("batchnorm-grad_input")
    for n, units, momentum, eps in cases(SETTINGS):
        layer, x, upstream = (
            layer_with(BatchNorm, rng, units, momentum, eps),
            batch(rng, n, units),
            weights(rng, n, units),
        )
        gamma = held(layer, "gamma")

        def derivative(
            gamma: np.ndarray, x: np.ndarray = x, g: np.ndarray = upstream, eps: float = eps
        ) -> Any:
            return numerical_gradient(lambda at: np.sum(normalised(at, gamma, 0.0, eps) * g), x)

        prime(layer, x)
        result = call(layer.backward, x, upstream, name=BACKWARD)
        after = held(layer, "gamma")
        slope = gamma * upstream / np.sqrt(x.var(axis=0) + eps)
        equal(
            result,
            derivative(gamma),
            name=BACKWARD,
            axes="(N, units)",
            relative=1e-6,
            scale=1e-7,
            suspects={
                "statistics_taken_as_constants": slope,
                "variance_taken_as_constant": slope - slope.mean(axis=0),
                "weights_after_the_step": lambda d=derivative, after=after: d(after),
            },
            hint="all ways from an entry to the output: directly, through the mean, and through the variance",
        )
        given = x.copy(), upstream.copy()
        prime(layer, x)
        call(lambda layer=layer, given=given: layer.backward(*given), name=BACKWARD)
        unchanged(given[0], x, name="input")
        unchanged(given[1], upstream, name="grad_output")


@confirmed
def batchnorm_step(BatchNorm: Any, key: str) -> None:
    """One plain step of gamma or beta, with the gradient summed over the batch.

    Args:
        BatchNorm: the student's class.
        key: `gamma` or `beta`.
    """
    rng = generator(f"batchnorm-{key}")
    for (n, units, momentum, eps), rate in cases(list(zip(SETTINGS, (0.1, 0.7, 0.013), strict=True))):
        layer, x, upstream = (
            layer_with(BatchNorm, rng, units, momentum, eps),
            batch(rng, n, units),
            weights(rng, n, units),
        )
        layer.learning_rate = rate
        before = {name: held(layer, name) for name in ("gamma", "beta")}

        def cost(
            value: np.ndarray, before: Any = before, x: Any = x, g: Any = upstream, eps: float = eps
        ) -> float:
            held = before | {key: value}
            return float(np.sum(normalised(x, held["gamma"], held["beta"], eps) * g))

        prime(layer, x)
        call(layer.backward, x, upstream, name=BACKWARD, returns=False)
        gradient = numerical_gradient(cost, before[key])
        suspects = step_suspects(before[key], gradient, rate) | {"fixed_learning_rate": -0.1 * gradient}
        if rate == 0.1:
            del suspects["fixed_learning_rate"]
        if key == "gamma":
            suspects["input_not_normalised"] = -rate * np.sum(x * upstream, axis=0)
        equal(
            held(layer, key) - before[key],
            -rate * gradient,
            name=f"the change of {key} in one call of BatchNorm.backward",
            axes="(units,)",
            relative=1e-6,
            scale=1e-6,
            suspects=suspects,
            factors={"averaged_although_done": 1 / n},
            hint=f"how the output changes with {key}, all samples together, and `learning_rate`",
        )
