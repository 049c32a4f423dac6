"""Find out why an array is wrong, from the numbers alone.

`explain` collects every explanation that reproduces the student's array at one random point; `autograder.judge.fresh` holds
them against further points, and `autograder.judge.evidence.verdict` says what is left. Explanations are made, not
listed: products with a factor changed, factors with a name, relations of two arrays, rules for the wrong entries, and
pairs of these. What a check adds are the factors and the cases that only it can know.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from autograder.judge import patterns, relations, terms
from autograder.judge.evidence import SUSPECTED, TWO, Evidence, Slip
from autograder.judge.products import Product, value_of
from autograder.judge.relations import close
from autograder.judge.undisturbed import undisturbed

ROUNDING = 1e-6
"""How closely an explanation must reproduce the student's numbers, relative to the largest of them.

Loose enough for difference quotients (1e-9); the chance that a wrong one fits k random entries this well is of the
order of 1e-6 to the power k. A check that allows an epsilon in a logarithm, which changes numbers by 2e-5, allows it here.
"""

EPSILON_SHARE = 0.2
"""Share of a check's own relative tolerance that an explanation may miss by."""


@dataclass(frozen=True)
class Clues:
    """What a check knows about an array that is wrong; see `autograder.judge.compare.equal`."""

    factors: Mapping[str, float] = field(default_factory=dict)
    suspects: Mapping[str, Callable[[], Any] | Any] = field(default_factory=dict)
    product: Callable[[], Product] | Product | None = None
    terms: Callable[[], Mapping[str, np.ndarray]] | Mapping[str, np.ndarray] = field(default_factory=dict)
    function: Callable[[np.ndarray], np.ndarray] | None = None
    argument: Any = None
    places: Mapping[str, np.ndarray] = field(default_factory=dict)
    multiples: Mapping[str, np.ndarray] = field(default_factory=dict)
    added: Mapping[str, np.ndarray] = field(default_factory=dict)
    units: Mapping[str, float] = field(default_factory=dict)


def explain(
    actual: np.ndarray,
    expected: np.ndarray,
    bad: np.ndarray,
    clues: Clues,
    *,
    name: str,
    relative: float = 0.0,
) -> Evidence:
    """Collect what reproduces the student's array.

    Args:
        actual: the student's array, finite, of the expected shape.
        expected: the right array.
        bad: which entries are wrong.
        clues: what the check knows.
        name: what the array is called.
        relative: the tolerance of the check.
    """
    tolerance = max(ROUNDING, EPSILON_SHARE * relative)
    with undisturbed():
        made = _made(clues.product, expected, tolerance)
        single = _computed(clues.suspects, actual)
        if made:
            single += [slip for slip in (*made.further(), *made.single()) if slip[1].shape == actual.shape]
        slips = [Slip((cause,), SUSPECTED) for cause, value in single if close(actual, value, tolerance)]
        slips += relations.relations(actual, expected, clues.factors, tolerance)
        slips += relations.multiples(actual, clues.multiples, tolerance)
        slips += relations.added(actual, expected, {**(made.added if made else {}), **clues.added}, tolerance)
        slips += patterns.patterns(actual, expected, bad, clues.places, tolerance, clues.units)
        tried = {(cause,) for cause, _ in single} | {(cause,) for cause in (*clues.factors, *clues.multiples)}
        for causes, slip in _of_known_parts(actual, expected, clues, made, tolerance):
            tried.add(causes)
            slips += [slip] if slip else []
        if not any(slip.rank < TWO for slip in slips):
            pairs = list(_pairs(actual, single, made, clues.factors, tolerance))
            slips += [Slip(causes, TWO) for causes, fits in pairs if fits]
            tried |= {causes for causes, _ in pairs}
    return Evidence(
        _without_numbers(name),
        name,
        tuple(_distinct(slips)),
        frozenset(tried | relations.TRIED | patterns.TRIED),
        (actual, expected),
    )


def _of_known_parts(
    actual: np.ndarray, expected: np.ndarray, clues: Clues, made: Product | None, tolerance: float
) -> Iterator[tuple[tuple[str, ...], Slip | None]]:
    """What the terms of a sum, or the argument of a function, say; each cause that is tried, with the slip if it fits."""
    try:
        parts = clues.terms() if callable(clues.terms) else clues.terms
        if not parts and made is not None:
            parts = made.terms
        if parts and close(expected, sum(parts.values()), 10 * tolerance):
            found = {slip.causes: slip for slip in terms.terms_of(actual, parts, tolerance)}
            yield from ((causes, found.get(causes)) for causes in terms.TRIED)
        if clues.function is not None:
            yield from terms.arguments_of(
                actual, clues.function, np.asarray(clues.argument, dtype=np.float64), tolerance
            )
    except Exception:  # noqa: BLE001 - the parts come from probes of student code: then they prove nothing
        return


def _computed(suspects: Mapping[str, Any], actual: np.ndarray) -> list[tuple[str, np.ndarray]]:
    """What each suspect gives; one that cannot be computed, or has another shape, proves nothing."""
    each = (
        (cause, one)
        for cause, suspect in suspects.items()
        for one in (suspect if isinstance(suspect, list) else [suspect])
    )
    values = ((cause, value_of(one)) for cause, one in each)
    return [(cause, value) for cause, value in values if value is not None and value.shape == actual.shape]


def _made(
    product: Callable[[], Product] | Product | None, expected: np.ndarray, tolerance: float
) -> Product | None:
    """The product, if its right factors give what is expected: else its slips would prove nothing."""
    try:
        made = product() if callable(product) else product
        return made if made is not None and close(expected, made.right, 10 * tolerance) else None
    except Exception:  # noqa: BLE001 - factors come from probes of student code
        return None


def _pairs(
    actual: np.ndarray,
    single: list[tuple[str, np.ndarray]],
    made: Product | None,
    factors: Mapping[str, float],
    tolerance: float,
) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Two slips at once: a slip and a factor with a name, two factors with names, or two slips in one product."""
    named = {"wrong_sign": -1.0} | dict(factors)
    right = [((), made.right)] if made else []
    for causes, value in [*(((cause,), value) for cause, value in single), *right]:
        norm = float(np.sum(value * value))
        if norm == 0.0 or not np.isfinite(norm):
            continue
        factor = float(np.sum(actual * value)) / norm
        fits = close(actual, factor * value, tolerance)
        for cause, number in named.items():
            if causes and cause not in causes:
                yield _both(*causes, cause), fits and abs(factor - number) <= tolerance * abs(number)
            for second, another in named.items():
                if not causes and second < cause:
                    both = number * another
                    yield _both(second, cause), fits and abs(factor - both) <= tolerance * abs(both)
    if made:
        for (first, second), value in made.double(actual, tolerance):
            yield _both(first, second), value is not None and close(actual, value, tolerance)


def _both(first: str, second: str) -> tuple[str, ...]:
    return tuple(sorted({first, second}))


def _distinct(slips: list[Slip]) -> Iterator[Slip]:
    """Each slip once: several arrays may stand for one cause."""
    known: list[Slip] = []
    for slip in slips:
        if not any(slip == other for other in known):
            known.append(slip)
            yield slip


def _without_numbers(name: str) -> str:
    """`grads["W"] of a batch of 5` and that of a batch of 3 are the same quantity."""
    return re.sub(r"\d+", "#", re.sub(r"\[[\d, ]*\]|\([\d, ]*\)", "[]", name))
