"""The proof of equivalence: what does the same is dropped, what does something else is not."""

import numpy as np
import pytest

from autograder.audit.inputs import array, other_rows, varied
from autograder.audit.mutants import normal_form
from autograder.audit.recording import ALIKE, SHAPES, Recorder
from autograder.audit.trials import Cell, compare

SOLUTION = normal_form(
    """
def centre(X):
    if len(X) == 0:
        return X
    return X - np.mean(X, axis=0)

class Layer:
    def __init__(self, n_in, n_out):
        self.W = np.random.normal(0.0, 0.5, size=(n_in, n_out))
        self.steps = 0

    def step(self, x, rate=0.1):
        self.steps = self.steps + 1
        self.W = self.W - rate * np.outer(x, np.tanh(x @ self.W))
        return self.W.sum()

table = centre(data) * 2
"""
)


def use(names):
    """What check cells would do with the solution."""
    rng = np.random.default_rng(0)
    names["centre"](rng.normal(size=(4, 3)))
    layer = names["Layer"](3, 2)
    for _ in range(3):
        layer.step(rng.normal(size=3))
    layer.step(rng.normal(size=3), rate=0.5)
    yield


@pytest.fixture(scope="module")
def cell():
    """The cell, and trials of its solution."""
    names = {"np": np, "data": np.arange(6.0).reshape(2, 3)}
    cell = Cell(names, SOLUTION, ["np", "data"], ["centre", "Layer", "table"])
    cell.run(SOLUTION)
    recorder = cell.record(use(names), seed=1)
    return cell, cell.trials(recorder, seed=1)


@pytest.fixture
def told(cell):
    """What a replaced piece of the solution does differently, and whether the contract was needed."""

    def told(old, new, *rules):
        source = normal_form(SOLUTION)
        assert old in source
        return compare(*cell, source.replace(old, new), {"Layer.__init__": rules})

    return told


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("np.mean(X, axis=0)", "X.sum(axis=0) / len(X)"),
        ("X - np.mean(X, axis=0)", "-(np.mean(X, axis=0) - X)"),
        ("np.tanh(x @ self.W)", "np.tanh(self.W.T @ x)"),
        ("rate * np.outer(x, np.tanh(x @ self.W))", "np.outer(x, rate * np.tanh(x @ self.W))"),
        ("centre(data) * 2", "2.0 * centre(data)"),
        ("self.steps + 1", "1 + self.steps"),
    ],
)
def test_the_same_in_other_words(told, old, new):
    """Rounding is no difference."""
    assert told(old, new) == ("", False)


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("np.mean(X, axis=0)", "np.mean(X)", "cell.table"),
        ("axis=0)", "axis=0) * 1.0005", "cell.table"),
        ("rate * np.outer", "0.1 * np.outer", "Layer.step"),
        ("np.tanh(x @ self.W)", "(x @ self.W)", "Layer.step"),
        ("self.steps + 1", "self.steps + 2", "self.steps"),
        ("return self.W.sum()", "pass", "Layer.step: result"),
        ("centre(data) * 2", "centre(data) * 3", "cell.table"),
        ("size=(n_in, n_out)", "size=(n_out, n_in)", "Layer.__init__"),
        ("x @ self.W", "self.W @ x", "raised"),
        ("table = ", "tables = ", "keys"),
    ],
)
def test_something_else(told, old, new, where):
    """A wrong axis, 0.05 %, an ignored argument, state, a missing result, data, a shape, an exception, a name."""
    assert where in told(old, new)[0]


def test_an_argument_that_is_changed_in_place_is_a_difference(told):
    """The result is the same, the caller's array is not."""
    new = "X -= np.mean(X, axis=0)\n    return X"
    assert "arguments" in told("return X - np.mean(X, axis=0)", new)[0]


def test_random_numbers_are_equal_under_equal_seeds(told):
    """Other random numbers are a difference, unless the contract leaves them open."""
    change = ("0.0, 0.5", "0.0, 0.6")
    assert "Layer.__init__" in told(*change)[0]
    rule = "self.W.shape == args and self.steps == 0 and not np.array_equal(self.W, expected_self.W)"
    assert told(*change, rule) == ("", True)
    assert "Layer.__init__" in told(*change, "np.std(self.W) == 0")[0]
    assert "Layer.__init__" in told(*change, "nonsense")[0]


def test_lines_that_no_trial_reaches_are_known(cell):
    """The empty batch never occurs, so nothing is proven about it."""
    _, trials = cell
    lines = SOLUTION.splitlines()
    reached = {lines[number - 1].strip() for number in trials.lines}
    assert "return X - np.mean(X, axis=0)" in reached and "return X" not in reached
    assert len(trials) > 50


def test_a_cell_that_raises_behind_its_data_is_judged_by_the_data(cell):
    """An exception in a plot does not make a trained network wrong."""
    assert compare(*cell, SOLUTION + "\nraise ValueError", {})[0] == ""


def test_calls_that_look_alike_are_kept_a_few_times():
    """Enough for the proof, not so many that it takes long; inner calls are nobody's business."""
    names = {}
    exec("def inner(x):\n    return x\n\ndef outer(x):\n    return inner(x)", names)  # noqa: S102 - a test's own code
    recorder = Recorder(names, ["inner", "outer", "missing"], seed=0)
    for length in range(SHAPES + 5):
        for _ in range(20):
            names["outer"](np.ones(length))
    targets = [call.target for call in recorder.calls]
    assert set(targets) == {"outer"} and len(targets) == ALIKE * SHAPES


def test_what_cannot_be_copied_is_counted():
    """A generator can be had only once."""
    names = {}
    exec("def f(x):\n    return list(x)", names)  # noqa: S102 - a test's own code
    recorder = Recorder(names, ["f"], seed=0)
    names["f"](i for i in range(3))
    assert recorder.skipped == 1 and recorder.calls == []


def test_recorded_arguments_are_those_before_the_call():
    """A function that changes its argument in place."""
    names = {}
    exec("def f(x):\n    x += 1\n    return x", names)  # noqa: S102 - a test's own code
    recorder = Recorder(names, ["f"], seed=0)
    names["f"](np.zeros(2))
    assert recorder.calls[0].args[0].tolist() == [0, 0]


RNG = np.random.default_rng(3)


@pytest.mark.parametrize(
    "value",
    [
        np.eye(4)[[0, 2, 2]],
        RNG.dirichlet(np.ones(3), size=5),
        np.array([3, 1, 0, 2]),
        np.array([0, 2, 2, 1]),
        RNG.normal(size=(3, 2)),
        RNG.uniform(0.5, 2, size=4),
        np.array([True, False, True]),
        np.zeros(3),
        1e4 * RNG.normal(size=(2, 3)),
        np.ones((2, 3), dtype=np.float32),
    ],
    ids=["one_hot", "shares", "order", "labels", "normal", "positive", "mask", "zeros", "huge", "float32"],
)
def test_other_numbers_of_the_same_kind(value):
    """Shape, type, and what kind of numbers they are stay; the numbers do not."""
    new = array(value, np.random.default_rng(0))
    assert new.shape == value.shape and new.dtype == value.dtype
    many = [array(value, np.random.default_rng(seed)) for seed in range(9)]
    assert any(not np.array_equal(other, value) for other in many)
    for other in many:
        if value.ndim == 2 and np.allclose(value.sum(axis=1), 1):
            assert np.allclose(other.sum(axis=1), 1) and other.min() >= 0
        if value.dtype.kind == "i":
            assert other.min() >= value.min() and other.max() <= value.max()
        if value.min() > 0:
            assert other.min() > 0
        if value.dtype.kind == "f" and value.any():
            assert 0.1 < np.std(other) / max(np.std(value), np.abs(value).mean()) < 10 or value.size < 5


def test_structure_stays():
    """Functions, texts, truths and None are handed on; an array that occurs twice is one array afterwards."""
    shared = np.ones(2)
    before = {"a": [shared, (shared, None)], "f": np.sin, "t": "text", "yes": True, "rate": 0.3}
    after = varied(before, np.random.default_rng(0))
    assert after["a"][0] is after["a"][1][0] and after["a"][1][1] is None
    assert after["f"] is np.sin and after["t"] == "text" and after["yes"] is True
    assert 0 < after["rate"] < 1 and after["rate"] != 0.3


def test_other_rows_keep_samples_together():
    """Inputs and labels are drawn with the same rows; weights have another size and stay."""
    X, y, W = np.arange(8.0).reshape(4, 2), np.arange(4), np.ones((2, 3))
    sizes = set()
    for seed in range(20):
        new_X, new_y, new_W = other_rows((X, y, W), np.random.default_rng(seed))
        assert np.array_equal(new_X[:, 0], 2.0 * new_y) and new_W is W
        sizes.add(len(new_X))
    assert {1, 4} < sizes
    assert other_rows((3, "x"), np.random.default_rng(0)) is None
