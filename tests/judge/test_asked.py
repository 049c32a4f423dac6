"""A cost that is asked for at many places at once is the cost that is asked for place by place."""

from types import SimpleNamespace

import numpy as np
import pytest

from autograder import judge
from autograder.judge import asked


class Model:
    """Counts what is asked of it, and may misbehave at the n-th call."""

    def __init__(self, n=0, misbehave=None):
        self.W = np.arange(6.0).reshape(2, 3)
        self.layers = [np.ones((2, 3)), np.full(3, 2.0)]
        self.calls, self._n, self._misbehave = 0, n, misbehave

    def loss(self, x):
        self.calls += 1
        if self.calls >= self._n > 0:
            return self._misbehave()
        x *= 1.0  # arguments are copies
        return np.sum(np.sin(x @ self.W))

    def deep(self, x):
        return float(np.sum((x @ self.layers[0]) * self.layers[1] ** 2))


def fails():
    raise ValueError("no")


X = np.array([[0.3, -0.4]])


def test_one_gradient_needs_one_question(monkeypatch):
    model, times = Model(), []
    monkeypatch.setattr(asked, "swept", lambda *args, real=asked.swept: times.append(1) or real(*args))
    plainly = judge.parameter_gradient(model, "W", lambda: judge.call(model.loss, X, name="loss"))
    before = model.calls
    gradient = judge.parameter_gradient(model, "W", judge.Asked(model.loss, (X,), "loss"))
    np.testing.assert_array_equal(gradient, plainly)
    assert (model.calls - before, len(times)) == (24, 1)
    np.testing.assert_array_equal(model.W, np.arange(6.0).reshape(2, 3))
    np.testing.assert_allclose(gradient, X.T @ np.cos(X @ model.W), rtol=1e-9)


def test_one_entry_of_a_list_is_moved():
    model = Model()
    cost = judge.Asked(model.deep, (X,), "deep")
    held = [layer.copy() for layer in model.layers]
    gradients = [judge.entry_gradient(model, "layers", held, i, cost, cost_name="deep") for i in range(2)]
    np.testing.assert_allclose(gradients[0], X.T @ np.full((1, 3), 4.0), rtol=1e-9)
    np.testing.assert_allclose(gradients[1], 4.0 * (X @ np.ones((2, 3)))[0], rtol=1e-9)
    np.testing.assert_array_equal(held[0], np.ones((2, 3)))


def test_what_comes_back_is_read():
    model = Model()
    cost = judge.Asked(lambda x: x @ model.W, (X,), "forward", lambda found: np.sum(np.sin(found)))
    np.testing.assert_allclose(
        judge.parameter_gradient(model, "W", cost), X.T @ np.cos(X @ model.W), rtol=1e-9
    )


@pytest.mark.parametrize(
    ("misbehave", "message"),
    [
        (fails, "loss raised ValueError: no"),
        (lambda: None, "loss returned None"),
        (lambda: float("nan"), "loss"),
        (lambda: "much", "loss"),
    ],
)
@pytest.mark.parametrize("n", [1, 20])
def test_what_is_unusual_is_told_as_ever(misbehave, message, n):
    model = Model(n, misbehave)
    with pytest.raises(judge.Wrong, match=message):
        judge.parameter_gradient(model, "W", judge.Asked(model.loss, (X,), "loss"))
    np.testing.assert_array_equal(model.W, np.arange(6.0).reshape(2, 3))


def test_large_arrays_are_asked_about_in_parts(monkeypatch):
    monkeypatch.setattr(asked, "BYTES", 100)
    model, sizes = Model(), []
    monkeypatch.setattr(
        asked, "swept", lambda *args, real=asked.swept: sizes.append(len(args[2])) or real(*args)
    )
    gradient = judge.parameter_gradient(model, "W", judge.Asked(model.loss, (X,), "loss"))
    np.testing.assert_allclose(gradient, X.T @ np.cos(X @ model.W), rtol=1e-9)
    assert sizes == [2] * 12


def test_an_empty_array_has_an_empty_gradient():
    model = SimpleNamespace(W=np.empty((0, 3)))
    cost = judge.Asked(lambda: 1.0, (), "loss")
    assert judge.parameter_gradient(model, "W", cost).shape == (0, 3)


def test_a_function_may_write_into_the_same_array_each_time():
    model, room = Model(), np.empty((1, 3))

    def forward(x):
        np.matmul(x, model.W, out=room)
        return room

    cost = judge.Asked(forward, (X,), "forward", lambda found: np.sum(np.sin(found)))
    expected = X.T @ np.cos(X @ model.W)
    np.testing.assert_allclose(judge.parameter_gradient(model, "W", cost), expected, rtol=1e-9)
