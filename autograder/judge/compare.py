"""Compare values: a fast screen first, the slow explanation only when it fails."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from autograder.causes import diagnosis
from autograder.judge.diagnosis import Clues, explain
from autograder.judge.evidence import verdict
from autograder.judge.products import Product
from autograder.judge.report import Picture, wrong
from autograder.judge.routes import only_the_verdict_counts
from autograder.judge.values import array

RELATIVE = 1e-4
"""Allowed relative error of an entry.

The course promises to see an error of 0.05 % = 5e-4 in one entry. The epsilon that a student puts into a
logarithm scales a gradient by p / (p + eps), that is by 2e-5 at most for eps = 1e-6 and the probabilities above
0.05 that the checks use. 1e-4 stands between the two with a factor of five on either side.
"""

SCALE = 1e-5
"""Allowed absolute error, as a share of the largest entry of what is expected.

Entries that are small because contributions cancel keep the rounding, and the epsilon effect, of the
contributions, so they need an allowance in units of the largest entry. A fixed `atol` would accept real bugs
wherever gradients are small.
"""

EXACT = 1e-9
"""For both tolerances, where neither an epsilon nor a difference quotient is involved: plain float64 rounding."""


def agree(
    actual: np.ndarray, expected: np.ndarray, *, relative: float = RELATIVE, scale: float = SCALE
) -> bool:
    """Whether two float64 arrays of one shape agree within the tolerances."""
    return bool(np.all(np.abs(actual - expected) <= allowed_error(expected, relative=relative, scale=scale)))


CLEARLY = 0.01
"""A difference, as a share of the largest entry, that no tolerance hides.

Where something must change with what it is given, or nothing that follows it proves anything, a change of the size of a
tolerance is none: the answer that leaves it out would still agree.
"""


def apart(one: np.ndarray, other: np.ndarray) -> bool:
    """Whether two float64 arrays differ clearly, in shape or in some entry."""
    if one.shape != other.shape:
        return True
    if one.size == 0:
        return False
    return bool(np.max(np.abs(one - other)) > CLEARLY * max(np.max(np.abs(one)), np.max(np.abs(other))))


def allowed_error(
    expected: np.ndarray, *, relative: float = RELATIVE, scale: float = SCALE
) -> np.ndarray | float:
    """The largest error that counts as rounding, entry by entry."""
    if expected.size == 0:
        return 0.0
    return relative * np.abs(expected) + scale * np.abs(expected).max()


def equal(
    actual: Any,
    expected: Any,
    *,
    name: str,
    axes: str = "",
    relative: float = RELATIVE,
    scale: float = SCALE,
    one_sample: bool = False,
    integers: bool = False,
    narrow: bool = False,
    factors: Mapping[str, float] | None = None,
    suspects: Mapping[str, Callable[[], Any] | Any] | None = None,
    product: Callable[[], Product] | Product | None = None,
    terms: Callable[[], Mapping[str, np.ndarray]] | Mapping[str, np.ndarray] | None = None,
    function: Callable[[np.ndarray], np.ndarray] | None = None,
    argument: Any = None,
    places: Mapping[str, np.ndarray] | None = None,
    multiples: Mapping[str, np.ndarray] | None = None,
    added: Mapping[str, np.ndarray] | None = None,
    units: Mapping[str, float] | None = None,
    earlier: Callable[[], Mapping[str, tuple[Any, np.ndarray]]] | None = None,
    hint: str = "",
) -> np.ndarray:
    """Require that a student's value equals what is expected: type, shape, dtype, finite, values, in this order.

    Args:
        actual: the student's value.
        expected: the right array or number; its shape is the expected shape.
        name: how the student would write the value.
        axes: the shape in letters, for messages.
        relative: allowed relative error.
        scale: allowed error as a share of the largest expected entry.
        one_sample: accept a leading axis of 1.
        integers: accept integers and booleans.
        narrow: accept float32.
        factors: causes that scale every entry, with their factors, such as `{"batch_not_averaged": 5}`.
        suspects: causes with the array that each would give, or a function that makes it (called only on
            failure; one that raises is dropped), or a list of these, any of which proves it.
        product: the factors that `expected` is made of, or a function that finds them (called only on failure).
        terms: the terms that `expected` is the sum of, by what a sentence calls them, such as `the penalty`.
        function: where `expected` is a known function of an argument, that function.
        argument: its argument.
        places: sets of entries of which a slip may change just these, by what they share, such as
            `{"that of the true class": mask}`.
        multiples: causes with an array of which the value is then a multiple, by the same number in all cases.
        added: arrays of which a slip may add a multiple, by what a sentence calls them.
        units: numbers that `expected` was multiplied by in the end, such as `{"the learning rate": 0.1}`.
        earlier: finds what this value rests on, first things first: names with the student's value and the right one. If
            one of these is wrong as well, the student reads that it comes first (called only on failure).
        hint: where to look when no cause is proven.

    Returns:
        The student's value as float64.

    Raises:
        Wrong: the first of the five that does not hold.
    """
    expected = np.asarray(expected, dtype=np.float64)
    actual = array(
        actual,
        name=name,
        shape=expected.shape,
        axes=axes,
        one_sample=one_sample,
        integers=integers or not np.any(expected),
        narrow=narrow,
    )
    if agree(actual, expected, relative=relative, scale=scale):
        return actual
    fact, data = describe_difference(actual, expected, name=name, relative=relative, scale=scale)
    if only_the_verdict_counts():
        wrong(fact, hint=hint, **data)
    bad = np.abs(actual - expected) > allowed_error(expected, relative=relative, scale=scale)
    clues = Clues(
        factors or {},
        suspects or {},
        product,
        terms or {},
        function,
        argument,
        places or {},
        multiples or {},
        added or {},
        units or {},
    )
    try:
        evidence = explain(actual, expected, bad, clues, name=name, relative=relative)
    except Exception:  # noqa: BLE001 - why something is wrong must never decide whether it is
        wrong(fact, hint=hint, **data)
    picture = Picture(name, actual, expected) if expected.size > 1 else None
    first = _first_wrong(earlier, relative, scale) if earlier else None
    if first:
        data["earlier"] = first
    wrong(
        fact,
        diagnosis=verdict(evidence),
        hint=hint,
        first=first or "",
        picture=picture,
        evidence=evidence,
        **data,
    )


def _first_wrong(
    earlier: Callable[[], Mapping[str, tuple[Any, np.ndarray]]], relative: float, scale: float
) -> str | None:
    """The name of the first of several values that is wrong."""
    try:
        for name, (actual, expected) in earlier().items():
            found = np.asarray(actual, dtype=np.float64).reshape(expected.shape)
            if not agree(found, expected, relative=relative, scale=scale):
                return name
    except Exception:  # noqa: BLE001 - another shape, or no numbers: the checks of that value say so
        return None
    return None


def describe_difference(
    actual: np.ndarray,
    expected: np.ndarray,
    *,
    name: str,
    relative: float = RELATIVE,
    scale: float = SCALE,
) -> tuple[str, dict[str, Any]]:
    """Two lines on where two arrays of one shape differ, and the same as data."""
    error = np.abs(actual - expected)
    allowed = allowed_error(expected, relative=relative, scale=scale)
    bad = error > allowed
    # The largest error of those that are not rounding: beside a large entry, a larger one may be.
    worst = tuple(int(i) for i in np.unravel_index(int(np.argmax(np.where(bad, error, -1.0))), error.shape))
    largest = float(error[worst])
    reference = float(np.abs(expected[worst]))
    share = largest / reference if reference > 0 else None
    size, count = error.size, int(bad.sum())
    yours, right = float(actual[worst]), float(expected[worst])
    relative_text = f", relative {share:.2g}" if share is not None else ""
    error_text = f"(off by {largest:.2g}{relative_text}; allowed {float(np.broadcast_to(allowed, error.shape)[worst]):.1g})"
    if error.ndim == 0:
        fact = f"{name} has the wrong value.\nyours {number_text(yours)}, expected {number_text(right)} {error_text}"
    else:
        entries = "all entries" if count == size else f"{count} of {size} entries"
        fact = (
            f"{name} is wrong in {entries}.\n"
            f"worst at {_index_text(worst)}: yours {number_text(yours)}, expected {number_text(right)} {error_text}"
        )
    data = {
        "index": list(worst),
        "actual": yours,
        "expected": right,
        "count": count,
        "size": size,
        "max_absolute_error": largest,
        "max_relative_error": share,
        "shape": list(error.shape),
    }
    return fact, data


def unchanged(after: Any, before: Any, *, name: str) -> None:
    """Require that an array which was handed to student code is what it was, up to rounding.

    Raises:
        Wrong: an entry differs.
    """
    after, before = np.asarray(after), np.asarray(before)
    if after.shape == before.shape and np.allclose(after, before, rtol=1e-9, atol=1e-12):
        return
    wrong(f"{name} is not the same after the call.", diagnosis=diagnosis("input_changed"))


def same_classes(actual: Any, expected: Sequence[int], *, name: str) -> np.ndarray:
    """Require that an array of classes or indices equals what is expected, entry by entry.

    Raises:
        Wrong: type, shape or an entry.
    """
    return equal(actual, expected, name=name, relative=0.0, scale=1e-9, integers=True)


def number_text(value: float) -> str:
    """A number for a message: six digits, never `np.float64(...)`."""
    return f"{value + 0.0:.6g}"  # never -0


def _index_text(index: tuple[int, ...]) -> str:
    return "[" + ", ".join(map(str, index)) + "]"
