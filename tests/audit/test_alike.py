"""Results are the same up to rounding, and nothing else is."""

import numpy as np
import pytest

from autograder.audit.alike import difference


class Thing:
    """An object with attributes."""

    def __init__(self, **values):
        vars(self).update(values)


X = np.array([[1.0, -2.0], [0.5, 3.0]])


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        (X, X * (1 + 1e-12)),
        (X + 1e-14, X),
        (1.0, np.float64(1)),
        (np.array(2.0), 2.0),
        ([X, (1, 2)], (X.copy(), [1, 2])),
        ({"W": X, "b": None}, {"b": None, "W": X.copy()}),
        (np.array([np.nan, np.inf]), np.array([np.nan, np.inf])),
        (Thing(a=X, f=np.sin), Thing(a=X.copy(), f=np.sin)),
        ("text", "text"),
    ],
)
def test_the_same(actual, expected):
    """Rounding, containers of other types, not a number."""
    assert difference(actual, expected) == ""


@pytest.mark.parametrize(
    ("actual", "expected", "told"),
    [
        (X * 1.0005, X, "off by"),
        (X + 1e-6, X, "off by"),
        (X.T, X, "off by"),
        (X[:1], X, "shape"),
        (X.astype(int), X, "dtype"),
        (np.array([np.nan, 1.0]), np.array([1.0, np.nan]), "not finite"),
        (None, X, "NoneType"),
        ([X], [X, X], "entries"),
        ({"W": X}, {"V": X}, "keys"),
        (Thing(a=X), Thing(a=2 * X), "result.a"),
        (np.sin, np.cos, "function"),
        ("text", "other", "differs"),
    ],
)
def test_not_the_same(actual, expected, told):
    """An error of 0.05 %, a transpose, a shape, a type, a key, a function."""
    assert told in difference(actual, expected)


def test_objects_in_a_circle():
    """An object that refers to itself is compared without end otherwise."""
    one, two = Thing(x=1), Thing(x=1)
    one.me, two.me = one, two
    assert difference(one, two) == ""
    two.x = 2
    assert "x is off" in difference(one, two)
