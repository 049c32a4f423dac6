"""Which entries are wrong, where the others are right: what do the wrong ones share?"""

from collections.abc import Iterator, Mapping

import numpy as np

from autograder.judge.evidence import SOME, Slip

TRIED = frozenset({("some_entries",), ("clipped_entries",), ("same_number_in_some",), ("sign_of_some",)})


def patterns(
    actual: np.ndarray,
    expected: np.ndarray,
    bad: np.ndarray,
    places: Mapping[str, np.ndarray],
    tolerance: float,
    units: Mapping[str, float],
) -> Iterator[Slip]:
    """Rules that tell the wrong entries from the right ones.

    Args:
        actual: the student's array.
        expected: the right one.
        bad: which entries are wrong.
        places: further sets of entries that the check knows, by what they share, such as `that of the true class`.
        tolerance: how closely numbers must agree.
        units: by what the right array was multiplied in the end, by its name: a limit may stand before that.
    """
    if not bad.any() or bad.size < 3:
        return
    clipped = list(_clipped(actual, expected, bad, tolerance, units))
    yield from clipped
    if bad.all():
        return
    wrong, right = actual[bad], expected[bad]
    where = [words for words, mask in _sets(bad.shape, places) if np.array_equal(mask, bad)]
    if where:  # of several rules, the other points keep the one that holds there as well
        yield from (Slip(("some_entries",), SOME, (("which", words),)) for words in where)
        return
    if bad.sum() < 2:
        return
    if np.max(np.abs(wrong + right)) <= tolerance * np.max(np.abs(right)):
        yield Slip(("sign_of_some",), SOME, (("sign", _sign(right)),))
    elif np.ptp(wrong) == 0.0:
        value = float(wrong[0])
        if not clipped:
            yield Slip(("same_number_in_some",), SOME, (("value", f"{value + 0.0:.4g}"),), value)
    elif np.array_equal(bad, expected < 0) or np.array_equal(bad, expected > 0):
        sign = "negative" if right[0] < 0 else "positive"
        yield Slip(("some_entries",), SOME, (("which", f"those that should be {sign}"),))


def _clipped(
    actual: np.ndarray, expected: np.ndarray, bad: np.ndarray, tolerance: float, units: Mapping[str, float]
) -> Iterator[Slip]:
    """Whether all wrong entries, and no others, lie beyond a limit and were set to it; above, below, or on both sides.

    Different numbers that become the same show a limit; equal ones may as well have been written so.
    """
    wrong, right = actual[bad], expected[bad]
    limit = float(np.max(np.abs(wrong)))
    same = np.max(np.abs(np.abs(wrong) - limit)) <= tolerance * limit
    if np.ptp(right) == 0.0 or not same:
        return
    if np.ptp(np.sign(wrong)) == 0:
        limit = float(wrong[0]) + 0.0
        beyond = np.array_equal(bad, expected > limit) or np.array_equal(bad, expected < limit)
    else:
        beyond = np.array_equal(bad, np.abs(expected) > limit) and np.all(np.sign(wrong) == np.sign(right))
    if beyond:
        yield Slip(("clipped_entries",), SOME, (("value", f"{limit:.4g}"),), limit)
        for words, unit in units.items():
            value = abs(limit / unit)
            yield Slip(("clipped_entries",), SOME, (("value", f"{value:.4g} times {words}"),), value)


def _sign(right: np.ndarray) -> str:
    return "negative " if np.all(right < 0) else "positive " if np.all(right > 0) else ""


def _sets(shape: tuple[int, ...], places: Mapping[str, np.ndarray]) -> Iterator[tuple[str, np.ndarray]]:
    """Sets of entries with a name, the telling ones first."""
    for words, mask in places.items():
        yield words, np.broadcast_to(mask, shape)
        yield f"all but {words}", ~np.broadcast_to(mask, shape)
    for axis, length in enumerate(shape[:2]):
        line = "entry" if len(shape) == 1 else ("row", "column")[axis]
        if length < 2:
            continue
        index = np.arange(length).reshape([-1 if a == axis else 1 for a in range(len(shape))])
        for at, words in ((0, f"the first {line}"), (length - 1, f"the last {line}")):
            yield words, np.broadcast_to(index == at, shape)
            yield f"all but {words}", np.broadcast_to(index != at, shape)
        for at in range(1, length - 1):
            yield f"{line} {at}", np.broadcast_to(index == at, shape)
    if len(shape) == 2 and min(shape) > 1:
        rows, columns = np.indices(shape)
        yield "the diagonal", rows == columns
        yield "everything off the diagonal", rows != columns
        yield "everything above the diagonal", rows < columns
        yield "everything below the diagonal", rows > columns
