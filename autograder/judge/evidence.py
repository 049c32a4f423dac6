"""What the numbers of one wrong array say: which explanations reproduce it, and which were tried.

An explanation is a `Slip`: one or two causes, with what fills their sentences. The evidence of several random points is
put together by `verdict`: a slip must fit at each of them, must not fail at points of other sizes, and must be alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from autograder.causes import Diagnosis, composed

SUSPECTED, REARRANGED, SCALED, SIGN, FUNCTION, SOME, TWO, CONSTANT, SIZE, SHAPE_OF_ERROR = range(10)
"""Ranks, the most basic explanation first; an explanation is only looked for where no more basic one fits.

A slip that the check knows of; the right numbers in other places; a factor with a name; the sign; a function of the right
number; a rule for which entries are wrong; two slips at once; a factor without a name; one that follows the size of the
array; what the errors have in common.
"""

UNORDERED = (("all_zero",), ("same_everywhere",))
"""Of the rank of other places, what says nothing of an order: two numbers prove it."""

SAME_NUMBER = 1e-4
"""How closely a number of an explanation, such as a factor, must return at another point."""


@dataclass(frozen=True)
class Slip:
    """One explanation.

    Attributes:
        causes: identifiers; two of them for two slips at once.
        rank: how basic it is, see above.
        words: what fills the `{names}` of the sentences.
        number: a number that was measured, such as a factor; at another point it must be the same.
    """

    causes: tuple[str, ...]
    rank: int
    words: tuple[tuple[str, str], ...] = ()
    number: float | None = None

    def same(self, other: Slip) -> bool:
        """Whether another point tells the same."""
        if self.causes != other.causes:
            return False
        if self.number is None or other.number is None:
            return self.words == other.words
        return abs(self.number - other.number) <= SAME_NUMBER * abs(self.number)

    def diagnosis(self) -> Diagnosis:
        return composed(self.causes, **dict(self.words))


@dataclass(frozen=True)
class Evidence:
    """What one wrong array proves.

    Attributes:
        quantity: what is wrong, without the numbers in its name: the same quantity in a network of other sizes.
        name: what is wrong.
        slips: the explanations that reproduce it.
        tried: the causes that could have shown here.
        numbers: the student's and the right array, so that a repetition is not taken for a second point.
    """

    quantity: str
    name: str
    slips: tuple[Slip, ...]
    tried: frozenset[tuple[str, ...]]
    numbers: tuple[np.ndarray, np.ndarray] = field(repr=False, compare=False)

    def repeats(self, other: Evidence) -> bool:
        """Whether the other one is of the same numbers: then it confirms nothing."""
        return all(
            mine.shape == theirs.shape and np.array_equal(mine, theirs)
            for mine, theirs in zip(self.numbers, other.numbers, strict=True)
        )

    def fits(self, slip: Slip) -> bool:
        return any(slip.same(other) for other in self.slips)

    def contradicts(self, slip: Slip) -> bool:
        """Whether this slip was looked for here, and is not what is wrong here."""
        return slip.causes in self.tried and not self.fits(slip)


def verdict(found: Evidence, looks: Sequence[Evidence | None] = ()) -> Diagnosis | None:
    """The one explanation that holds everywhere.

    Args:
        found: the wrong array that the student reads of.
        looks: what further looks at the same check found; None for one that passed, or that failed without numbers.

    Returns:
        The cause, or None when no explanation holds, or several equally basic ones.
    """
    if any(look is not None and look.repeats(found) for look in looks):
        looks = ()  # nothing is drawn in this check: its entries are all that there is
    fresh = [look for look in looks if look is not None and look.quantity == found.quantity]
    if looks and not fresh:
        return None
    holding = [
        slip
        for slip in found.slips
        if not any(look.contradicts(slip) for look in fresh)
        and (not fresh or any(look.fits(slip) for look in fresh))
    ]
    if not fresh:
        holding = [slip for slip in holding if _provable_at_one_point(slip, found)]
    for rank in sorted({slip.rank for slip in holding}):
        alike = [slip for slip in holding if slip.rank == rank]
        if len({slip.causes for slip in alike}) == 1:
            return alike[0].diagnosis()
        if rank != TWO:
            return None  # two basic explanations that cannot be told apart
    return None


def _provable_at_one_point(slip: Slip, found: Evidence) -> bool:
    """Whether the entries of one array can prove an explanation among themselves.

    A rule for the wrong entries is made after looking at them: it needs a second point. So do a factor and a function when
    there is a single number, for any two numbers have some factor, and zeros have every factor; so does another order of
    two numbers, which round numbers have by chance; and so does what the errors have in common, unless a factor of each
    row or column is confirmed by at least four further entries.
    """
    rows_and_columns, size = found.numbers[0].shape, found.numbers[0].size
    telling = int(np.count_nonzero(found.numbers[1]))
    if slip.rank in (SUSPECTED, SCALED, SIGN):
        return True
    if slip.rank == REARRANGED:
        return size > 2 or slip.causes in UNORDERED
    if slip.causes == ("factor_of_each_line",):
        return size - max(rows_and_columns) >= 4
    return slip.rank in (FUNCTION, CONSTANT) and min(size, telling) > 1 or slip.rank == TWO and size > 2
