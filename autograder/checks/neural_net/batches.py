"""Checks of question `minibatch`: the mean gradient of a batch."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import scipy.special

from autograder.checks.neural_net.models import (
    AXES,
    PARAMETERS,
    Activations,
    Point,
    factors,
    make,
    not_constant,
    own_function,
    put,
)
from autograder.checks.neural_net.repeated import calls_are_independent
from autograder.checks.neural_net.sigmoid import or_above_right_sigmoid, slopes
from autograder.judge import (
    Asked,
    any_route,
    array,
    call,
    cases,
    confirmed,
    equal,
    generator,
    labels,
    log_loss,
    mapping,
    of_its_sample,
    parameter_gradient,
    planted,
    weights,
    wrong,
)

NAME = "grad_loss_batch(model, X, y)"
LARGE = 400.0  # entries of samples that make entries of a gradient of order 10

Gradient = Callable[
    [dict[str, np.ndarray], np.ndarray, np.ndarray, Callable], tuple[dict[str, np.ndarray], Activations]
]
"""An examiner's gradient: parameters, X, y and the derivative of the sigmoid give the mean gradient and (y, h, z_h)."""


@confirmed
def batch_gradient(grad_loss_batch: Any, NeuralNet: Any, keys: Sequence[str]) -> None:
    """The gradient of a batch is the mean of its samples' gradients.

    Args:
        grad_loss_batch: the student's function.
        NeuralNet: the student's class, whose `grad_loss` it is compared with.
        keys: the parameters that are judged.
    """

    def judge() -> None:
        rng = generator(f"minibatch-{'-'.join(keys)}")
        calls_are_independent(grad_loss_batch, NeuralNet, keys, rng)
        for n, sizes in cases(((5, (4, 6, 3)), (3, (2, 4, 5)))):
            _judge_batch(grad_loss_batch, NeuralNet, keys, n, sizes, rng)
        # A mean counts a sample as often as it occurs, and has no upper bound.
        _judge_batch(
            grad_loss_batch, NeuralNet, keys, 4, (3, 5, 4), rng, what="with a sample twice", twice=True
        )
        _judge_batch(
            grad_loss_batch, NeuralNet, keys, 3, (4, 3, 2), rng, what="with large entries", size=LARGE
        )

    or_above_right_sigmoid(NeuralNet, judge)


@confirmed
def batch_of_one(grad_loss_batch: Any, NeuralNet: Any) -> None:
    """A batch of a single sample `(1, D)` works, and all four gradients have their shapes."""

    def judge() -> None:
        rng = generator("minibatch-one_row")
        calls_are_independent(grad_loss_batch, NeuralNet, PARAMETERS, rng, n=1)
        for sizes in cases(((4, 5, 3), (3, 2, 4))):
            _judge_batch(grad_loss_batch, NeuralNet, PARAMETERS, 1, sizes, rng)

    or_above_right_sigmoid(NeuralNet, judge)


def _judge_batch(
    grad_loss_batch: Any,
    NeuralNet: Any,
    keys: Sequence[str],
    n: int,
    sizes: Sequence[int],
    rng: np.random.Generator,
    *,
    what: str = "",
    twice: bool = False,
    size: float = 1.0,
) -> None:
    model, parameters = make(NeuralNet, sizes, rng)
    # A small batch lacks the last class: how many there are is not said by its labels.
    X, y = weights(rng, n, sizes[0]), labels(rng, n, sizes[2] - (n < sizes[2]))
    z_h, p = weights(rng, n, sizes[1]), rng.dirichlet(np.full(sizes[2], 4.0), size=n)
    for values in (X, y, z_h, p) if twice else ():
        values[-1] = values[0]
    X *= size
    put(model, "W_h", parameters["W_h"] / size)  # so that the sigmoid has a slope
    chosen = (p, scipy.special.expit(z_h), z_h)

    def of_sample(x: np.ndarray, label: Any) -> dict[str, np.ndarray]:
        name = "grad_loss(x, y_true)"
        found = mapping(call(model.grad_loss, x, label, name=name), keys, name=name)
        return {
            key: array(value, name=f'grads["{key}"]', shape=parameters[key].shape, one_sample=True)
            for key, value in found.items()
        }

    def mean_of_own_samples() -> None:
        first = of_its_sample(of_sample, X[0], y[0], sizes[2], None if n == 1 else X[1])
        samples = [first, *(of_sample(*sample) for sample in zip(X[1:], y[1:], strict=True))]
        for key in keys:
            parts = [sample[key] for sample in samples]
            _same(grad_loss_batch, model, X, y, key, np.mean(parts, axis=0), parts, what)

    def activations(given: np.ndarray) -> Activations:
        if np.ndim(given) > 1:
            return tuple(values.copy() for values in chosen)
        row = int(np.argmin(np.abs(X - np.asarray(given)).sum(axis=1)))
        return tuple(values[row].copy() for values in chosen)

    def chosen_activations() -> Any:
        return planted(
            model, forward_keep_activations=activations, forward=lambda given: activations(given)[0]
        )

    def mean_at_chosen_activations() -> None:
        with chosen_activations():
            mean_of_own_samples()

    def stated_cost() -> None:
        for key in keys:
            _same(
                grad_loss_batch,
                model,
                X,
                y,
                key,
                parameter_gradient(model, key, _stated(model, X, y, sizes[2])),
                [],
                what,
            )

    def on_right_gradients() -> None:
        def of_one(given: np.ndarray, label: Any) -> dict[str, np.ndarray]:
            point = Point(given, label, *activations(given), parameters["W_o"])
            return {key: point.gradient(key) for key in PARAMETERS}

        with chosen_activations(), planted(model, grad_loss=of_one):
            mean_of_own_samples()

    any_route(
        mean_of_own_samples,
        # Where `grad_loss` is wrong, the mean gradient may still be that of the stated cost.
        stated_cost,
        # Where the forward pass is wrong: both follow whatever it gives.
        mean_at_chosen_activations,
        # Where both are wrong.
        on_right_gradients,
    )


def _stated(model: Any, X: np.ndarray, y: np.ndarray, classes: int) -> Asked:
    """The stated cost of what the student's network predicts."""
    name, shape = "forward(X)", (len(X), classes)

    def read(found: Any) -> float:
        return log_loss(array(found, name=name, shape=shape, axes="(N, C)"), y)

    return Asked(model.forward, (X,), name, read)


def _same(
    grad_loss_batch: Any,
    model: Any,
    X: np.ndarray,
    y: np.ndarray,
    key: str,
    expected: np.ndarray,
    parts: list[np.ndarray],
    what: str = "",
) -> None:
    """One entry of the student's dict equals the mean gradient; `parts` are the samples' own gradients, if known."""
    if not np.any(expected):
        wrong(
            f'the expected grads["{key}"] is zero, so nothing can be judged.', hint="`grad_loss` of NeuralNet"
        )
    n = len(X)
    grads = mapping(call(grad_loss_batch, model, X, y, name=NAME), PARAMETERS, name=NAME)
    several = {"batch_not_averaged": n, "batch_averaged_twice": 1 / n}
    equal(
        grads[key],
        expected,
        name=f'grads["{key}"] of a batch of {n}{what and " "}{what}',
        axes=AXES[key],
        factors=several,
        suspects={"one_sample_only": lambda: _one_of(parts, grads[key])} if len(parts) > 1 else {},
        product=lambda: factors(model, key, X, y),
        hint="`grad_loss_batch`: over which axis the samples are summed, and where they are averaged",
    )


def _one_of(parts: list[np.ndarray], found: Any) -> np.ndarray:
    """The gradient of the last sample if that is what was found, else of the first."""
    last = np.shape(found) == parts[-1].shape and np.allclose(found, parts[-1])
    return parts[-1] if last else parts[0]


@confirmed
def batch_gradient_agrees(
    grad_loss_batch: Any,
    NeuralNet: Any,
    dsigmoid: Any,
    keys: Sequence[str],
    batch_sizes: Sequence[int],
    gradient: Gradient,
    rng: np.random.Generator,
) -> None:
    """Hold the gradient of a batch against an examiner's gradient.

    Args:
        grad_loss_batch: the student's function.
        NeuralNet: the student's class.
        dsigmoid: the student's derivative of the sigmoid, which the gradient may follow.
        keys: the parameters that are judged.
        batch_sizes: a network is drawn for each.
        gradient: the right gradient.
        rng: draws parameters and samples.
    """

    def judge() -> None:
        for n, sizes in cases(list(zip(batch_sizes, ((3, 5, 4), (4, 2, 3), (3, 3, 3)), strict=False))):
            _judge_agreement(grad_loss_batch, NeuralNet, dsigmoid, keys, n, sizes, gradient, rng)

    or_above_right_sigmoid(NeuralNet, judge)


def _judge_agreement(
    grad_loss_batch: Any,
    NeuralNet: Any,
    dsigmoid: Any,
    keys: Sequence[str],
    n: int,
    sizes: Sequence[int],
    gradient: Gradient,
    rng: np.random.Generator,
) -> None:
    model, parameters = make(NeuralNet, sizes, rng)
    X, y = rng.normal(size=(n, sizes[0])), labels(rng, n, sizes[2])

    def slope(z: np.ndarray) -> np.ndarray:
        return slopes(scipy.special.expit, z)

    def own_slope(z: np.ndarray) -> np.ndarray:
        return not_constant(own_function(dsigmoid, "dsigmoid(X)")(z))

    def judge(derivative: Callable) -> None:
        expected, _ = gradient(parameters, X, y, derivative)
        for key in keys:
            _same(grad_loss_batch, model, X, y, key, expected[key], [])

    def judge_planted(derivative: Callable) -> None:
        """The same on a right forward pass and right gradients of single samples."""

        def activations(given: np.ndarray) -> Activations:
            rows = np.atleast_2d(given)
            found = gradient(parameters, rows, np.zeros(len(rows), dtype=int), slope)[1]
            return found if np.ndim(given) > 1 else tuple(values[0] for values in found)

        def of_one(x: np.ndarray, label: Any) -> dict[str, np.ndarray]:
            return gradient(parameters, np.atleast_2d(x), np.atleast_1d(label), derivative)[0]

        with planted(
            model,
            forward_keep_activations=activations,
            forward=lambda given: activations(given)[0],
            grad_loss=of_one,
        ):
            judge(derivative)

    any_route(
        lambda: judge(slope),
        lambda: judge_planted(slope),
        lambda: judge(own_slope),
        lambda: judge_planted(own_slope),
    )
