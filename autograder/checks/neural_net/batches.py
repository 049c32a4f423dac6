"""Checks of questions `minibatch` and `gradient_norm`: the mean gradient of a batch, and one number for its size."""

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
)
from autograder.checks.neural_net.sigmoid import slopes
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
    number,
    of_its_sample,
    parameter_gradient,
    planted,
    weights,
    wrong,
)

NAME = "grad_loss_batch(model, X, y)"
NORM = "gradient_norm(grads)"

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
    rng = generator(f"minibatch-{'-'.join(keys)}")
    for n, sizes in cases(((5, (4, 6, 3)), (3, (2, 4, 5)))):
        _judge_batch(grad_loss_batch, NeuralNet, keys, n, sizes, rng)


@confirmed
def batch_of_one(grad_loss_batch: Any, NeuralNet: Any) -> None:
    """A batch of a single sample `(1, D)` works, and all four gradients have their shapes."""
    rng = generator("minibatch-one_row")
    for sizes in cases(((4, 5, 3), (3, 2, 4))):
        _judge_batch(grad_loss_batch, NeuralNet, PARAMETERS, 1, sizes, rng)


def _judge_batch(
    grad_loss_batch: Any,
    NeuralNet: Any,
    keys: Sequence[str],
    n: int,
    sizes: Sequence[int],
    rng: np.random.Generator,
) -> None:
    model, parameters = make(NeuralNet, sizes, rng)
    X, y = weights(rng, n, sizes[0]), labels(rng, n, sizes[2])
    z_h, p = weights(rng, n, sizes[1]), rng.dirichlet(np.full(sizes[2], 4.0), size=n)
    chosen = (p, scipy.special.expit(z_h), z_h)

    def of_sample(x: np.ndarray, label: Any) -> dict[str, np.ndarray]:
        name = "grad_loss(x, y_true)"
        found = mapping(call(model.grad_loss, x, label, name=name), keys, name=name)
        return {key: array(value, name=f'grads["{key}"]') for key, value in found.items()}

    def mean_of_own_samples() -> None:
        first = of_its_sample(of_sample, X[0], y[0], sizes[2], None if n == 1 else X[1])
        samples = [first, *(of_sample(*sample) for sample in zip(X[1:], y[1:], strict=True))]
        for key in keys:
            parts = [sample[key] for sample in samples]
            _same(grad_loss_batch, model, X, y, key, np.mean(parts, axis=0), parts)

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
        name=f'grads["{key}"] of a batch of {n}',
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
    for n, sizes in cases(list(zip(batch_sizes, ((3, 5, 4), (4, 2, 3), (3, 3, 3)), strict=False))):
        _judge_agreement(grad_loss_batch, NeuralNet, dsigmoid, keys, n, sizes, gradient, rng)


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


@confirmed
def norm_values(gradient_norm: Any) -> None:
    """The norm of known gradients, of multiples, and of a gradient that is put together from two."""
    known = {"W": np.array([[1.0, 2.0], [2.0, 0.0]]), "b": np.array([0.0, -4.0])}
    equal(
        _norm(gradient_norm, known),
        5.0,
        name=f"{NORM} of [[1, 2], [2, 0]] and [0, -4]",
        relative=1e-6,
        suspects={
            "norms_added": 7.0,
            "norm_without_root": 25.0,
            "norm_averaged": 5 / 6,
            "one_array_only": 4.0,
        },
        hint="one root over the squares of all entries together",
    )
    rng = generator("gradient_norm-values")
    first = {"W_h": rng.normal(size=(3, 4)), "b_h": rng.normal(size=4)}
    second = {"some other key": rng.normal(size=(2, 3, 2)), "c": np.asarray(rng.normal())}
    parts, together = (_norm(gradient_norm, first), _norm(gradient_norm, second)), first | second
    equal(
        _norm(gradient_norm, together),
        np.hypot(*parts),
        name=f"{NORM} of two gradients in one dict",
        relative=1e-6,
        suspects={"norms_added": sum(parts)},
        hint="one root over the squares of all entries together",
    )
    for array_of in ({"W": rng.normal(size=(4, 5))}, {"v": rng.normal(size=6)}, {"s": np.array([2.5])}):
        flipped = {key: -value for key, value in array_of.items()}
        spread = {str(i): np.array([value]) for i, value in enumerate(np.ravel(list(array_of.values())))}
        expected = _norm(gradient_norm, spread)
        for same in (array_of, flipped):
            name = f"{NORM} of one array (expected: the same numbers in arrays of their own)"
            equal(
                _norm(gradient_norm, same),
                expected,
                name=name,
                relative=1e-6,
                hint="every entry counts alike",
            )


def _norm(gradient_norm: Any, grads: dict[str, np.ndarray]) -> float:
    return number(call(gradient_norm, grads, name=NORM), name=NORM)
