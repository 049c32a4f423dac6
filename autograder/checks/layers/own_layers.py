"""One training step of a network out of layers of the student's own classes.

For a `train` that asks what kind of layer it has, so that no stand-in will do. The classes may be wrong, or do nothing:
nothing that is expected here comes from them, and where they are of no use, right methods stand in their place.
"""

from typing import Any

import numpy as np

from autograder.checks.layers.common import PARAMETERS, put
from autograder.checks.layers.crossentropy import stated_loss
from autograder.checks.layers.known_network import RATE, TRAIN, Parameters, right_step, stands_still
from autograder.checks.layers.right_dense import right_dense, right_relu
from autograder.judge import any_route, array, attribute, call, equal


def judge_own_layers(
    train: Any, Dense: Any, ReLU: Any, held: Parameters, X: np.ndarray, y: np.ndarray
) -> None:
    """Require that every dense layer makes one step with the gradient of the stated loss.

    Args:
        train: the student's function.
        Dense: the student's class.
        ReLU: the same.
        held: where the network begins.
        X: a batch `(N, D)`.
        y: its classes `(N,)`.
    """

    def on_right_layers() -> None:
        with right_dense(Dense), right_relu(ReLU):
            _judge_step(train, Dense, ReLU, held, X, y)

    any_route(lambda: _judge_step(train, Dense, ReLU, held, X, y), on_right_layers)


def _judge_step(train: Any, Dense: Any, ReLU: Any, held: Parameters, X: np.ndarray, y: np.ndarray) -> None:
    network: list[Any] = []
    places = []  # of the layers with parameters
    for w, b in held:
        layer = call(Dense, *w.shape, RATE, name="Dense(...)")
        for key, value in zip(PARAMETERS, (w, b), strict=True):
            attribute(layer, key, name="Dense(...)")
            put(layer, key, value)
        places.append(len(network))
        # One ReLU alone: where two layers follow each other directly, no slip cancels itself on the way down.
        network += [layer, *([call(ReLU, name="ReLU()")] if not network else [])]
    if len(held) == 1:
        network.pop()
    call(train, network, X, y, name=TRAIN, returns=False)
    for number, place in enumerate(places):
        for k, key in enumerate(PARAMETERS):
            name = f"network[{place}]"
            before = held[number][k]
            value = attribute(network[place], key, name=name)
            change = array(value, name=f"{name}.{key}", shape=before.shape, one_sample=True) - before
            right = right_step(lambda moved: stated_loss(_logits(moved, X), y), held, number, k)
            if stands_still(change, right):  # as where no ReLU above lets anything through
                continue
            equal(change, right, name=f"the change of {name}.{key}", relative=1e-6, scale=1e-6)


def _logits(held: Parameters, X: np.ndarray) -> np.ndarray:
    """What the network puts out, `(N, C)`: dense layers, and a ReLU behind the first if another one follows."""
    for number, (w, b) in enumerate(held):
        X = np.einsum("ni,io->no", X, w) + b
        if number == 0 and len(held) > 1:
            X = (np.abs(X) + X) / 2
    return X
