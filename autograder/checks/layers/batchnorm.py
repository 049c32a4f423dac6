"""Checks of question `batchnorm`, forwards: both ways, and the running statistics."""

from typing import Any

import numpy as np

from autograder.checks.layers.common import exact, own_state, put
from autograder.checks.layers.normal_layers import (
    FORWARD,
    LARGE_EPS,
    SETTINGS,
    batch,
    held,
    layer_with,
    normalised,
)
from autograder.judge import (
    attribute,
    blamed_on_earlier_call,
    call,
    cases,
    confirmed,
    equal,
    generator,
    unchanged,
    weights,
    wrong,
)


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
        _judge_training(layer, batch(rng, n, units), eps, FORWARD)
        # Once more with the same layer: each batch is normalised with its own statistics.
        x, new = batch(rng, n, units), layer_with(BatchNorm, rng, units, momentum, eps)
        blamed_on_earlier_call(
            lambda layer=layer, x=x, eps=eps: _judge_training(layer, x, eps, f"{FORWARD} for a second batch"),
            lambda new=new, x=x, eps=eps: _judge_training(new, x, eps, FORWARD),
        )
        given = x.copy()
        call(lambda layer=layer, given=given: layer.forward(given), name=FORWARD)
        unchanged(given, x, name="input")


def _judge_training(layer: Any, x: np.ndarray, eps: float, name: str) -> None:
    gamma, beta = held(layer, "gamma"), held(layer, "beta")
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


@confirmed
def batchnorm_running(BatchNorm: Any) -> None:
    """Each training pass moves the running statistics; a prediction leaves them alone."""
    rng = generator("batchnorm-running")
    for n, units, momentum, eps in cases(SETTINGS):
        layer = layer_with(BatchNorm, rng, units, momentum, eps)
        # Not from 0 and 1: there, an old value that counts and one that does not look the same.
        put(layer, "running_mean", weights(rng, units))
        put(layer, "running_var", rng.uniform(0.4, 2.0, size=units))
        for _ in range(3):
            x = batch(rng, n, units)
            mean_before, var_before = held(layer, "running_mean"), held(layer, "running_var")
            call(layer.forward, x, name=FORWARD)
            following = batch(rng, n, units)
            _judge_running(layer, "running_mean", mean_before, [x.mean(axis=0)], momentum, following)
            variances = [x.var(axis=0), x.var(axis=0, ddof=1)]
            _judge_running(layer, "running_var", var_before, variances, momentum, following)
        layer.training = False
        before = {key: held(layer, key) for key in ("running_mean", "running_var")}
        x = batch(rng, n, units)
        call(layer.forward, x, name=FORWARD)
        for key, value in before.items():
            statistic = x.mean(axis=0) if key == "running_mean" else x.var(axis=0)
            exact(
                held(layer, key),
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
    before = {key: held(layer, key) for key in ("running_mean", "running_var")}
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
        return batches[0] if np.allclose(held(layer, key), statistic) else None  # or the first batch only

    actual = held(layer, key)
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
        put(layer, "running_mean", mean)
        put(layer, "running_var", var)
        layer.training = False
        x, gamma, beta = batch(rng, n, units), held(layer, "gamma"), held(layer, "beta")
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
