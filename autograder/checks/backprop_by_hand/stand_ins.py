"""Right functions to stand beneath a student's, where the student's own earlier ones are wrong.

Each computes from what it is handed, layers in the student's layout, and no gradient is written down.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import autograd.numpy as anp
import numpy as np

from autograder.checks.backprop_by_hand import layouts, stated
from autograder.checks.backprop_by_hand.batches import Batch
from autograder.checks.backprop_by_hand.functions import squared_cost
from autograder.checks.backprop_by_hand.layouts import Layout
from autograder.checks.backprop_by_hand.pieces import mse_derivative
from autograder.judge import Wrong, argument, beneath, numerical_gradient, wrong


def mse_der(predict: Any, target: Any) -> np.ndarray:
    """The derivative of the mean of the squared errors over all entries, by the prediction."""
    predict, target = argument(predict, name="predict"), argument(target, name="target")
    if predict.shape != target.shape:
        raise ValueError(f"predict has shape {predict.shape}, target has shape {target.shape}")
    return numerical_gradient(lambda at: squared_cost(at, target), predict)


@contextmanager
def right_mse_der(function: Any, own: Callable[[], Any]) -> Iterator[None]:
    """Put a right `mse_der` beneath a function whose own one is wrong.

    Args:
        function: the student's.
        own: gives the student's `mse_der`.

    Raises:
        Wrong: that is right for one sample. What it does with a batch is the business of who hands it one.
    """
    try:
        mse_derivative(own())
    except (Wrong, NameError):
        with beneath(function, mse_der=mse_der):
            yield
    else:
        wrong("`mse_der` is right.")


def forward_pass(layout: Layout) -> Callable:
    """`feed_forward_saver_batch` for layers of one layout; samples are rows."""

    def feed_forward_saver_batch(inputs: Any, layers: Any, activation_funcs: Any) -> tuple:
        a, zs, layer_inputs = argument(inputs, name="inputs"), [], []
        for (W, b), function in zip(_read(layout, layers), activation_funcs, strict=True):
            layer_inputs.append(a)
            zs.append(np.array([W @ x + b for x in a]))
            a = argument(function(zs[-1].copy()), name="an activation")
        return layer_inputs, zs, a

    return feed_forward_saver_batch


def backward_pass(layout: Layout) -> Callable:
    """`backpropagation_batch` for layers of one layout, with gradients in the same one."""

    def backpropagation_batch(
        inputs: Any,
        layers: Any,
        activation_funcs: Any,
        targets: Any,
        activation_ders: Any,
        cost_der: Callable = mse_der,
    ) -> Any:
        case = Batch(
            layout,
            _read(layout, layers),
            list(activation_funcs),
            list(activation_ders),
            argument(inputs, name="inputs"),
            argument(targets, name="targets"),
        )
        if len(case.X) != len(case.targets) or not len(case.layers) == len(case.funcs) == len(case.ders):
            raise ValueError("not as many inputs as targets, or not as many functions as layers")

        def slopes_of(zs: list[np.ndarray]) -> list[np.ndarray]:
            return [
                argument(der(z.copy()), name="a derivative") for der, z in zip(case.ders, zs, strict=True)
            ]

        def start(predict: np.ndarray, target: np.ndarray) -> np.ndarray:
            return argument(cost_der(predict.copy(), target.copy()), name="cost_der", shape=predict.shape)

        return layout.build(layout.read(straightened_gradients(case, start, slopes_of)))

    return backpropagation_batch


def straightened_gradients(
    case: Batch,
    cost_der: Callable[[np.ndarray, np.ndarray], np.ndarray],
    slopes_of: Callable[[list[np.ndarray]], list[np.ndarray]],
) -> list[np.ndarray]:
    """What a backward pass with the given slopes gives, in the student's layout.

    Args:
        case: the batch.
        cost_der: what it starts with.
        slopes_of: from the pre-activations of one sample to the slopes of its layers.
    """
    found = []
    for x in case.X:  # one at a time: the activations may be the student's, who may want samples as columns
        zs = stated.pre_activations(x, case.layers, case.funcs)
        found.append((zs, [f(z) for f, z in zip(case.funcs, zs, strict=True)], slopes_of(zs)))
    zs, values, slopes = (
        [np.array(layer) for layer in zip(*each, strict=True)] for each in zip(*found, strict=True)
    )
    upstream = cost_der(values[-1], case.targets)
    lines = stated.straightened(zs, values, slopes)
    straight = replace(case, funcs=lines)
    return straight.gradients(lambda predict: anp.sum(upstream * predict))


def _read(layout: Layout, layers: Any) -> stated.Layers:
    arrays = [
        argument(leaf, name="a parameter", shape=shape)
        for leaf, shape in zip(layouts.leaves(layers), layout.shapes, strict=True)
    ]
    return layout.read(arrays)
