"""Checks of question `batchnorm`: both ways forwards, the running statistics, and exactly back."""

from typing import Any

import numpy as np
import scipy.stats

from autograder.checks.layers.common import exact, own_state, prime
from autograder.judge import (
    array,
    assign,
    attribute,
    call,
    cases,
    confirmed,
    equal,
    generator,
    numerical_gradient,
    step_suspects,
    unchanged,
    weights,
    wrong,
)

FORWARD = "BatchNorm(units).forward(input)"
BACKWARD = "BatchNorm(units).backward(input, grad_output)"
SETTINGS = ((5, 3, 0.9, 1e-5), (4, 2, 0.6, 0.3), (7, 4, 0.25, 1e-3))  # N, units, momentum, eps
LARGE_EPS = 0.3


@confirmed
def batchnorm_start(BatchNorm: Any) -> None:
    """Attributes at the start: training, gamma of 1, beta of 0, running statistics of 0 and 1, the learning rate."""
    name = "BatchNorm(units)"
    for units in (3, 5):
        layer = call(BatchNorm, units, name=name)
        state = attribute(layer, "training", name=name)
        if not state:
            wrong(f"a new BatchNorm has training = {state!r}; True is expected.", hint="`__init__`")
        for key, start in (("gamma", 1.0), ("beta", 0.0), ("running_mean", 0.0), ("running_var", 1.0)):
            value = attribute(layer, key, name=name)
            exact(value, np.full(units, start), name=f"{name}.{key}", integers=True, one_sample=True)
        exact(attribute(layer, "learning_rate", name=name), 0.1, name=f"{name}.learning_rate")
    keys = ("gamma", "beta", "running_mean", "running_var")
    own_state(lambda: BatchNorm(3), [lambda: BatchNorm(3)], keys, name=name)


@confirmed
def batchnorm_train(BatchNorm: Any) -> None:
    """While training, each unit has mean beta and deviation gamma over the batch, but for eps."""
    rng = generator("batchnorm-train")
    for n, units, momentum, eps in cases(SETTINGS):
        layer = layer_with(BatchNorm, rng, units, momentum, eps)
        gamma, beta = _held(layer, "gamma"), _held(layer, "beta")
        # Twice with the same layer: each batch is normalised with its own statistics.
        for name in (FORWARD, f"{FORWARD} for a second batch"):
            x = batch(rng, n, units)
            var, centred = x.var(axis=0), x - x.mean(axis=0)
            equal(
                call(layer.forward, x, name=name),
                normalised(x, gamma, beta, eps),
                name=name,
                axes="(N, units)",
                relative=1e-6,
                scale=1e-7,
                suspects={
                    "unbiased_variance": normalised(x, gamma, beta, eps, ddof=1),
                    "eps_outside_root": centred / (np.sqrt(var) + eps) * gamma + beta,
                    "deviation_for_variance": centred / (var + eps) * gamma + beta,
                    "statistics_over_wrong_axis": normalised(x.T, 1.0, 0.0, eps).T * gamma + beta,
                },
                hint="mean and variance of each unit over the batch, and where eps, gamma and beta go",
            )
        given = x.copy()
        call(lambda layer=layer, given=given: layer.forward(given), name=FORWARD)
        unchanged(given, x, name="input")


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


@confirmed
def batchnorm_running(BatchNorm: Any) -> None:
    """Each training pass moves the running statistics; a prediction leaves them alone."""
    rng = generator("batchnorm-running")
    for n, units, momentum, eps in cases(SETTINGS):
        layer = layer_with(BatchNorm, rng, units, momentum, eps)
        # Not from 0 and 1: there, an old value that counts and one that does not look the same.
        assign(layer, "running_mean", weights(rng, units))
        assign(layer, "running_var", rng.uniform(0.4, 2.0, size=units))
        for _ in range(3):
            x = batch(rng, n, units)
            mean_before, var_before = _held(layer, "running_mean"), _held(layer, "running_var")
            call(layer.forward, x, name=FORWARD)
            following = batch(rng, n, units)
            _judge_running(layer, "running_mean", mean_before, [x.mean(axis=0)], momentum, following)
            variances = [x.var(axis=0), x.var(axis=0, ddof=1)]
            _judge_running(layer, "running_var", var_before, variances, momentum, following)
        layer.training = False
        before = {key: _held(layer, key) for key in ("running_mean", "running_var")}
        x = batch(rng, n, units)
        call(layer.forward, x, name=FORWARD)
        for key, value in before.items():
            statistic = x.mean(axis=0) if key == "running_mean" else x.var(axis=0)
            exact(
                _held(layer, key),
                value,
                name=f"{key} after a forward pass with training = False",
                suspects={"updated_in_prediction": momentum * value + (1 - momentum) * statistic},
            )
        _judge_from_the_start(BatchNorm, batch(rng, n, units), batch(rng, n, units), momentum, eps)


def _judge_from_the_start(
    BatchNorm: Any, x: np.ndarray, following: np.ndarray, momentum: float, eps: float
) -> None:
    """The first batch moves a new layer from 0 and 1 as any other batch does."""
    layer = call(BatchNorm, x.shape[1], momentum, eps, name="BatchNorm(units, momentum, eps)")
    before = {key: _held(layer, key) for key in ("running_mean", "running_var")}
    call(layer.forward, x, name=FORWARD)
    _judge_running(layer, "running_mean", before["running_mean"], [x.mean(axis=0)], momentum, following)
    variances = [x.var(axis=0), x.var(axis=0, ddof=1)]
    _judge_running(layer, "running_var", before["running_var"], variances, momentum, following)


def _judge_running(
    layer: Any,
    key: str,
    before: np.ndarray,
    batches: list[np.ndarray],
    momentum: float,
    following: np.ndarray,
) -> None:
    """`batches`: the statistics of the batch that are all right; `following`: a next batch, to see what is wrong."""

    def forgotten() -> np.ndarray | None:
        call(layer.forward, following, name=FORWARD)
        statistic = following.mean(axis=0) if key == "running_mean" else following.var(axis=0)
        return batches[0] if np.allclose(_held(layer, key), statistic) else None  # or the first batch only

    actual = _held(layer, key)
    rights = [momentum * before + (1 - momentum) * value for value in batches]
    expected = next(
        (right for right in rights if np.allclose(actual, right, rtol=1e-8, atol=1e-10)), rights[0]
    )
    exact(
        actual,
        expected,
        name=f"{key} after a training pass",
        suspects={
            "momentum_swapped": (1 - momentum) * before + momentum * batches[0],
            "memory_lost": forgotten,
            "not_updated": before,
        },
        terms={"the old value": momentum * before, "what the batch adds": (1 - momentum) * batches[0]}
        if np.any(before)
        else {},
        hint="how much of the old value stays, and what the batch adds",
    )


@confirmed
def batchnorm_predict(BatchNorm: Any) -> None:
    """When the layer does not train, the running statistics decide; any batch size, also one."""
    rng = generator("batchnorm-predict")
    for n, units, momentum, eps in cases((*SETTINGS, (1, 3, 0.9, LARGE_EPS))):
        layer = layer_with(BatchNorm, rng, units, momentum, eps)
        mean, var = weights(rng, units), rng.uniform(0.4, 2.0, size=units)
        assign(layer, "running_mean", mean)
        assign(layer, "running_var", var)
        layer.training = False
        x, gamma, beta = batch(rng, n, units), _held(layer, "gamma"), _held(layer, "beta")
        name = f"{FORWARD} with training = False"
        # From the line through two points: at the running mean it gives beta, one deviation further gamma more.
        deviations = (x - mean) / np.sqrt(var + eps)
        equal(
            call(layer.forward, x, name=name),
            beta + gamma * deviations,
            name=name,
            axes="(N, units)",
            relative=1e-6,
            scale=1e-7,
            suspects={"batch_statistics_in_prediction": normalised(x, gamma, beta, eps)} if n > 1 else {},
            hint="which mean and which variance are used when the network is used",
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
        gamma = _held(layer, "gamma")

        def derivative(
            gamma: np.ndarray, x: np.ndarray = x, g: np.ndarray = upstream, eps: float = eps
        ) -> Any:
            return numerical_gradient(lambda at: np.sum(normalised(at, gamma, 0.0, eps) * g), x)

        prime(layer, x)
        result = call(layer.backward, x, upstream, name=BACKWARD)
        after = _held(layer, "gamma")
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
        before = {name: _held(layer, name) for name in ("gamma", "beta")}

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
            _held(layer, key) - before[key],
            -rate * gradient,
            name=f"the change of {key} in one call of BatchNorm.backward",
            axes="(units,)",
            relative=1e-6,
            scale=1e-6,
            suspects=suspects,
            factors={"averaged_although_done": 1 / n},
            hint=f"how the output changes with {key}, all samples together, and `learning_rate`",
        )


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
        shape = np.shape(getattr(layer, key))
        assign(layer, key, weights(rng, units).reshape(shape))
    return layer


def batch(rng: np.random.Generator, n: int, units: int) -> np.ndarray:
    """A batch whose units have different means and deviations, none of them small."""
    spread = np.tile(np.linspace(-1.0, 1.0, n)[:, None], units)
    return (
        rng.permuted(spread, axis=0) * weights(rng, units, low=0.6)
        + 0.2 * rng.normal(size=(n, units))
        + weights(rng, units)
    )


def _held(layer: Any, key: str) -> np.ndarray:
    name = f"BatchNorm(units).{key}"
    value = array(attribute(layer, key, name="BatchNorm(units)"), name=name, integers=True)
    return value.reshape(-1)
