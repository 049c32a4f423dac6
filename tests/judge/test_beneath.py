"""A student's function may stand on right functions for a while."""

import functools

import pytest

from autograder import judge


def double(x):
    return 2 * x


def student(x, then=double):
    return then(double(x))


def test_names_and_defaults_are_exchanged_and_put_back() -> None:
    """Also after an error, and for a name that the notebook does not have."""
    with judge.beneath(student, double=lambda x: x + 1, unknown=abs):
        assert student(3) == 5
        assert student.__globals__["unknown"] is abs
    assert student(3) == 12
    assert "unknown" not in student.__globals__
    with pytest.raises(ValueError), judge.beneath(student, double=abs):
        raise ValueError
    assert student(3) == 12


def test_what_is_no_function_is_refused() -> None:
    """A verdict, not an accident of the check."""
    with pytest.raises(judge.Wrong), judge.beneath(functools.partial(student), double=abs):
        pass
