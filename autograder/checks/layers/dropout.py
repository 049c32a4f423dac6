"""Checks of question `dropout`: which entries fall, by how much the others grow, and which gradients pass."""

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.causes import diagnosis
from autograder.checks.layers.common import exact
from autograder.judge import (
    Wrong,
    array,
    attribute,
    call,
    cases,
    confirmed,
    equal,
    generator,
    unchanged,
    weights,
    wrong,
)

SHAPE = (200, 150)
RATES = (0.3, 0.8, 0.05, 0.97)
FORWARD = "Dropout(p).forward(input)"
BACKWARD = "Dropout(p).backward(input, grad_output)"


@confirmed
def dropout_mask(Dropout: Any) -> None:
    """While training, each entry is 0 with probability p; the others grow so that the expected value stays."""
    rng = generator("dropout-mask")
    for p in cases(RATES):
        layer, x = training(Dropout, p), weights(rng, *SHAPE)
        result = _forward(layer, x)
        judge_kept(result, x, p)
        judge_dropped(result == 0, p)
        again = _forward(layer, x)
        if np.array_equal(again == 0, result == 0):
            wrong(
                f"{FORWARD} drops the same entries in every call.", hint="when the random numbers are drawn"
            )
    whole = rng.integers(1, 9, size=(20, 30))
    judge_kept(_forward(training(Dropout, 0.3), whole), whole, 0.3)
    _judge_draws(training(Dropout, 0.3), weights(rng, 60, 50))
    x = weights(rng, 4, 3)
    exact(
        _forward(training(Dropout, 0.0), x), x, name=f"{FORWARD} with p = 0", hint="nothing is dropped then"
    )
    given = x.copy()
    layer = training(Dropout, 0.5)
    call(lambda: layer.forward(given), name=FORWARD)
    unchanged(given, x, name="input")


def judge_kept(result: np.ndarray, x: np.ndarray, p: float) -> None:
    """Require that what is not 0 is the input, grown by the one factor that keeps the expected value."""
    kept = result != 0
    expected = np.where(kept, x, 0) / (1 - p)
    exact(
        result,
        expected,
        name=f"{FORWARD} with p = {p}, where it is not 0,",
        suspects={"dropout_not_scaled": np.where(kept, x, 0), "keep_drop_swapped": np.where(kept, x, 0) / p},
        hint="by which factor the entries that stay must grow, so that the sum stays the same on average",
    )


def judge_dropped(dropped: np.ndarray, p: float) -> None:
    """Require that the entries fall independently of each other, each with probability p.

    The share of n entries that fall is known to sqrt(p (1 - p) / n); six of these happen by chance once in 5e8.
    """
    if all(np.all(dropped == dropped[:1], axis=0)) or all(np.all(dropped == dropped[:, :1], axis=1)):
        wrong(
            f"{FORWARD} drops whole rows or columns: each entry must have its own chance.",
            diagnosis=diagnosis("mask_shared"),
        )
    share, tolerance = float(dropped.mean()), 6 * np.sqrt(p * (1 - p) / dropped.size)
    if abs(share - p) > tolerance:
        swapped = abs(share - (1 - p)) <= tolerance
        wrong(
            f"{FORWARD} with p = {p} drops {share:.1%} of the entries; {p:.0%} (within {tolerance:.2%}) is expected.",
            diagnosis=diagnosis("keep_drop_swapped") if swapped else None,
            hint="what the random numbers are compared with",
            share=share,
        )


def _judge_draws(layer: Any, x: np.ndarray) -> None:
    """No two of several calls drop the same entries; how many fall may be fixed, and each falls as often then."""
    masks = {(_forward(layer, x) == 0).tobytes() for _ in range(7)}
    if len(masks) < 7:
        wrong(f"{FORWARD} drops the same entries in several calls.", hint="when the random numbers are drawn")


@confirmed
def dropout_backward(Dropout: Any) -> None:
    """The gradient passes exactly where the last forward pass let something through, and grows as much."""
    rng = generator("dropout-backward")
    drops = False
    for p, shape in cases(((0.4, (20, 13)), (0.7, (9, 30)), (0.5, (1, 40)), (0.0, (3, 4)))):
        name = BACKWARD if p else f"{BACKWARD} with p = 0"
        layer = training(Dropout, p)
        first, x, upstream = (weights(rng, *shape) for _ in range(3))
        if not p and not _passes_everything(layer, x):
            continue  # what becomes of the input is judged elsewhere, and nothing can be compared with it here
        _forward(layer, first)
        result = _forward(layer, x)
        factor = result / x
        drops = drops or 0 < np.count_nonzero(factor) < factor.size
        passed = call(layer.backward, x, upstream, name=name)
        equal(
            passed,
            upstream * factor,
            name=name,
            relative=1e-6,
            suspects={"dropout_not_scaled": upstream * (factor != 0), "upstream_ignored": factor}
            | ({"mask_left_out": upstream} if p else {})
            | _another_mask(passed, upstream, factor, p),
            hint="which entries fell in the forward pass with this input, and what became of the others",
        )
        if p:
            _judge_own_mask(Dropout, layer, x, upstream, p)
            _judge_at_zeros(training(Dropout, p), rng, p)
        given = upstream.copy()
        call(lambda layer=layer, x=x, given=given: layer.backward(x, given), name=BACKWARD)
        unchanged(given, upstream, name="grad_output")
    if not drops:
        wrong(
            f"{FORWARD} drops nothing, or lets nothing through, so this check proves nothing.",
            hint="`forward`, while `training` is True",
        )


def _judge_own_mask(Dropout: Any, layer: Any, x: np.ndarray, upstream: np.ndarray, p: float) -> None:
    """A second layer with a mask of its own changes nothing for the first."""
    factor = _forward(layer, x) / x
    _forward(training(Dropout, p), x)
    passed = array(call(layer.backward, x, upstream, name=BACKWARD), name=BACKWARD, shape=x.shape)
    if not np.allclose(passed, upstream * factor, rtol=1e-6, atol=1e-9):
        wrong(
            f"what {BACKWARD} lets through depends on the mask of another Dropout layer.",
            diagnosis=diagnosis("shared_by_all_layers"),
        )


def _judge_at_zeros(layer: Any, rng: np.random.Generator, p: float) -> None:
    """An input of 0, as ReLU makes them, falls as often as any other, whatever share that is, and its gradient too."""
    x, upstream = weights(rng, 40, 30), weights(rng, 40, 30)
    x[rng.permuted(np.arange(x.size) % 2 == 0).reshape(x.shape)] = 0.0
    others = float(np.mean(_forward(layer, x)[x != 0] == 0))
    name = f"{BACKWARD} where the input is 0"
    passed = array(call(layer.backward, x, upstream, name=name), name=name, shape=x.shape)
    fallen = float(np.mean(passed[x == 0] == 0))
    # The share of n entries is known to sqrt(p (1 - p) / n), the difference of two such shares to sqrt(2) times that.
    if abs(fallen - others) > 6 * np.sqrt(2 * p * (1 - p) / np.count_nonzero(x == 0)):
        wrong(
            f"{name} drops {fallen:.1%} of the gradients; of the other entries, {others:.1%} fell.",
            hint="how `backward` knows which entries fell: a 0 in the output may have been a 0 in the input",
        )


def _passes_everything(layer: Any, x: np.ndarray) -> bool:
    try:
        return bool(np.allclose(_forward(layer, x), x))
    except Wrong:
        return False


@confirmed
def dropout_predict(Dropout: Any) -> None:
    """When the layer does not train, everything passes, forwards and backwards."""
    rng = generator("dropout-predict")
    for p in cases((0.5, 0.9)):
        layer, x, upstream = training(Dropout, p), weights(rng, 6, 7), weights(rng, 6, 7)
        mask = _forward(layer, x) / x  # a mask of an earlier pass must not stay
        layer.training = False
        predicted = _forward(layer, x)
        exact(
            predicted,
            x,
            name=f"{FORWARD} with training = False",
            factors={"scaled_in_prediction": 1 - p},
            suspects={
                "dropped_in_prediction": lambda predicted=predicted, x=x, p=p: _fallen(
                    predicted, x, (predicted != 0) / (1 - p)
                )
            },
            hint="what dropout does when the network is used",
        )
        result = call(layer.backward, x, upstream, name=BACKWARD)
        exact(
            result,
            upstream,
            name=f"{BACKWARD} with training = False",
            suspects={"old_mask_used": lambda result=result, g=upstream, mask=mask: _fallen(result, g, mask)},
            hint="what forward did with this input",
        )
        layer.training = True
        if np.array_equal(_forward(layer, x), x):
            wrong(
                "Dropout drops nothing when `training` is set to True again.",
                hint="where `training` is asked",
            )


def _fallen(result: Any, whole: np.ndarray, factors: np.ndarray) -> np.ndarray | None:
    """`whole` after a mask, grown or not, whichever is nearer to the student's; None where the mask drops nothing."""
    found = np.asarray(result, dtype=float)
    if np.all(factors) or found.shape != whole.shape:
        return None
    return min(
        (whole * factors, whole * (factors != 0)), key=lambda option: float(np.max(np.abs(option - found)))
    )


def _another_mask(
    passed: Any, upstream: np.ndarray, factor: np.ndarray, p: float
) -> dict[str, Callable[[], np.ndarray]]:
    """What passes where `backward` draws numbers of its own: the right factor, in other places."""
    there = np.shape(passed) == upstream.shape and not np.array_equal(np.asarray(passed) != 0, factor != 0)
    return (
        {"another_mask": lambda: np.where(np.asarray(passed) != 0, upstream / (1 - p), 0.0)} if there else {}
    )


def training(Dropout: Any, p: float) -> Any:
    """A new layer, which must be in training mode."""
    layer = call(Dropout, p, name="Dropout(p)")
    state = attribute(layer, "training", name="Dropout(p)")
    if not state:
        wrong(f"a new Dropout has training = {state!r}; True is expected.", hint="`__init__`")
    return layer


def _forward(layer: Any, x: np.ndarray) -> np.ndarray:
    return array(call(layer.forward, x, name=FORWARD), name=FORWARD, shape=x.shape)
