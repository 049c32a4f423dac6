"""What student code returned becomes a float64 array, or one clear sentence."""

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad

from autograder import judge


@pytest.mark.parametrize(
    "value",
    [
        np.ones((2, 3)),
        [[1.0, 1.0, 1.0], [1.0, 1.0, 1.0]],
        ((1.0, 1.0, 1.0), (1.0, 1.0, 1.0)),
        [np.ones(3), np.ones(3)],
        np.ones((2, 3)).view(np.ma.MaskedArray),
        anp.ones((2, 3)),
        [[np.float64(1.0)] * 3] * 2,
    ],
)
def test_accepts_whatever_is_an_array(value) -> None:
    """Arrays, nested lists, tuples and array subclasses all count."""
    result = judge.array(value, name="x", shape=(2, 3))
    assert type(result) is np.ndarray
    assert result.dtype == np.float64


@pytest.mark.parametrize("value", [1.5, np.float64(1.5), np.array(1.5), 0])
def test_accepts_whatever_is_a_number(value) -> None:
    """A Python float, a numpy scalar, a 0-d array and a plain 0 are numbers."""
    assert judge.number(value, name="loss") == float(value)


def test_one_sample_may_keep_its_axis() -> None:
    """Where one sample went in, a leading axis of 1 is fine; elsewhere it is not."""
    assert judge.array(np.ones((1, 3)), name="x", shape=(3,), one_sample=True).shape == (3,)
    assert judge.number(np.ones((1, 1)), name="x", one_sample=True) == 1.0
    with pytest.raises(judge.Wrong, match=r"x has shape \(1, 3\), expected \(3,\)"):
        judge.array(np.ones((1, 3)), name="x", shape=(3,))


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (None, "dW is None; an array is expected."),
        ("text", "dW is a str; an array of numbers is expected."),
        ({"a": 1}, "dW is a dict; an array of numbers is expected."),
        (np.ones((3, 2)), "dW has shape (3, 2), expected (D, C) = (2, 3)."),
        (np.ones(6), "dW has shape (6,), expected (D, C) = (2, 3)."),
        ([[1.0, 2.0], [1.0]], "dW is a list whose rows differ in length; an array is expected."),
        (np.ones((2, 3), dtype=int), "dW has dtype int64: whole numbers; float64 is expected."),
        (np.ones((2, 3), dtype=np.float32), "dW has dtype float32; float64 went in, so float64 is expected."),
        (np.ones((2, 3), dtype=complex), "dW holds complex numbers, not real numbers."),
        (np.full((2, 3), "a"), "dW holds text, not real numbers."),
        (np.full((2, 3), None), "dW holds objects such as None, not real numbers."),
        (np.full((2, 3), np.nan), "dW has nan in 6 of 6 entries, first at [0, 0]."),
        (np.array([[1, 2, np.inf], [0, 0, 0]]), "dW has inf in 1 of 6 entries, first at [0, 2]."),
    ],
)
def test_each_mistake_has_its_own_sentence(found, value, sentence: str) -> None:
    """Type, shape, dtype and finite are told apart, in this order."""
    assert found(lambda: judge.array(value, name="dW", shape=(2, 3), axes="(D, C)")).fact == sentence


def test_a_transposed_shape_is_called_transposed(found) -> None:
    """A shape that is the expected one backwards proves its cause."""
    assert found(lambda: judge.array(np.ones((3, 2)), name="dW", shape=(2, 3))).cause == "transposed"


def test_a_number_must_be_one_number(found) -> None:
    """An array where a number is expected is named with its shape."""
    assert (
        "numpy array of shape (3,); one number" in found(lambda: judge.number(np.ones(3), name="loss")).fact
    )
    assert found(lambda: judge.number(np.nan, name="loss")).fact == "loss is nan, not a finite number."
    assert found(lambda: judge.number(None, name="loss")).fact.startswith("loss is None")


def test_an_autograd_box_is_no_array(found) -> None:
    """What autograd traces with must not be stored."""
    kept = []

    def cost(x):
        kept.append(x)
        return anp.sum(x**2)

    grad(cost)(np.ones(3))
    assert "ArrayBox" in found(lambda: judge.array(kept[0], name="W")).fact


def test_a_dict_needs_its_keys(found) -> None:
    """A missing key is named, with those that are there."""
    assert found(lambda: judge.mapping({"w": 1}, ("W", "b"), name="grads")).fact == (
        "grads has no key `W`, `b`.\nkeys there: `w`"
    )
    assert (
        "a tuple; a dict with the keys `W`" in found(lambda: judge.mapping((1,), ("W",), name="grads")).fact
    )
    assert judge.mapping({"W": 1, "more": 2}, ("W",), name="grads") == {"W": 1}


def test_a_list_needs_its_length(found) -> None:
    """Tuples and arrays are lists, too."""
    assert judge.sequence((1, 2), 2, name="grads") == [1, 2]
    assert found(lambda: judge.sequence([1], 2, name="grads")).fact == "grads has length 1, expected 2."
    assert "a dict; a list of length 2" in found(lambda: judge.sequence({}, 2, name="grads")).fact
