"""Networks that end in softmax, for whichever way samples lie inside the student's."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from autograder.checks.backprop_by_hand import layouts, stated
from autograder.checks.backprop_by_hand.batches import FORWARD, Batch, batch
from autograder.checks.backprop_by_hand.functions import bend, bend_der, softmax_columns, softmax_rows
from autograder.checks.backprop_by_hand.style import Derivative
from autograder.judge import Wrong, array, call, one_hot


def own_softmax(feed_forward_batch: Callable[[], Any], layout: layouts.Layout) -> Derivative:
    """Softmax over the outputs of a sample, in a network that may keep samples as columns inside."""
    X = np.linspace(-1.0, 1.0, 2 * layout.sizes[0]).reshape(2, -1)
    layers = stated.random_layers(np.random.default_rng(0), layout.sizes)
    hidden = [bend] * (len(layers) - 1)
    for softmax in (softmax_rows, softmax_columns):
        try:
            function = feed_forward_batch()
            predict = call(function, X, layout.build(layers), [*hidden, softmax], name=FORWARD)
            predict = array(predict, name=FORWARD, shape=(2, layout.sizes[-1]))
        except (Wrong, NameError):
            continue
        if np.allclose(predict.sum(axis=1), 1.0):
            return softmax
    return softmax_rows


def softmax_batch(
    rng: np.random.Generator, layout: layouts.Layout, n: int, feed_forward_batch: Callable[[], Any]
) -> tuple[Batch, list[Any]]:
    """A batch with one-hot targets and softmax at the end, and the derivatives with None at the end."""
    case = batch(rng, layout, n, ((bend, bend_der),))
    outputs = layout.sizes[-1]
    targets = one_hot(outputs, rng.permutation(np.resize(rng.permutation(outputs), n)))
    softmax = own_softmax(feed_forward_batch, layout)
    return replace(case, funcs=[*case.funcs[:-1], softmax], targets=targets), [*case.ders[:-1], None]
