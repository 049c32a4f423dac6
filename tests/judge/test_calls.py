"""Student code is called with copies, and its errors are told in its own terms."""

import linecache
import sys

import numpy as np
import pytest

from autograder import judge


def cell(source: str, name: str) -> dict:
    """Run source the way a notebook does: its lines can be looked up, and its file is no library."""
    filename = f"<cell-{name}>"
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    namespace: dict = {"np": np}
    exec(compile(source, filename, "exec"), namespace)  # noqa: S102 - as a notebook runs a cell
    return namespace


def test_arguments_are_copies() -> None:
    """A function that works in place does not reach the check's arrays."""
    given, listed = np.zeros(3), [np.zeros(2)]

    def spoil(x, y):
        x += 1
        y[0] += 1
        return x

    judge.call(spoil, given, listed, name="spoil(x, y)")
    assert not given.any()
    assert not listed[0].any()


def test_an_exception_shows_the_students_line(found) -> None:
    """The innermost line that is the student's, not numpy's."""
    spoilt = cell("def f(x):\n    y = x\n    return np.linalg.inv(y)\n", "inv")["f"]
    finding = found(lambda: judge.call(spoilt, np.zeros((2, 2)), name="f(x)"))
    assert (
        finding.fact == "f(x) raised LinAlgError: Singular matrix\nin your line 3: `return np.linalg.inv(y)`"
    )
    assert finding.data["line"] == 3


def test_a_stub_says_that_it_is_not_written(found) -> None:
    """The stub's own text names the question."""
    stub = cell("def f(x):\n    raise NotImplementedError('softmax is not written yet')\n", "stub")["f"]
    finding = found(lambda: judge.call(stub, 1, name="softmax(X)"))
    assert finding.fact == "softmax(X): softmax is not written yet"
    assert finding.cause == "not_written"


def test_printing_is_told_from_forgetting_to_return(found) -> None:
    """None has two causes."""
    with judge.aspect("x-y"):
        assert found(lambda: judge.call(print, 3, name="f(x)")).cause == "prints_instead_of_returning"
        assert found(lambda: judge.call(lambda: None, name="f()")).cause == "no_return"


def test_none_is_fine_where_nothing_is_expected() -> None:
    """A training step returns nothing."""
    assert judge.call(lambda: None, name="train()", returns=False) is None


@pytest.mark.parametrize(
    ("value", "kind"), [(None, "None"), (3.0, "a float"), (np.ones(2), "a numpy array of shape (2,)")]
)
def test_what_cannot_be_called_is_named(found, value, kind: str) -> None:
    """A variable that hides a function is a frequent mistake."""
    fact = found(lambda: judge.call(value, 1, name="softmax(X)")).fact
    assert fact == f"softmax cannot be called: it is {kind}, not a function."


def test_exit_is_told(found) -> None:
    """`exit()` in a function must not end the notebook."""
    assert "ended the program" in found(lambda: judge.call(sys.exit, name="f()")).fact


def test_a_missing_attribute_is_named(found) -> None:
    """So is a property that fails."""

    class Model:
        @property
        def b(self):
            raise ValueError("no b")

    assert found(lambda: judge.attribute(Model(), "W", name="model")).fact == "model has no attribute `W`."
    assert (
        "model.b raised ValueError: no b" in found(lambda: judge.attribute(Model(), "b", name="model")).fact
    )


def test_assign_keeps_second_names() -> None:
    """A student may hold the same array in a dict as well."""

    class Model:
        def __init__(self):
            self.W = np.zeros(2)
            self.b = np.zeros(2, dtype=int)
            self.params = {"W": self.W}

    model = Model()
    judge.assign(model, "W", np.array([1.5, 2.5]))
    assert model.params["W"].tolist() == [1.5, 2.5]
    judge.assign(model, "b", np.array([0.5, 0.5]))
    assert model.b.tolist() == [0.5, 0.5]


def test_planted_methods_are_taken_back() -> None:
    """Also those that hid a method of the class."""

    class Model:
        def forward(self):
            return 1

    model = Model()
    with judge.planted(model, forward=lambda: 2, more=3):
        assert model.forward() == 2
        assert model.more == 3
    assert model.forward() == 1
    assert vars(model) == {}


def test_the_first_route_tells(found) -> None:
    """Any route may pass; when none does, the plain one explains."""
    judge.any_route(lambda: judge.wrong("first"), lambda: None)
    assert (
        found(lambda: judge.any_route(lambda: judge.wrong("first"), lambda: judge.wrong("second"))).fact
        == "first"
    )
