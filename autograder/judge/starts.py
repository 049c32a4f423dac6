"""Where the way back starts: how a stated cost changes with what the last layer gives, and what slips make of it."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import scipy.special

from autograder.judge.costs import log_loss
from autograder.judge.numerical import numerical_gradient
from autograder.judge.samples import one_hot

Start = tuple[np.ndarray, Mapping[str, Any], Mapping[str, Any], Mapping[str, np.ndarray]]
"""The derivative, causes with another one in its place, causes with a factor that does not belong there, and the parts that
it is the sum of: in this order the arguments of a `Chain` behind its layers."""


def softmax_start(logits: np.ndarray, classes: np.ndarray | int) -> Start:
    """The mean negative log likelihood behind a softmax, by the logits.

    Args:
        logits: `(N, C)`.
        classes: `(N,)` integers.
    """
    classes = np.atleast_1d(classes)
    n, kinds = logits.shape
    truth, probabilities = one_hot(kinds, classes), scipy.special.softmax(logits, axis=1)
    start = numerical_gradient(lambda at: log_loss(scipy.special.softmax(at, axis=1), classes), logits)

    def slope() -> np.ndarray:
        return numerical_gradient(
            lambda at: np.sum(scipy.special.expit(at)), scipy.special.logit(probabilities)
        )

    def by_probability() -> np.ndarray:
        return numerical_gradient(lambda at: log_loss(at, classes), probabilities)

    def of_squares() -> np.ndarray:
        return numerical_gradient(lambda at: np.mean((at - truth) ** 2), probabilities)

    starts: dict[str, Any] = {
        "truth_not_subtracted": probabilities / n,
        "truth_alone": -truth / n,
        "truth_added": start + 2 * truth / n,
        "cost_by_probability": by_probability,
        "squares_for_likelihood": of_squares,
        "logits_for_probabilities": start + (logits - probabilities) / n,
    }
    if n > 1:
        shifted = logits - logits.max(axis=1, keepdims=True)  # what overflows is often subtracted row by row
        starts["softmax_wrong_axis"] = [
            start + (scipy.special.softmax(at, axis=0) - probabilities) / n for at in (logits, shifted)
        ]
        starts["softmax_whole_array"] = start + (scipy.special.softmax(logits) - probabilities) / n
        starts["truth_of_another_sample"] = start + (truth - np.roll(truth, 1, axis=0)) / n
        starts["truth_of_first_sample"] = start + (truth - truth[:1]) / n
    starts["truth_one_class_off"] = start + (truth - np.roll(truth, 1, axis=1)) / n
    parts = {"the prediction": start + truth / n, "the truth": -truth / n}
    return start, starts, {"extra_activation_derivative": slope}, parts


def cost_start(cost: Callable[[np.ndarray], float], predicted: np.ndarray, target: np.ndarray) -> Start:
    """Any cost of predictions and targets, by the predictions.

    Args:
        cost: of the predictions alone.
        predicted: `(N, out)`.
        target: `(N, out)`.
    """
    start = numerical_gradient(cost, predicted)
    difference = predicted - target
    with np.errstate(all="ignore"):
        share = start / difference
    starts: dict[str, Any] = {
        "cost_for_derivative": [difference**2, difference**2 / difference.size],
        "difference_without_sign": np.abs(start),
        "target_not_subtracted": share * predicted,
        "prediction_not_in_it": -share * target,
        "target_added": share * (predicted + target),
    }
    squared = bool(np.allclose(share, share.flat[0]))
    parts = {"the prediction": share * predicted, "the target": -share * target} if squared else {}
    return start, starts, {}, parts
