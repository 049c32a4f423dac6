"""What a student's gradient must be before something else is held against it."""

import numpy as np
import pytest

from autograder import judge


def _gradient(x, y):
    return {"W": np.outer(x, np.eye(3)[y] + 1.0), "b": np.eye(3)[y] - 0.25}


def test_a_gradient_of_its_sample_is_given_back():
    found = judge.of_its_sample(_gradient, np.array([1.0, 2.0]), 1, 3)
    np.testing.assert_array_equal(found["b"], [-0.25, 0.75, -0.25])


@pytest.mark.parametrize(
    ("gradient", "said"),
    [
        (lambda x, y: {"W": np.ones((2, 3)), "b": np.ones(3)}, "same for another sample"),
        (lambda x, y: {"W": np.outer(x, np.ones(3)), "b": np.ones(3)}, "same for another class"),
        (lambda x, y: {"W": np.outer(x, np.eye(3)[y]), "b": np.zeros(3)}, "is zero"),
    ],
)
def test_what_follows_a_gradient_of_nothing_proves_nothing(gradient, said):
    with pytest.raises(judge.Wrong, match=said):
        judge.of_its_sample(gradient, np.array([1.0, 2.0]), 1, 3)


def test_a_bias_gradient_that_is_always_the_same_beside_another_that_is_not():
    judge.of_its_sample(lambda x, y: _gradient(x, y) | {"b": np.ones(3)}, np.array([1.0, 2.0]), 1, 3)
