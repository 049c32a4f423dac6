"""What the variants do not reach: odd results, planted errors of 0.05 %, fakes, and what checks leave behind."""

import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import autograd.numpy as anp
import numpy as np
import pytest

from autograder.checks import five_points as check
from autograder.course.assignment import Course
from autograder.course.marks import without_marks
from autograder.judge import Wrong, planted

ROOT = Path(__file__).resolve().parents[2]
CELLS = ("glorot", "mse_loss", "given_layers", "forward", "train")
PLANTED = 1 + 5e-4


@pytest.fixture
def right() -> SimpleNamespace:
    """Everything that the notebook's solutions define, fresh for each test."""
    assignment = Course(ROOT).assignment("five_points")
    held: dict[str, Any] = {"np": anp, "tqdm": lambda steps, **_: steps}
    for grade_id in CELLS:
        exec(without_marks(assignment.cell(grade_id).source), held)  # noqa: S102 - the course's own cells
    return SimpleNamespace(**held)


def checks(s: SimpleNamespace) -> dict[str, Callable[[], None]]:
    """Every visible check, of the classes and functions in a namespace."""
    net = s.NeuralNetwork
    return {
        "glorot-shape": lambda: check.glorot_shape(s.init_glorot),
        "glorot-distribution": lambda: check.glorot_uniform(s.init_glorot),
        "mse_loss-forward": lambda: check.mse_forward(s.MSELoss),
        "mse_loss-gradient": lambda: check.mse_gradient(s.MSELoss),
        "mse_loss-refuses": lambda: check.mse_refuses(s.MSELoss),
        "forward-single": lambda: check.forward_single(net),
        "forward-deep": lambda: check.forward_deep(net),
        "get_loss-value": lambda: check.loss_value(net),
        "backward-single": lambda: check.backward_gradient(net, "single", "weight"),
        "backward-output_weights": lambda: check.backward_gradient(net, "output", "weight"),
        "backward-output_biases": lambda: check.backward_gradient(net, "output", "bias"),
        "backward-hidden_weights": lambda: check.backward_gradient(net, "hidden", "weight"),
        "backward-hidden_biases": lambda: check.backward_gradient(net, "hidden", "bias"),
        "backward-refuses": lambda: check.backward_refuses(net),
        "backward-repeat": lambda: check.backward_repeat(net),
        "apply_gradients-step": lambda: check.step_taken(net),
        "apply_gradients-refuses": lambda: check.step_refused(net),
        "train-losses": lambda: check.train_losses(s.train, net),
        "train-steps": lambda: check.train_steps(s.train, net),
        "train-learns": lambda: check.train_learns(s.train, net),
    }


def failing(s: SimpleNamespace) -> dict[str, str]:
    """The aspects that fail, with what they say."""
    found = {}
    for aspect, run in checks(s).items():
        try:
            run()
        except Wrong as wrong:
            found[aspect] = wrong.finding.message
    return found


def test_the_solution_passes(right):
    """The instructor's own answers pass every visible check."""
    assert failing(right) == {}


@pytest.mark.parametrize(
    ("result", "message"),
    [
        (None, "returned None"),
        ("text", "an array of numbers is expected"),
        (np.zeros((2, 2)), "expected (in_features, out_features) = (3, 5)"),
        (np.zeros((3, 5), dtype=int), "whole numbers"),
        (np.zeros((3, 5), dtype=np.float32), "float64 is expected"),
        (np.full((3, 5), np.nan), "has nan in 15 of 15 entries"),
        (np.zeros((3, 5)), "gives the same numbers"),
    ],
    ids=["none", "text", "shape", "integers", "float32", "nan", "constant"],
)
def test_odd_weights_are_named(result, message):
    """Each kind of odd result has its own sentence."""
    with pytest.raises(Wrong, match=re.escape(message)):
        check.glorot_shape(lambda n_in, n_out: result)


def test_an_exception_shows_the_kind_and_the_text():
    """What student code raises is told in its own words."""

    def init_glorot(n_in, n_out):
        raise KeyError("bound")

    with pytest.raises(Wrong, match="raised KeyError: 'bound'"):
        check.glorot_shape(init_glorot)


@pytest.mark.parametrize("method", ["forward", "get_gradient"])
def test_a_missing_method_is_named(right, method):
    """A loss without one of its methods."""
    delattr(right.MSELoss, method)
    with pytest.raises(Wrong, match=f"has no attribute `{method}`"):
        check.mse_refuses(right.MSELoss)


@pytest.mark.parametrize(
    ("which", "parameter"),
    [("output", "weight"), ("output", "bias"), ("hidden", "weight"), ("hidden", "bias")],
)
def test_an_error_of_half_a_permille_in_one_entry_is_seen(right, which, parameter):
    """One entry of one gradient, 0.05 % off."""
    own = right.NeuralNetwork.backward

    def backward(self, x, y):
        own(self, x, y)
        layer = self.layers[-1 if which == "output" else 0]
        gradient = getattr(layer.linear, f"{parameter}_grad")
        gradient.flat[np.argmax(np.abs(gradient))] *= PLANTED

    right.NeuralNetwork.backward = backward
    plural = {"weight": "weights", "bias": "biases"}[parameter]
    assert f"backward-{which}_{plural}" in failing(right)


def test_a_small_error_of_the_loss_and_its_gradient_is_seen(right):
    """0.05 % in the loss, and in one entry of its gradient."""
    forward, gradient = right.MSELoss.forward, right.MSELoss.get_gradient

    def moved(self, y_true, y_pred):
        result = gradient(self, y_true, y_pred)
        result.flat[np.argmax(np.abs(result))] *= PLANTED
        return result

    right.MSELoss.forward = lambda self, y_true, y_pred: forward(self, y_true, y_pred) * PLANTED
    right.MSELoss.get_gradient = moved
    assert {"mse_loss-forward", "mse_loss-gradient"} <= set(failing(right))


def test_a_wrong_loss_costs_the_loss_alone(right):
    """What is built on the loss is judged with another one."""
    right.MSELoss.forward = lambda self, y_true, y_pred: 7.0
    right.MSELoss.get_gradient = lambda self, y_true, y_pred: np.zeros_like(y_pred)
    assert set(failing(right)) == {"mse_loss-forward", "mse_loss-gradient", "mse_loss-refuses"}


def test_wrong_first_weights_cost_themselves_alone(right):
    """An `init_glorot` that is not written does not stop the network's checks."""

    def init_glorot(n_in, n_out):
        raise NotImplementedError("glorot is not written yet")

    right.NeuralNetwork.__init__.__globals__["init_glorot"] = right.init_glorot = init_glorot
    assert set(failing(right)) == {"glorot-shape", "glorot-distribution"}


def test_a_wrong_forward_costs_the_forward_pass_alone(right):
    """The way back is judged with the layers' own way forward."""
    right.NeuralNetwork.forward = lambda self, x: np.zeros((len(x), 3))
    assert set(failing(right)) == {"forward-single", "forward-deep"}


def test_a_backward_pass_without_content_earns_nothing(right):
    """Zeros in every gradient agree with a constant loss, and with nothing else."""

    def backward(self, x, y):
        for layer in self.layers:
            layer.set_weight_gradient(np.zeros_like(layer.get_weight()))
            layer.set_bias_gradient(np.zeros_like(layer.get_bias()))

    right.NeuralNetwork.backward = backward
    right.NeuralNetwork.get_loss = lambda self, x, y: 0.25
    found = failing(right)
    assert all(aspect in found for aspect in checks(right) if aspect.startswith(("backward", "get_loss")))


def test_a_train_that_does_nothing_earns_nothing(right):
    """A constant list of losses with an unchanged network."""
    right.train = lambda x, y, net, epochs, lr: (net, [0.1] * epochs)
    assert {"train-losses", "train-steps", "train-learns"} == set(failing(right))


def test_an_exact_multiple_of_the_derivative_is_no_other_cost(right):
    """The hidden tie of the gradient accepts a positive multiple and refuses zeros."""
    truth, predicted = np.array([[1.0, 0.0]]), np.array([[0.3, 0.6]])
    expected = predicted - truth
    check.gradient_is_a_multiple(right.MSELoss, truth, predicted, expected)
    right.MSELoss.get_gradient = lambda self, y_true, y_pred: np.zeros_like(y_pred)
    with pytest.raises(Wrong, match="does not point up"):
        check.gradient_is_a_multiple(right.MSELoss, truth, predicted, expected)


def test_what_is_planted_is_taken_away(right):
    """After a check a network has no attribute that its class did not give it."""
    net = right.NeuralNetwork(2, 1, [3])
    before = set(vars(net)), set(vars(net.loss)), set(vars(net.layers[0]))
    with planted(net, forward=lambda x: x), planted(net.loss, forward=lambda a, b: 0.0):
        pass
    assert (set(vars(net)), set(vars(net.loss)), set(vars(net.layers[0]))) == before


def test_numpys_random_state_survives(right):
    """An aspect around the check puts the global state back."""
    state = np.random.get_state()[1].copy()
    with check.aspect("glorot-distribution"):
        check.glorot_uniform(right.init_glorot)
    assert np.array_equal(np.random.get_state()[1], state)
