"""Checks of question `numerical_gradient`: the derivatives of polynomials are known, so nothing is left to trust."""

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.judge import (
    agree,
    any_route,
    array,
    call,
    cases,
    confirmed,
    equal,
    generator,
    unchanged,
    weights,
    wrong,
)

NAME = "numerical_gradient(f, x)"
NAME_EPS = "numerical_gradient(f, x, eps)"

ROUNDING = 1e-6
"""Allowed error at the default step of 1e-6, relative and as a share of the largest entry.

Rounding of f by 1e-16 times 10 becomes 1e-9 after the division by the step, while one-sided differences are off by
half the curvature times the step, here 1e-5.
"""

TRUNCATED = "what happens to an entry of an integer array when a small number is added to it"

LARGE_STEP = 0.125  # a power of 2: moving an entry there and back is exact


class Quadratic:
    """`f(x) = x Q x / 2 + l x` for an array of any shape, with the derivative `Q x + l`.

    Central differences of it are exact at every step. Q couples all entries, so f notices an entry that stays moved.

    Args:
        rng: makes the coefficients.
        x: where the derivative is asked for; there it is of order 1 while the curvature is 20.
    """

    def __init__(self, rng: np.random.Generator, x: np.ndarray) -> None:
        coupling = rng.normal(size=(x.size, x.size))
        self.Q = (coupling + coupling.T) / 2 + np.diag(np.full(x.size, 20.0))
        self.shape = x.shape
        self.gradient = weights(rng, *x.shape)
        self.linear = self.gradient.ravel() - self.Q @ x.ravel()

    def __call__(self, x: Any) -> float:
        if np.shape(x) != self.shape:
            raise ValueError(f"f was called with an array of shape {np.shape(x)}, not {self.shape} like x")
        flat = np.asarray(x, dtype=np.float64).ravel()
        return float(flat @ self.Q @ flat / 2 + self.linear @ flat)

    def one_sided(self, eps: float) -> np.ndarray:
        """What differences to one side would give."""
        return self.gradient + eps * np.diag(self.Q).reshape(self.shape) / 2

    def on_whole_numbers(self, x: np.ndarray, eps: float) -> np.ndarray:
        """What comes out where the moved entries lose their decimals."""
        result = np.empty(x.shape)
        for place in np.ndindex(x.shape):
            up, down = x.astype(float), x.astype(float)
            up[place], down[place] = np.trunc(up[place] + eps), np.trunc(down[place] - eps)
            result[place] = (self(up) - self(down)) / (2 * eps)
        return result

    def left_behind(self, eps: float) -> np.ndarray:
        """What comes out where each entry stays at its lower point."""
        return self.gradient - eps * (np.tril(self.Q, -1).sum(axis=1)).reshape(self.shape)


@confirmed
def numerical_values(numerical_gradient: Any) -> None:
    """Central differences of a quadratic function are exact, for arrays of every shape."""
    rng = generator("numerical_gradient-values")
    for shape in cases(((4,), (3, 2), (2, 3, 2), (1,), (2, 1))):
        x = weights(rng, *shape)
        f = Quadratic(rng, x)
        result = call(numerical_gradient, f, x, name=NAME)
        _right(result, f, NAME, 1e-6)
        result = call(numerical_gradient, f, x, LARGE_STEP, name=NAME_EPS)
        _right(result, f, f"numerical_gradient(f, x, {LARGE_STEP:g})", LARGE_STEP)
    for step in (1e-6, LARGE_STEP):
        _wherever_x_is(numerical_gradient, rng, step)


def _wherever_x_is(numerical_gradient: Any, rng: np.random.Generator, step: float) -> None:
    """Zeros, equal entries and entries of other sizes: the step is the same for all of them."""
    name = f"numerical_gradient(f, x, {step:g})"
    x = np.array([0.0, 2.5, -3.0, 2.5, 1.5])
    f = Quadratic(rng, x)
    result = call(numerical_gradient, f, x, step, name=NAME_EPS)
    found = array(result, name=name, shape=x.shape, axes="the shape of x", finite=False)
    for positions, which in (
        ([0], "where x is 0"),
        ([1, 3], "where two entries of x are equal"),
        ([1, 2, 3, 4], "where entries of x are larger than 1"),
    ):
        right = agree(found[positions], f.gradient[positions], relative=ROUNDING, scale=1e-5)
        rest = np.delete(np.arange(x.size), positions)
        if not right and agree(found[rest], f.gradient[rest], relative=ROUNDING, scale=1e-5):
            wrong(
                f"{name} is wrong {which}: x = {x.tolist()}.",
                hint="how an entry is found, and how far it is moved: neither depends on its value",
            )
    equal(
        found,
        f.gradient,
        name=f"{name} at x = {x.tolist()}",
        relative=ROUNDING,
        scale=1e-5,
        hint="how far an entry is moved, and what the difference is divided by, for small and for large entries",
    )


def _right(result: Any, f: Quadratic, name: str, eps: float) -> None:
    equal(
        result,
        f.gradient,
        name=name,
        axes="the shape of x",
        relative=ROUNDING,
        scale=ROUNDING,
        factors={"step_counted_twice": 2.0, "step_counted_half": 0.5},
        suspects={"one_sided_difference": f.one_sided(eps), "entry_not_restored": f.left_behind(eps)},
        hint="where f is evaluated, and what the difference is divided by",
    )


@confirmed
def numerical_step(numerical_gradient: Any) -> None:
    """The step is the `eps` that is passed: for a fifth power a large step leaves a known error."""
    rng = generator("numerical_gradient-eps")
    for shape, eps in cases((((3,), 0.25), ((2, 2), 0.5))):
        x, c = weights(rng, *shape), weights(rng, *shape)

        def f(at: Any, c: np.ndarray = c) -> float:
            return float(np.sum(c * np.asarray(at, dtype=np.float64) ** 5))

        result = call(numerical_gradient, f, x, eps, name=NAME_EPS)
        any_route(*(_fits(result, c * slope, 5 * c * x**4, eps) for slope in _central(x, eps)))


def _central(x: np.ndarray, eps: float) -> tuple[np.ndarray, ...]:
    """The central differences of a fifth power: at the points one step away, at half a step, and the five-point rule."""

    def quotient(h: float) -> np.ndarray:
        return ((x + h) ** 5 - (x - h) ** 5) / (2 * h)

    return quotient(eps), quotient(eps / 2), (4 * quotient(eps) - quotient(2 * eps)) / 3


def _fits(result: Any, expected: np.ndarray, derivative: np.ndarray, eps: float) -> Callable[[], None]:
    return lambda: equal(
        result,
        expected,
        name=f"numerical_gradient(f, x, {eps:g})",
        axes="the shape of x",
        relative=ROUNDING,
        scale=ROUNDING,
        factors={"step_counted_twice": 2.0, "step_counted_half": 0.5},
        suspects={"step_ignored": derivative},
        hint="how far `eps` moves an entry, and what the difference is divided by",
    )


@confirmed
def numerical_integers(numerical_gradient: Any) -> None:
    """An array of integers has the derivative that the same numbers have as floats."""
    rng = generator("numerical_gradient-integers")
    for shape, kind in cases((((3,), np.int64), ((2, 3), np.int32))):
        # Neither a 0 nor equal entries: what they do is judged by the values.
        x = rng.permutation([-4, -3, -2, -1, 1, 2, 3, 4])[: np.prod(shape)].reshape(shape).astype(kind)
        f = Quadratic(rng, x.astype(float))
        result = array(call(numerical_gradient, f, x, name=NAME), name=f"{NAME} for integers", shape=shape)
        if not np.any(result):
            wrong(
                f"{NAME} is zero in all entries when x holds integers.",
                hint=TRUNCATED,
            )

        def known(result: np.ndarray = result, f: Quadratic = f, x: np.ndarray = x) -> None:
            equal(
                result,
                f.gradient,
                name=f"{NAME} for integers",
                relative=ROUNDING,
                scale=1e-5,
                suspects={"whole_numbers_kept": lambda: f.on_whole_numbers(x, 1e-6)},
                hint=TRUNCATED,
            )

        def as_floats(result: np.ndarray = result, f: Quadratic = f, x: np.ndarray = x) -> None:
            own = array(call(numerical_gradient, f, x.astype(float), name=NAME), name=NAME, shape=x.shape)
            _parallel(own, f.gradient)
            equal(result, own, name=f"{NAME} for integers", relative=ROUNDING, scale=1e-5, hint=TRUNCATED)

        any_route(known, as_floats)


@confirmed
def numerical_untouched(numerical_gradient: Any) -> None:
    """The caller's array is the same afterwards, floats and integers."""
    rng = generator("numerical_gradient-untouched")
    for x in (weights(rng, 3), weights(rng, 2, 3), rng.integers(1, 5, size=4)):
        f = Quadratic(rng, x.astype(float))
        given = x.copy()
        # Called without a copy of ours: this call asks whether the caller's array survives.
        result = call(lambda given=given, f=f: numerical_gradient(f, given), name=NAME)
        unchanged(given, x, name="x")
        if x.dtype.kind == "f":
            _parallel(array(result, name=NAME, shape=x.shape), f.gradient)


def _parallel(result: np.ndarray, gradient: np.ndarray) -> None:
    """What else is asked of the result is judged elsewhere; but it must be about a derivative."""
    length = np.linalg.norm(result) * np.linalg.norm(gradient)
    if length == 0.0 or abs(float(np.sum(result * gradient))) < 0.99 * length:
        if agree(result, gradient, relative=1e-2, scale=1e-2):
            return
        wrong(f"{NAME} is not close to the derivative of f, so this check proves nothing.")
