"""Sums: which term of a right sum is missing, has the wrong sign, or another factor; and functions of a known argument."""

from collections.abc import Callable, Iterator, Mapping

import numpy as np

from autograder.judge.evidence import CONSTANT, FUNCTION, SCALED, Slip
from autograder.judge.relations import close

DEVIATIONS = {0.0: "term_left_out", -1.0: "term_wrong_sign", 2.0: "term_twice", 0.5: "term_half"}

TRIED = frozenset({(cause,) for cause in DEVIATIONS.values()} | {("term_scaled",)})

ARGUMENTS: Mapping[str, Callable[[Callable, np.ndarray], np.ndarray]] = {
    "argument_doubled": lambda function, at: function(2 * at),
    "argument_halved": lambda function, at: function(at / 2),
    "argument_negative": lambda function, at: function(-at),
    "applied_twice": lambda function, at: function(function(at)),
    "function_not_applied": lambda function, at: at,
    "negative_of_argument_negative": lambda function, at: -function(-at),
}


def terms_of(actual: np.ndarray, terms: Mapping[str, np.ndarray], tolerance: float) -> Iterator[Slip]:
    """What a sum says when exactly one of its terms is not there once.

    Args:
        actual: the student's sum.
        terms: the right terms, by what they are called in a sentence, such as `the penalty`.
        tolerance: how closely the sum must agree.
    """
    columns = np.stack([np.broadcast_to(term, actual.shape).ravel() for term in terms.values()], axis=1)
    norms = np.linalg.norm(columns, axis=0)
    if actual.size <= len(terms) or not np.all(norms > 0):
        return
    if np.linalg.matrix_rank(columns / norms, tol=1e-3) < len(terms):
        return
    shares = np.linalg.lstsq(columns / norms, actual.ravel(), rcond=None)[0] / norms
    if not close(actual, (columns @ shares).reshape(actual.shape), tolerance):
        return
    # A share is as uncertain as its term is small beside the sum.
    slack = np.maximum(1.0, np.linalg.norm(actual) / norms) * 10 * tolerance
    others = [i for i, share in enumerate(shares) if abs(share - 1.0) > slack[i]]
    if len(others) != 1:
        return
    (i,) = others
    name, share = list(terms)[i], float(shares[i])
    for value, cause in DEVIATIONS.items():
        if abs(share - value) <= slack[i]:
            yield Slip((cause,), SCALED, (("term", name),))
            return
    yield Slip(("term_scaled",), CONSTANT, (("term", name), ("factor", f"{share:.4g}")), share)


def arguments_of(
    actual: np.ndarray, function: Callable[[np.ndarray], np.ndarray], at: np.ndarray, tolerance: float
) -> Iterator[tuple[tuple[str], Slip | None]]:
    """What a function says of another argument; each cause that is tried, with the slip if it fits.

    Args:
        actual: the student's array.
        function: the right function.
        at: its argument.
        tolerance: how closely numbers must agree.
    """
    for cause, made in ARGUMENTS.items():
        value = np.asarray(made(function, at), dtype=np.float64)
        fits = bool(np.any(actual)) and close(actual, value, tolerance)
        yield (cause,), Slip((cause,), FUNCTION) if fits else None
    norm = float(np.sum(at * at)) if at.shape == actual.shape else 0.0
    factor = float(np.sum(actual * at)) / norm if norm else 0.0
    if (
        factor
        and norm
        and at.size > 1
        and close(actual, factor * at, tolerance)
        and abs(factor - 1.0) > tolerance
    ):
        words = (("factor", f"{factor:.4g}"),)
        yield ("multiple_of_argument",), Slip(("multiple_of_argument",), CONSTANT, words, factor)
