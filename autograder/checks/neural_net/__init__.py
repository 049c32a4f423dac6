"""Visible checks of assignment 2: a network with one hidden layer, its gradients, its training, its extensions."""

from autograder.checks.neural_net.activations import (
    drelu_values,
    dtanh_values,
    elementwise_agrees,
    relu_values,
    tanh_values,
)
from autograder.checks.neural_net.batches import (
    batch_gradient,
    batch_gradient_agrees,
    batch_of_one,
)
from autograder.checks.neural_net.deep_gradients import deep_gradient, deep_gradient_agrees
from autograder.checks.neural_net.deep_net import (
    deep_default,
    deep_forward,
    deep_forward_agrees,
    deep_init,
    deep_loss,
)
from autograder.checks.neural_net.gradients import gradient_of_stated_cost, network_gradient
from autograder.checks.neural_net.library import library_accuracy, library_mean_nll, library_nll_of_42
from autograder.checks.neural_net.loss import network_loss
from autograder.checks.neural_net.momentum import (
    momentum_agrees,
    momentum_first_step,
    momentum_pure,
    momentum_steps,
)
from autograder.checks.neural_net.network import (
    forward_agrees,
    forward_batch,
    forward_one,
    network_init,
)
from autograder.checks.neural_net.norm import norm_values
from autograder.checks.neural_net.sigmoid import (
    dsigmoid_shapes,
    dsigmoid_values,
    or_on_right_sigmoid,
    sigmoid_shapes,
    sigmoid_stable,
    sigmoid_values,
)
from autograder.checks.neural_net.steps import network_train
from autograder.checks.neural_net.training import fit_accuracy, trained_network
from autograder.judge import aspect

__all__ = [
    "aspect",
    "batch_gradient",
    "batch_gradient_agrees",
    "batch_of_one",
    "deep_default",
    "deep_forward",
    "deep_forward_agrees",
    "deep_gradient",
    "deep_gradient_agrees",
    "deep_init",
    "deep_loss",
    "drelu_values",
    "dsigmoid_shapes",
    "dsigmoid_values",
    "dtanh_values",
    "elementwise_agrees",
    "fit_accuracy",
    "forward_agrees",
    "forward_batch",
    "forward_one",
    "gradient_of_stated_cost",
    "library_accuracy",
    "library_mean_nll",
    "library_nll_of_42",
    "momentum_agrees",
    "momentum_first_step",
    "momentum_pure",
    "momentum_steps",
    "network_gradient",
    "network_init",
    "network_loss",
    "network_train",
    "norm_values",
    "or_on_right_sigmoid",
    "relu_values",
    "sigmoid_shapes",
    "sigmoid_stable",
    "sigmoid_values",
    "tanh_values",
    "trained_network",
]
