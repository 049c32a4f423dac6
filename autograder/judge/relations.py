"""How two arrays of one shape relate, with no knowledge of what they are.

Each relation is a sentence that is true of the student's array: the right numbers in another order, scaled, squared, cut
off; or, where nothing simpler is true, what all errors have in common.
"""

from collections.abc import Callable, Iterator, Mapping

import numpy as np

from autograder.judge.evidence import (
    CONSTANT,
    FUNCTION,
    REARRANGED,
    SAME_NUMBER,
    SCALED,
    SHAPE_OF_ERROR,
    SIGN,
    SIZE,
    Slip,
)

FUNCTIONS: Mapping[str, Callable[[np.ndarray], np.ndarray]] = {
    "absolute_value_of_it": np.abs,
    "square_of_it": np.square,
    "root_of_it": np.sqrt,
    "reciprocal_of_it": np.reciprocal,
    "one_minus_it": lambda right: 1.0 - right,
    "exponential_of_it": np.exp,
    "logarithm_of_it": np.log,
    "rounded_down": np.floor,
    "decimals_cut_off": np.trunc,
}
"""Functions of the right number that a slip may return in its place."""

TRIED = frozenset(
    {(cause,) for cause in FUNCTIONS}
    | {
        (cause,)
        for cause in (
            "all_zero",
            "same_everywhere",
            "transposed",
            "axes_permuted",
            "reversed_order",
            "shifted_order",
            "entries_in_other_order",
            "one_for_all",
            "averaged_along_axis",
            "summed_along_axis",
            "running_sum",
            "wrong_sign",
            "constant_factor",
            "constant_offset",
            "rounded",
            "multiplied_by_size",
            "divided_by_size",
            "term_added",
            "factor_of_each_line",
            "offset_of_each_line",
        )
    }
)
"""The causes that are looked for in every wrong array."""

LINES = {0: "row", 1: "column"}


def close(actual: np.ndarray, candidate: np.ndarray, tolerance: float) -> bool:
    """Whether a candidate reproduces the student's array, relative to the largest of the student's numbers."""
    if candidate.shape != actual.shape or not np.all(np.isfinite(candidate)):
        return False
    largest = max(float(np.max(np.abs(actual), initial=0.0)), 1e-300)
    return bool(np.max(np.abs(actual - candidate), initial=0.0) <= tolerance * largest)


def relations(
    actual: np.ndarray, expected: np.ndarray, factors: Mapping[str, float], tolerance: float
) -> Iterator[Slip]:
    """All that is true of the student's array.

    Args:
        actual: the student's array, finite.
        expected: the right one, of the same shape.
        factors: causes that scale every entry, with their factors.
        tolerance: how closely numbers must agree.
    """
    with np.errstate(all="ignore"):
        yield from _order(actual, expected, tolerance)
        yield from _scale(actual, expected, factors, tolerance)
        if np.any(actual) and (actual.size == 1 or np.ptp(actual)):
            for cause, function in FUNCTIONS.items():
                if close(actual, function(expected), tolerance):
                    yield Slip((cause,), FUNCTION)
            yield from _rounded(actual, expected)
        yield from _errors(actual, expected, tolerance)


def _order(actual: np.ndarray, expected: np.ndarray, tolerance: float) -> Iterator[Slip]:
    """The right numbers in other places."""
    if actual.size < 2:
        return
    if not np.any(actual):
        yield Slip(("all_zero",), REARRANGED)
        return
    if np.ptp(actual) == 0.0:
        if np.ptp(expected) > 0.0:
            yield Slip(("same_everywhere",), REARRANGED)
        return

    def fits(candidate: np.ndarray) -> bool:
        return close(actual, candidate, tolerance)

    found = False
    square = actual.ndim == 2 and actual.shape[0] == actual.shape[1]
    if square and fits(expected.T):
        yield Slip(("transposed",), REARRANGED)
        found = True
    for axis in range(min(actual.ndim, 2)):
        length, line = actual.shape[axis], _line(actual, axis)
        if length > 1 and fits(np.flip(expected, axis)):
            yield Slip(("reversed_order",), REARRANGED, (("line", line),))
            found = True
        for by in range(1, length if length > 2 and not found else 0):
            if fits(np.roll(expected, by, axis)):
                yield Slip(("shifted_order",), REARRANGED, (("line", line),))
                found = True
        if actual.ndim > 1 and length > 1:
            for cause, value in (("averaged_along_axis", np.mean), ("summed_along_axis", np.sum)):
                if fits(np.broadcast_to(value(expected, axis=axis, keepdims=True), actual.shape)):
                    yield Slip((cause,), REARRANGED, (("line", line),))
            for place, word in ((0, "first"), (-1, "last")):
                one = np.take(expected, [place], axis)
                if fits(np.broadcast_to(one, actual.shape)):
                    yield Slip(("one_for_all",), REARRANGED, (("place", word), ("line", line)))
        if length > 1 and fits(np.cumsum(expected, axis)):
            yield Slip(("running_sum",), REARRANGED, (("line", line),))
    if not found and fits(_as_sorted(actual, expected)):
        yield Slip(("entries_in_other_order",), SHAPE_OF_ERROR)


def _rounded(actual: np.ndarray, expected: np.ndarray) -> Iterator[Slip]:
    """The right numbers to a few decimals."""
    for decimals in range(1, 7):
        if np.array_equal(actual, np.round(actual, decimals)):
            if np.max(np.abs(actual - expected)) <= 0.5001 * 10.0**-decimals:
                yield Slip(("rounded",), FUNCTION, (("decimals", str(decimals)),))
            return


def _as_sorted(actual: np.ndarray, expected: np.ndarray) -> np.ndarray:
    """The right numbers, put where the student has numbers of the same rank."""
    result = np.empty(actual.size)
    result[np.argsort(actual, axis=None)] = np.sort(expected, axis=None)
    return result.reshape(actual.shape)


def _scale(
    actual: np.ndarray, expected: np.ndarray, factors: Mapping[str, float], tolerance: float
) -> Iterator[Slip]:
    """Least squares for `actual = factor * expected`."""
    norm = float(np.sum(expected * expected))
    if norm == 0.0 or not np.isfinite(norm) or not np.any(actual):
        return
    factor = float(np.sum(actual * expected)) / norm
    if not close(actual, factor * expected, tolerance):
        return
    named = [cause for cause, value in factors.items() if abs(factor - value) <= tolerance * abs(value)]
    yield from (Slip((cause,), SCALED) for cause in named)
    if abs(factor + 1.0) <= tolerance:
        yield Slip(("wrong_sign",), SIGN)
    else:
        yield Slip(("constant_factor",), CONSTANT, (("factor", f"{factor:.4g}"),), factor)
    for words, size in _sizes(actual.shape):
        for cause, value in (("multiplied_by_size", size), ("divided_by_size", 1 / size)):
            if abs(factor - value) <= tolerance * value:
                yield Slip((cause,), SIZE, (("size", words),))


def _sizes(shape: tuple[int, ...]) -> Iterator[tuple[str, int]]:
    """Sizes of an array that a factor may be: told apart from other factors by arrays of other sizes."""
    if len(shape) == 1 and shape[0] > 1:
        yield "the number of its entries", shape[0]
    if len(shape) == 2:
        for words, size in (("rows", shape[0]), ("columns", shape[1]), ("entries", shape[0] * shape[1])):
            if size > 1:
                yield f"the number of its {words}", size


def added(
    actual: np.ndarray, expected: np.ndarray, known: Mapping[str, np.ndarray], tolerance: float
) -> Iterator[Slip]:
    """Known arrays of which a multiple has been added to the right one, by a number that is the same at all points.

    Args:
        actual: the student's array.
        expected: the right one.
        known: such arrays, by what a sentence calls them.
        tolerance: how closely numbers must agree.
    """
    for words, array in known.items():
        array = np.asarray(array, dtype=np.float64)
        norm = float(np.sum(array * array))
        if array.shape != actual.shape or not norm or actual.size < 2:
            continue
        factor = float(np.sum((actual - expected) * array)) / norm
        if factor and close(actual, expected + factor * array, tolerance):
            yield Slip(("term_added",), CONSTANT, (("term", words), ("factor", f"{factor:.4g}")), factor)


def multiples(actual: np.ndarray, known: Mapping[str, np.ndarray], tolerance: float) -> Iterator[Slip]:
    """Known arrays of which the student's is a multiple, by a number that must be the same at all points.

    Args:
        actual: the student's array.
        known: causes with such an array.
        tolerance: how closely numbers must agree.
    """
    for cause, array in known.items():
        norm = float(np.sum(array * array))
        factor = float(np.sum(actual * array)) / norm if norm else 0.0
        if factor and array.shape == actual.shape and close(actual, factor * array, tolerance):
            yield Slip((cause,), SHAPE_OF_ERROR, (("factor", f"{factor:.4g}"),), factor)


def _errors(actual: np.ndarray, expected: np.ndarray, tolerance: float) -> Iterator[Slip]:
    """What all errors have in common, where nothing simpler is true."""
    if actual.size < 3 or np.ptp(actual) == 0.0 or np.ptp(expected) == 0.0:
        return
    difference = actual - expected
    offset = float(difference.mean())
    if close(actual, expected + offset, tolerance):
        yield Slip(("constant_offset",), SHAPE_OF_ERROR)
        return
    if actual.ndim != 2 or min(actual.shape) < 2:
        return
    for axis in (0, 1):
        line = LINES[1 - axis]
        means = difference.mean(axis=axis, keepdims=True)
        if close(actual, expected + means, tolerance):
            yield Slip(("offset_of_each_line",), SHAPE_OF_ERROR, (("line", line),))
        shares = np.sum(actual * expected, axis=axis, keepdims=True) / np.sum(
            expected * expected, axis=axis, keepdims=True
        )
        differ = float(np.ptp(shares)) > SAME_NUMBER * float(np.max(np.abs(shares)))
        if differ and close(actual, expected * shares, tolerance):
            yield Slip(("factor_of_each_line",), SHAPE_OF_ERROR, (("line", line),))


def _line(actual: np.ndarray, axis: int) -> str:
    return "entry" if actual.ndim == 1 else LINES[axis]
