"""Checks of question `gradient_norm`: one number for the size of a gradient."""

from typing import Any

import numpy as np

from autograder.judge import call, confirmed, equal, generator, number, unchanged

NORM = "gradient_norm(grads)"
SMALL = 0.0123457


@confirmed
def norm_values(gradient_norm: Any) -> None:
    """The norm of known gradients, of multiples, and of a gradient that is put together from two."""
    known = {"W": np.array([[1.0, 2.0], [2.0, 0.0]]), "b": np.array([0.0, -4.0])}
    found = _norm(gradient_norm, known)
    equal(
        found,
        5.0,
        name=f"{NORM} of [[1, 2], [2, 0]] and [0, -4]",
        relative=1e-6,
        suspects={
            "norms_added": 7.0,
            "norm_without_root": 25.0,
            "norm_averaged": 5 / 6,
            "one_array_only": 3.0 if found < 3.5 else 4.0,  # the first or the last
            "norm_of_matrices": float(np.hypot(np.linalg.norm(known["W"], 2), 4.0)),
        },
        hint="one root over the squares of all entries together",
    )
    # Equal parts count as often as they occur: the squares add up to 25 + 25 + 14.
    repeated = {
        "W 1": np.array([[0.0, 3.0, 4.0]]),
        "gamma": np.array([4.0, 0.0, -3.0]),
        "s": np.arange(1.0, 4.0),
    }
    equal(
        _norm(gradient_norm, repeated),
        8.0,
        name=f"{NORM} of [[0, 3, 4]], [4, 0, -3] and [1, 2, 3]",
        relative=1e-6,
        hint="every array of the dict counts, under whatever key, and also if two of them are of the same size",
    )
    # An epsilon of 1e-8 under the root does not matter, a rounding to four places does.
    small = {key: SMALL * value for key, value in repeated.items()}
    equal(
        _norm(gradient_norm, small),
        SMALL * 8.0,
        name=f"{NORM} of {SMALL:g} times the same arrays",
        relative=1e-4,
        hint="what is added to the squares, and what is rounded: near the minimum gradients are small",
    )
    _leaves_gradient(gradient_norm, repeated)
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


def _leaves_gradient(gradient_norm: Any, grads: dict[str, np.ndarray]) -> None:
    given = {key: value.copy() for key, value in grads.items()}
    # Called without our copy: this call asks whether the caller's arrays survive; the step needs them afterwards.
    call(lambda: gradient_norm(given), name=NORM)
    for key, value in grads.items():
        unchanged(given[key], value, name=f'grads["{key}"]')


def _norm(gradient_norm: Any, grads: dict[str, np.ndarray]) -> float:
    return number(call(gradient_norm, grads, name=NORM), name=NORM)
