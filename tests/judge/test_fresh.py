"""What fresh points decide: which explanation is left, and that they decide nothing else."""

import numpy as np
import pytest

from autograder import judge
from autograder.judge import Wrong
from autograder.judge.fresh import LOOK


def cause_of(check) -> str | None:
    """The cause that a confirmed check tells."""
    with pytest.raises(Wrong) as caught:
        judge.confirmed(check)()
    return caught.value.finding.cause


def test_a_fifth_is_one_over_n_only_if_it_follows_n() -> None:
    """Sizes differ in the last look: there a constant 0.2 is no longer 1/N."""

    def run(factor):
        def check() -> None:
            rng = judge.generator("fresh-factor")
            for n in judge.cases((5, 4)):
                right = rng.normal(size=3)
                judge.equal(factor(n) * right, right, name="g", factors={"batch_averaged_twice": 1 / n})

        return cause_of(check)

    assert run(lambda n: 1 / n) == "batch_averaged_twice"
    assert run(lambda n: 0.2) == "constant_factor"


def test_a_single_number_proves_a_factor_at_several_points() -> None:
    def check() -> None:
        right = float(judge.generator("fresh-number").normal())
        judge.equal(3 * right, right, name="loss")

    assert cause_of(check) == "constant_factor"


def test_a_coincidence_at_one_point_is_not_named() -> None:
    """The suspect fits at the first point alone."""

    def check() -> None:
        rng = judge.generator("fresh-coincidence")
        right, yours = rng.normal(size=4), rng.normal(size=4)
        suspect = yours if LOOK.get() == 0 else yours + 1
        judge.equal(yours, right, name="g", suspects={"missing_mean": suspect})

    assert cause_of(check) is None


def test_a_check_that_passes_at_fresh_points_has_no_proven_cause() -> None:
    def check() -> None:
        right = judge.generator("fresh-passes").normal(size=4)
        judge.equal(-right if LOOK.get() == 0 else right, right, name="g")

    assert cause_of(check) is None


def test_the_verdict_is_that_of_the_first_look() -> None:
    """A check that passes is not looked at again; one that fails is, and exceptions there change nothing."""
    looks = []

    def passing() -> None:
        looks.append(LOOK.get())

    judge.confirmed(passing)()
    assert looks == [0]

    def failing() -> None:
        looks.append(LOOK.get())
        if LOOK.get():
            raise RuntimeError("student code at another point")
        judge.equal(np.ones(3), judge.generator("fresh-first").normal(size=3), name="g")

    with pytest.raises(Wrong, match="g is wrong in all entries"):
        judge.confirmed(failing)()
    assert looks == [0, 0, 1, 2]


def test_what_draws_nothing_is_proven_by_its_own_entries() -> None:
    """The same numbers again are no second point, so the entries of the array must do."""

    def check() -> None:
        judge.equal(-np.arange(1.0, 5.0), np.arange(1.0, 5.0), name="g")

    assert cause_of(check) == "wrong_sign"


def test_routes_that_fail_are_explained_once() -> None:
    """Only the first route is explained, for its message is the one that is read."""
    explained = []

    def route(name):
        right = judge.generator(f"fresh-{name}").normal(size=3)
        suspect = lambda: explained.append(name) or -right
        judge.equal(2 * right, right, name=name, suspects={"missing_mean": suspect})

    with pytest.raises(Wrong) as caught:
        judge.any_route(lambda: route("one"), lambda: route("two"))
    assert caught.value.finding.fact.startswith("one is wrong")
    assert set(explained) == {"one"}


@pytest.mark.parametrize(
    ("change", "cause", "words"),
    [
        (lambda x: np.where(np.arange(4) == 0, 3.0, x), "some_entries", "the first column"),
        (lambda x: np.where(np.eye(3, 4) > 0, 9.0, x), "some_entries", "the diagonal"),
        (lambda x: np.minimum(x, 0.5), "clipped_entries", "beyond 0.5"),
        (lambda x: np.clip(x, -0.4, 0.4), "clipped_entries", "beyond 0.4"),
        (lambda x: np.round(x, 2), "rounded", "2 decimals"),
        (lambda x: np.abs(x), "absolute_value_of_it", "absolute value"),
        (lambda x: x[::-1], "reversed_order", "each row"),
        (lambda x: np.roll(x, 1, axis=1), "shifted_order", "each column"),
        (lambda x: np.tile(x[:1], (3, 1)), "one_for_all", "the first row"),
        (lambda x: np.tile(x.mean(axis=0), (3, 1)), "averaged_along_axis", "each row"),
        (lambda x: np.cumsum(x, axis=0), "running_sum", "each row"),
        (lambda x: x + 0.25, "constant_offset", "same amount"),
        (lambda x: x * np.arange(2.0, 6.0), "factor_of_each_line", "each column"),
        (lambda x: x + np.arange(2.0, 6.0), "offset_of_each_line", "a column"),
        (lambda x: 1 - x, "one_minus_it", "one minus"),
        (lambda x: np.floor(x), "rounded_down", "rounded down"),
        (lambda x: np.where(x < 0, -x, x) * np.where(x < 0, 1, 1), "absolute_value_of_it", "absolute"),
        (lambda x: np.where(x > 0, -x, x), "sign_of_some", "positive entries"),
    ],
)
def test_what_is_true_of_an_array_is_said(change, cause, words) -> None:
    """Relations and rules hold at three points, and their sentence says which entries are meant."""

    def check() -> None:
        right = judge.generator("fresh-relations").normal(size=(3, 4))
        judge.equal(change(right), right, name="g")

    with pytest.raises(Wrong) as caught:
        judge.confirmed(check)()
    assert caught.value.finding.cause == cause
    assert words in caught.value.finding.because


def test_a_limit_before_the_learning_rate_is_found() -> None:
    """What is cut off is the gradient: the same number at all rates, though the steps are not."""

    def check() -> None:
        rng = judge.generator("fresh-units")
        rate, gradient = rng.uniform(0.1, 0.9), rng.normal(size=(3, 4))
        judge.equal(
            -rate * np.clip(gradient, -0.5, 0.5),
            -rate * gradient,
            name="step",
            units={"the learning rate": rate},
        )

    with pytest.raises(Wrong) as caught:
        judge.confirmed(check)()
    assert caught.value.finding.cause == "clipped_entries"
    assert "beyond 0.5 times the learning rate" in caught.value.finding.because


@pytest.mark.parametrize(
    ("share", "cause"),
    [(0.0, "term_left_out"), (-1.0, "term_wrong_sign"), (2.0, "term_twice"), (0.3, "term_scaled")],
)
def test_a_term_of_a_sum_is_told(share, cause) -> None:
    def check() -> None:
        rng = judge.generator("fresh-terms")
        a, b = rng.normal(size=6), rng.normal(size=6)
        judge.equal(a + share * b, a + b, name="step", terms={"the gradient": a, "the penalty": b})

    with pytest.raises(Wrong) as caught:
        judge.confirmed(check)()
    assert caught.value.finding.cause == cause
    assert caught.value.finding.because.startswith("the penalty")


def test_what_comes_earlier_is_told_first() -> None:
    """One slip reads as one slip: the hint leads to the first wrong quantity."""
    right = np.arange(1.0, 4.0)
    with pytest.raises(Wrong) as caught:
        judge.equal(
            -right,
            right,
            name="dW1",
            earlier=lambda: {"db2": (right, right), "dW2": (-right, right), "db1": (-right, right)},
        )
    finding = caught.value.finding
    assert finding.data["earlier"] == "dW2"
    assert finding.hint.startswith("dW2 first, for this rests on it")
    assert len(finding.message.splitlines()) <= 4
