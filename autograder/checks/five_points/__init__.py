"""Visible checks of assignment 5: five points, a network built out of objects, and its gradient derived by hand."""

from autograder.checks.five_points.backward import backward_gradient
from autograder.checks.five_points.backward_calls import backward_refuses, backward_repeat
from autograder.checks.five_points.constant_training import constant_losses, constant_steps
from autograder.checks.five_points.forward import forward_deep, forward_single, loss_value
from autograder.checks.five_points.glorot import glorot_shape, glorot_uniform, uniform_within
from autograder.checks.five_points.learning import learns, train_learns
from autograder.checks.five_points.mse import (
    gradient_is_a_multiple,
    mse_forward,
    mse_gradient,
    mse_refuses,
)
from autograder.checks.five_points.networks import build, parameters_of, predicted_by
from autograder.checks.five_points.stated_gradients import backward_exact
from autograder.checks.five_points.steps import step_refused, step_taken
from autograder.checks.five_points.training import (
    losses_before_steps,
    stated_loss,
    train_losses,
    train_steps,
)
from autograder.checks.five_points.training_runs import run
from autograder.judge import aspect

__all__ = [
    "aspect",
    "backward_exact",
    "backward_gradient",
    "backward_refuses",
    "backward_repeat",
    "build",
    "constant_losses",
    "constant_steps",
    "forward_deep",
    "forward_single",
    "glorot_shape",
    "glorot_uniform",
    "gradient_is_a_multiple",
    "learns",
    "loss_value",
    "losses_before_steps",
    "mse_forward",
    "mse_gradient",
    "mse_refuses",
    "parameters_of",
    "predicted_by",
    "run",
    "stated_loss",
    "step_refused",
    "step_taken",
    "train_learns",
    "train_losses",
    "train_steps",
    "uniform_within",
]
