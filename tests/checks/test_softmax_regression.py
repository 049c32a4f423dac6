"""What the variants do not reach: odd results, planted errors of 0.05 %, fakes, and what checks leave behind."""

import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import autograd.numpy as anp
import numpy as np
import pytest

from autograder.checks import softmax_regression as check
from autograder.course.assignment import Course
from autograder.course.marks import without_marks
from autograder.data import digits
from autograder.errors import CheckFailed
from autograder.judge import Wrong, generator

ROOT = Path(__file__).resolve().parents[2]
CELLS = ("one_hot", "softmax", "nll", "logreg_grad", "worst_predictions")
PLANTED = 1 + 5e-4


@pytest.fixture
def right() -> SimpleNamespace:
    """Everything that the notebook's solutions define, fresh for each test."""
    assignment = Course(ROOT).assignment("softmax_regression")
    held: dict[str, Any] = {"np": anp}
    for grade_id in CELLS:
        exec(without_marks(assignment.cell(grade_id).source), held)  # noqa: S102 - the course's own cells
    held["globals"] = held
    return SimpleNamespace(**held)


def checks(s: SimpleNamespace) -> dict[str, Callable[[], None]]:
    """Every visible check but that of the trained model."""
    model = s.LogisticRegression
    return {
        "softmax-vector": lambda: check.softmax_vector(s.softmax),
        "softmax-batch": lambda: check.softmax_batch(s.softmax),
        "softmax-stable": lambda: check.softmax_stable(s.softmax),
        "nll-vector": lambda: check.nll_vector(s.nll),
        "nll-batch": lambda: check.nll_batch(s.nll),
        "nll-zero": lambda: check.nll_zero(s.nll),
        "logreg_grad-W": lambda: check.logreg_gradient(model, "W"),
        "logreg_grad-b": lambda: check.logreg_gradient(model, "b"),
        "logreg_train-W": lambda: check.logreg_step(model, "W"),
        "logreg_train-b": lambda: check.logreg_step(model, "b"),
        "worst_predictions-order": lambda: check.worst_order(s.worst_predictions, model),
    }


def failing(s: SimpleNamespace) -> set[str]:
    """The aspects that fail."""
    found = set()
    for aspect, run in checks(s).items():
        try:
            run()
        except Wrong:
            found.add(aspect)
    return found


def replace(s: SimpleNamespace, name: str, function: Callable) -> None:
    """Give the notebook another function under a name, for its classes as well."""
    s.globals[name] = function
    setattr(s, name, function)


def test_the_solution_passes(right):
    """The instructor's own answers pass every visible check."""
    assert failing(right) == set()


@pytest.mark.parametrize(
    ("result", "message"),
    [
        (lambda X: None, "softmax(x) returned None"),
        (lambda X: "0.5", "softmax(x) is a str; an array of numbers is expected"),
        (lambda X: np.ones((len(X), 2)), "softmax(x) has shape (4, 2), expected (C,) = (4,)"),
        (lambda X: np.ones(np.shape(X), dtype=int), "whole numbers"),
        (lambda X: np.full(np.shape(X), 0.25, dtype=np.float32), "float64 went in, so float64 is expected"),
        (lambda X: np.full(np.shape(X), np.nan), "softmax(x) has nan in 4 of 4 entries"),
        (lambda X: 1 / 0, "softmax(x) raised ZeroDivisionError: division by zero"),
    ],
    ids=["none", "type", "shape", "integers", "float32", "nan", "exception"],
)
def test_odd_results_are_named(result, message):
    """Each kind of odd result has its own sentence."""
    with pytest.raises(Wrong, match=re.escape(message)):
        check.softmax_vector(result)


def test_what_is_no_function_is_named():
    """A name that holds something else."""
    with pytest.raises(Wrong, match="softmax cannot be called"):
        check.softmax_vector(3)


def test_a_missing_name_is_told():
    """A cell that has not been run."""
    with pytest.raises(CheckFailed, match="`softmax` does not exist yet"), check.aspect("softmax-vector"):
        check.softmax_vector(softmax)  # noqa: F821 - this is the point


@pytest.mark.parametrize(("key", "entry"), [("W", (1, 2)), ("b", (1,))])
def test_an_error_of_half_a_permille_in_one_entry_is_seen(right, key, entry):
    """One entry of the gradient, 0.05 % off: the largest one, whatever it is."""
    own = right.LogisticRegression.grad_loss

    def grad_loss(self, x, y_true):
        grads = own(self, x, y_true)
        grads[key].flat[np.argmax(np.abs(grads[key]))] *= PLANTED
        return grads

    right.LogisticRegression.grad_loss = grad_loss
    assert failing(right) == {f"logreg_grad-{key}"}


@pytest.mark.parametrize("epsilon", [0.0, 1e-15, 1e-6])
def test_the_epsilon_is_the_students_choice(right, epsilon):
    """An epsilon of up to 1e-6 passes everywhere; none at all costs the zeros alone."""

    def nll(Y_true, Y_pred):
        truth, predicted = np.atleast_2d(Y_true), np.atleast_2d(Y_pred)
        return np.mean(-np.sum(truth * np.log(predicted + epsilon), axis=1))

    replace(right, "nll", nll)
    assert failing(right) == (set() if epsilon else {"nll-zero"})


def test_a_constant_cost_with_zero_gradients_earns_nothing(right):
    """It agrees with itself, but not with the stated cost."""
    replace(right, "nll", lambda Y_true, Y_pred: 1.0)
    right.LogisticRegression.grad_loss = lambda self, x, y_true: {
        "W": np.zeros_like(self.W),
        "b": np.zeros_like(self.b),
    }
    for key in ("W", "b"):
        with pytest.raises(Wrong, match="wrong in"):
            check.gradient_of_stated_cost(right.LogisticRegression, key, generator(f"constant-{key}"))
    assert {"nll-vector", "nll-batch", "nll-zero"} <= failing(right)


def test_a_wrong_softmax_costs_softmax_alone(right):
    """Gradient, step and order are judged with what the given `forward` means."""
    replace(right, "softmax", lambda X: np.exp(X) / np.sum(np.exp(X)) / 2)
    assert failing(right) == {"softmax-vector", "softmax-batch", "softmax-stable"}


def test_a_wrong_cost_costs_the_cost_alone(right):
    """The gradient may still be that of the stated cost."""
    replace(right, "nll", lambda Y_true, Y_pred: 3.0)
    assert failing(right) == {"nll-vector", "nll-batch", "nll-zero"}


def test_remembered_numbers_earn_nothing(right):
    """A function that knows the published values of single samples and nothing else."""
    known = {(0.99, 0.01, 0.0): 0.01005, (0.01, 0.01, 0.98): 4.60517}
    replace(right, "nll", lambda Y_true, Y_pred: known.get(tuple(np.ravel(Y_pred)), 0.00335))
    assert "nll-vector" in failing(right)


@pytest.mark.parametrize("missing", ["W", "b"])
def test_a_missing_parameter_is_named(right, missing):
    """A model that keeps its parameters under other names."""

    class Model(right.LogisticRegression):
        def __init__(self, input_size, output_size):
            super().__init__(input_size, output_size)
            delattr(self, missing)

    with pytest.raises(Wrong, match=f"model has no attribute `{missing}`"):
        check.logreg_gradient(Model, missing)


def test_a_table_of_answers_is_no_model(right):
    """The parameters decide in the hidden part, not what `forward` gives for the test set."""
    data = digits()
    model = right.LogisticRegression(64, 10)
    model.forward = lambda X: np.eye(10)[data.y_test]
    check.logreg_accuracy(model)
    with pytest.raises(Wrong, match="of the test set"):
        check.accuracy_of_parameters(model)


def test_inputs_and_random_state_survive(right):
    """Check cells leave numpy's global state as it was, whatever the code inside does to it."""

    def noisy(X):
        np.random.seed(1)
        return right.softmax(X)

    state = np.random.get_state()[1].copy()
    with check.aspect("softmax-vector"):
        check.softmax_vector(noisy)
    assert np.array_equal(np.random.get_state()[1], state)
