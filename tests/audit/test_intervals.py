"""Wilson's interval, against published numbers and against its definition."""

import math

import pytest

from autograder.audit.intervals import Rate, Z


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [  # R. Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_published_intervals(hits, total, low, high):
    """Newcombe's examples come out to four digits."""
    assert Rate(hits, total).interval == pytest.approx((low, high), abs=5e-5)


def test_ends_solve_the_score_equation():
    """At either end, the share lies exactly 1.96 standard errors away."""
    rate = Rate(7, 40)
    for end in rate.interval:
        assert abs(rate.share - end) == pytest.approx(Z * math.sqrt(end * (1 - end) / rate.total))


def test_all_and_none():
    """The interval of n of n ends at 1 and is as wide as that of 0 of n."""
    low, high = Rate(25, 25).interval
    assert high == 1 and low == pytest.approx(1 - Rate(0, 25).interval[1])
    assert Rate(0, 0).interval == (0.0, 1.0)
    assert Rate(0, 0).share == 1.0
