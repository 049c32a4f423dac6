"""Numerical derivatives are right to many digits and leave everything as it was."""

import numpy as np
import pytest
import scipy.special

import autograder
from autograder import judge


def test_five_point_rule_is_right_to_eleven_digits() -> None:
    """Against a derivative known in closed form."""
    x = np.random.default_rng(0).normal(size=(3, 4))
    gradient = judge.numerical_gradient(lambda x: np.sum(np.sin(x) * np.exp(0.3 * x)), x)
    expected = np.exp(0.3 * x) * (np.cos(x) + 0.3 * np.sin(x))
    assert np.max(np.abs(gradient - expected)) < 1e-10


def test_a_planted_error_of_five_in_ten_thousand_is_caught(found) -> None:
    """The whole way, from a cost to a verdict."""
    x = np.random.default_rng(1).normal(size=4)
    right = scipy.special.softmax(x)
    expected = judge.numerical_gradient(scipy.special.logsumexp, x)
    judge.equal(right, expected, name="dz")
    for index in range(4):
        planted = right.copy()
        planted[index] *= 1.0005
        assert found(lambda planted=planted: judge.equal(planted, expected, name="dz")).data["index"] == [
            index
        ]


def test_parameters_are_put_back() -> None:
    """Also when the cost fails halfway."""

    class Model:
        W = np.ones((2, 2))

    model = Model()
    gradient = judge.parameter_gradient(model, "W", lambda: np.sum(model.W**3))
    assert np.allclose(gradient, 3.0)
    assert np.array_equal(model.W, np.ones((2, 2)))
    with pytest.raises(judge.Wrong, match="loss is None"):
        judge.parameter_gradient(model, "W", lambda: None)
    assert np.array_equal(model.W, np.ones((2, 2)))


def test_students_get_a_numerical_gradient() -> None:
    """`autograder.eval_numerical_gradient` takes any shape, integers too, and leaves x alone."""
    x = np.array([[1, 2], [3, 4]])
    assert np.allclose(autograder.eval_numerical_gradient(lambda x: np.sum(x**2), x), 2 * x)
    assert x.dtype.kind == "i"


def test_package_has_no_other_secret_names() -> None:
    """A misspelt name is an AttributeError as usual."""
    with pytest.raises(AttributeError, match="eval_gradient"):
        _ = autograder.eval_gradient


def test_generators_are_independent_and_repeatable(monkeypatch: pytest.MonkeyPatch) -> None:
    """The grader's seed changes the numbers, the name separates checks."""
    first = judge.generator("a").normal()
    assert judge.generator("a").normal() == first
    assert judge.generator("b").normal() != first
    monkeypatch.setenv("AUTOGRADER_SEED", "17")
    assert judge.generator("a").normal() != first


def test_log_loss_is_that_of_scikit_learn() -> None:
    """The stated cost, from two independent libraries."""
    from sklearn.metrics import log_loss

    rng = np.random.default_rng(5)
    p, y = rng.dirichlet(np.ones(4), size=6), judge.labels(rng, 6, 4)
    assert judge.log_loss(p, y) == pytest.approx(log_loss(y, p, labels=range(4)))
    assert judge.log_loss(p[0], y[0]) == pytest.approx(-np.log(p[0, y[0]]))
