"""Values: what counts as equal, and what is said about what is not."""

import numpy as np
import pytest

from autograder import judge
from autograder.judge.compare import agree


@pytest.fixture
def expected() -> np.ndarray:
    """A gradient of order 1, no entry tiny."""
    return judge.weights(np.random.default_rng(3), 4, 5)


def test_sees_an_error_of_five_in_ten_thousand_in_any_entry(expected: np.ndarray) -> None:
    """The promise of the course: 0.05 % in one entry is seen."""
    for index in np.ndindex(expected.shape):
        for change in (1.0005, 0.9995):
            actual = expected.copy()
            actual[index] *= change
            assert not agree(actual, expected), index


def test_the_scale_of_the_gradient_does_not_matter(expected: np.ndarray) -> None:
    """A gradient of size 1e-9 is judged like one of size 1: a fixed atol would accept anything."""
    assert not agree(np.zeros_like(expected), 1e-9 * expected)
    assert agree(1e-9 * expected * (1 + 1e-5), 1e-9 * expected)


def test_does_not_mind_the_epsilon_of_a_logarithm() -> None:
    """A cost with log(p + 1e-6) has a gradient that is smaller by p / (p + eps)."""
    p = 0.05
    gradient = np.array([0.3, -0.9, 0.6])
    assert agree(gradient * p / (p + 1e-6), gradient)


def test_says_where_and_how_much(found) -> None:
    """The fact names index, both values, count and errors, and carries them as data."""
    expected = np.array([[1.0, 2.0], [3.0, 4.0]])
    actual = expected.copy()
    actual[1, 0] = 3.5
    finding = found(lambda: judge.equal(actual, expected, name="dW"))
    assert finding.fact == (
        "dW is wrong in 1 of 4 entries.\n"
        "worst at [1, 0]: yours 3.5, expected 3 (off by 0.5, relative 0.17; allowed 0.0003)"
    )
    assert finding.data["index"] == [1, 0]
    assert finding.data["count"] == 1
    assert finding.cause is None


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        (lambda x: -x, "wrong_sign"),
        (lambda x: 3.5 * x, "constant_factor"),
        (lambda x: 4 * x, "batch_not_averaged"),
        (lambda x: x / 4, "batch_averaged_twice"),
        (lambda x: 0 * x, "all_zero"),
        (lambda x: np.ones_like(x), "bias_gradient_of_ones"),
        (lambda x: x + 0.1, None),
        (lambda x: -1.001 * x, "constant_factor"),
    ],
)
def test_names_a_cause_only_when_all_entries_prove_it(found, expected, change, cause) -> None:
    """Named causes reproduce the student's numbers; a mere resemblance names none."""
    finding = found(
        lambda: judge.equal(
            change(expected),
            expected,
            name="dW",
            factors={"batch_not_averaged": 4, "batch_averaged_twice": 1 / 4},
            suspects={"bias_gradient_of_ones": np.ones_like(expected)},
            hint="somewhere",
        )
    )
    assert finding.cause == cause
    if cause is None:
        assert finding.hint == "somewhere"


def test_two_causes_that_fit_name_none(found, expected) -> None:
    """Ambiguous evidence is no evidence."""
    finding = found(
        lambda: judge.equal(
            2 * expected,
            expected,
            name="dW",
            suspects={"missing_mean": 2 * expected, "batch_not_averaged": 2 * expected},
        )
    )
    assert finding.cause is None


def test_a_suspect_that_cannot_be_computed_proves_nothing(found, expected) -> None:
    """Suspects may call student code with odd arguments."""

    def broken():
        raise RuntimeError("no")

    finding = found(lambda: judge.equal(expected + 1, expected, name="dW", suspects={"transposed": broken}))
    assert finding.cause is None


def test_a_square_matrix_may_be_transposed(found) -> None:
    """Where the shape does not show it, the values do."""
    expected = np.arange(9.0).reshape(3, 3)
    assert found(lambda: judge.equal(expected.T, expected, name="dW")).cause == "transposed"


def test_a_single_number_proves_only_named_factors(found) -> None:
    """Any two numbers have a ratio, so one number is no evidence for an unnamed factor."""
    assert found(lambda: judge.equal(3.0, 1.0, name="loss")).cause is None
    assert (
        found(lambda: judge.equal(3.0, 1.0, name="loss", factors={"sum_for_mean": 3})).cause == "sum_for_mean"
    )


def test_expected_zeros_allow_nothing_else(found) -> None:
    """With all of the reference zero, the tolerance is zero."""
    judge.equal(np.zeros(3), np.zeros(3), name="x")
    assert (
        found(lambda: judge.equal([0.0, 1e-12, 0.0], np.zeros(3), name="x")).data["max_relative_error"]
        is None
    )


def test_integers_pass_only_where_the_text_says_so(found) -> None:
    """The derivative of relu may be whole numbers or booleans, a gradient may not."""
    judge.equal(np.array([True, False]), np.array([1.0, 0.0]), name="drelu", integers=True)
    assert (
        "whole numbers" in found(lambda: judge.equal(np.array([1, 0]), np.array([1.0, 0.5]), name="x")).fact
    )


def test_unchanged_notices_a_change(found) -> None:
    """Up to rounding."""
    judge.unchanged([1.0, 2.0], [1.0, 2.0 + 1e-15], name="x")
    assert found(lambda: judge.unchanged([1.0, 2.1], [1.0, 2.0], name="x")).cause == "input_changed"
