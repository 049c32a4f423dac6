"""Visible checks of assignment 1: softmax, negative log likelihood, logistic regression."""

from autograder.checks.softmax_regression.fit import accuracy_of_parameters, logreg_accuracy
from autograder.checks.softmax_regression.gradient import gradient_of_stated_cost, logreg_gradient
from autograder.checks.softmax_regression.models import right_forward
from autograder.checks.softmax_regression.nll import nll_batch, nll_forms, nll_vector, nll_zero
from autograder.checks.softmax_regression.softmax import (
    softmax_batch,
    softmax_forms,
    softmax_stable,
    softmax_vector,
)
from autograder.checks.softmax_regression.step import logreg_step
from autograder.checks.softmax_regression.worst import worst_order
from autograder.judge import aspect

__all__ = [
    "accuracy_of_parameters",
    "aspect",
    "gradient_of_stated_cost",
    "logreg_accuracy",
    "logreg_gradient",
    "logreg_step",
    "nll_batch",
    "nll_forms",
    "nll_vector",
    "nll_zero",
    "right_forward",
    "softmax_batch",
    "softmax_forms",
    "softmax_stable",
    "softmax_vector",
    "worst_order",
]
