"""Checks of question `logreg_fit`: how much of the test set the trained model classifies, measured by the check itself."""

from typing import Any

import numpy as np

from autograder.data import digits
from autograder.judge import any_route, array, attribute, call, confirmed, wrong

FLOOR = 0.93  # test accuracy asked for; one epoch usually gives 0.95


@confirmed
def logreg_accuracy(lr_model: Any) -> None:
    """The trained model classifies enough of the test set, measured from `forward`."""
    data = digits()

    def from_forward() -> None:
        name = "lr_model.forward(X_test)"
        forward = attribute(lr_model, "forward", name="lr_model")
        shape = (len(data.y_test), 10)
        _enough(
            array(call(forward, data.X_test, name=name), name=name, shape=shape, axes="(N, C)"), data.y_test
        )

    # Where `softmax` is wrong for batches, the parameters may still be well trained.
    any_route(from_forward, lambda: accuracy_of_parameters(lr_model))


@confirmed
def accuracy_of_parameters(lr_model: Any) -> None:
    """The parameters alone classify enough of the test set: a table of the answers is no model.

    Args:
        lr_model: the student's trained model with `W (64, 10)` and `b (10,)`.
    """
    data = digits()
    W = array(attribute(lr_model, "W", name="lr_model"), name="lr_model.W", shape=(64, 10), axes="(D, C)")
    b = array(attribute(lr_model, "b", name="lr_model"), name="lr_model.b", shape=(10,), axes="(C,)")
    _enough(data.X_test @ W + b, data.y_test)


def _enough(scores: np.ndarray, classes: np.ndarray) -> None:
    accuracy = float(np.mean(scores.argmax(axis=1) == classes))
    if accuracy < FLOOR:
        wrong(
            f"lr_model classifies {accuracy:.2%} of the test set; at least {FLOOR:.0%} is expected.",
            hint="one epoch over all of `X_train`, one sample at a time, at learning rate 0.01",
            accuracy=accuracy,
            floor=FLOOR,
        )
