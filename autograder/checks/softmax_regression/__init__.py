"""Visible checks of assignment 1: softmax, negative log likelihood, logistic regression."""

from autograder.checks.softmax_regression.logreg import (
    accuracy_of_parameters,
    gradient_of_stated_cost,
    logreg_accuracy,
    logreg_gradient,
    logreg_step,
    right_forward,
    worst_order,
)
from autograder.checks.softmax_regression.nll import nll_batch, nll_vector, nll_zero
from autograder.checks.softmax_regression.softmax import softmax_batch, softmax_stable, softmax_vector
from autograder.judge import aspect

__all__ = [
    "accuracy_of_parameters",
    "aspect",
    "gradient_of_stated_cost",
    "logreg_accuracy",
    "logreg_gradient",
    "logreg_step",
    "nll_batch",
    "nll_vector",
    "nll_zero",
    "right_forward",
    "softmax_batch",
    "softmax_stable",
    "softmax_vector",
    "worst_order",
]
