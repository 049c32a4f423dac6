"""Visible checks of assignment 3: backpropagation by hand, for one layer, any number of layers, and batches."""

from autograder.checks.backprop_by_hand.backward_batches import (
    batch_default,
    batch_one_layer,
    batch_one_sample,
    batch_several_layers,
)
from autograder.checks.backprop_by_hand.batches import batch_cost, batch_forward, batch_layers, batch_saver
from autograder.checks.backprop_by_hand.deep import one_layer, several_layers
from autograder.checks.backprop_by_hand.irises import sgd_iris, train_iris
from autograder.checks.backprop_by_hand.layers_by_hand import (
    last_layer,
    two_layer_first,
    two_layer_last,
    two_layer_link,
)
from autograder.checks.backprop_by_hand.momentum import sgd_random, sgd_rule, sgd_samples
from autograder.checks.backprop_by_hand.network import (
    network_cost,
    network_predict,
    network_saver,
    network_update,
)
from autograder.checks.backprop_by_hand.network_gradients import (
    network_autograd_gradient,
    network_autograd_predict,
    network_by_hand,
    network_gradient,
)
from autograder.checks.backprop_by_hand.passed import by_hand, passed_cost
from autograder.checks.backprop_by_hand.pieces import (
    mse_derivative,
    one_layer_shapes,
    one_layer_values,
    sigmoid_large,
    sigmoid_moderate,
)
from autograder.checks.backprop_by_hand.quotients import (
    numerical_integers,
    numerical_step,
    numerical_untouched,
    numerical_values,
)
from autograder.checks.backprop_by_hand.training import train_epochs, train_softmax, train_step
from autograder.judge import aspect

__all__ = [
    "aspect",
    "batch_cost",
    "batch_default",
    "batch_forward",
    "batch_layers",
    "batch_one_layer",
    "batch_one_sample",
    "batch_saver",
    "batch_several_layers",
    "by_hand",
    "last_layer",
    "mse_derivative",
    "network_autograd_gradient",
    "network_autograd_predict",
    "network_by_hand",
    "network_cost",
    "network_gradient",
    "network_predict",
    "network_saver",
    "network_update",
    "numerical_integers",
    "numerical_step",
    "numerical_untouched",
    "numerical_values",
    "one_layer",
    "one_layer_shapes",
    "one_layer_values",
    "passed_cost",
    "several_layers",
    "sgd_iris",
    "sgd_random",
    "sgd_rule",
    "sgd_samples",
    "sigmoid_large",
    "sigmoid_moderate",
    "train_epochs",
    "train_iris",
    "train_softmax",
    "train_step",
    "two_layer_first",
    "two_layer_last",
    "two_layer_link",
]
