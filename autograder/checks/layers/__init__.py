"""Visible checks of assignment 4: a network out of layers that know forward and backward."""

from autograder.checks.layers.batchnorm import (
    batchnorm_predict,
    batchnorm_running,
    batchnorm_start,
    batchnorm_train,
)
from autograder.checks.layers.batchnorm_backward import batchnorm_grad_input, batchnorm_step
from autograder.checks.layers.crossentropy import (
    crossentropy_gradient,
    crossentropy_stable,
    crossentropy_values,
    judge_gradient,
)
from autograder.checks.layers.dense import dense_forward, dense_grad_input, dense_init, dense_step
from autograder.checks.layers.dropout import dropout_backward, dropout_mask, dropout_predict
from autograder.checks.layers.fit import fit_accuracy, fit_architecture
from autograder.checks.layers.l2 import l2_layer, l2_step
from autograder.checks.layers.network import network_forward, network_loss, network_predict
from autograder.checks.layers.optimizer import optimizer_layer, optimizer_step
from autograder.checks.layers.relatives import first_that_works
from autograder.checks.layers.relu import relu_backward, relu_forward
from autograder.checks.layers.training_step import judge_step, network_step
from autograder.checks.layers.xavier import xavier_layer, xavier_spread
from autograder.judge import aspect

__all__ = [
    "aspect",
    "batchnorm_grad_input",
    "batchnorm_predict",
    "batchnorm_running",
    "batchnorm_start",
    "batchnorm_step",
    "batchnorm_train",
    "crossentropy_gradient",
    "crossentropy_stable",
    "crossentropy_values",
    "dense_forward",
    "dense_grad_input",
    "dense_init",
    "dense_step",
    "dropout_backward",
    "dropout_mask",
    "dropout_predict",
    "first_that_works",
    "fit_accuracy",
    "fit_architecture",
    "judge_gradient",
    "judge_step",
    "l2_layer",
    "l2_step",
    "network_forward",
    "network_loss",
    "network_predict",
    "network_step",
    "optimizer_layer",
    "optimizer_step",
    "relu_backward",
    "relu_forward",
    "xavier_layer",
    "xavier_spread",
]
