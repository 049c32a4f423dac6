"""Checks of question `worst_predictions`: which samples the model gets most wrong, and in which order."""

from typing import Any

import numpy as np

from autograder.checks.softmax_regression.models import build, right_forward, with_right_forward
from autograder.judge import any_route, call, cases, confirmed, equal, generator, labels, log_loss


@confirmed
def worst_order(worst_predictions: Any, LogisticRegression: Any) -> None:
    """The samples with the smallest probability of their true class, worst first."""
    rng = generator("worst_predictions-order")
    for n, k in cases(((20, 5), (9, 3), (6, 1))):
        model = build(LogisticRegression, rng, 4, 3)
        X, y = rng.normal(size=(n, 4)), labels(rng, n, 3)
        probabilities = right_forward(model, X)
        order = np.argsort(probabilities[np.arange(n), y])
        _judge_order(worst_predictions, model, X, y, k, order, np.argsort(probabilities.max(axis=1)))
    _judge_order(worst_predictions, model, X, y, None, order)
    # Among many samples the worst are very wrong, and all of them misclassified: their order must not be lost in a coarse
    # rounding or a large epsilon. The limit of 1e-5 leaves room for an epsilon of 1e-6.
    model = build(LogisticRegression, rng, 4, 3)
    X, y = 2 * rng.normal(size=(600, 4)), labels(rng, 600, 3)
    truly = right_forward(model, X)[np.arange(600), y]
    there = np.flatnonzero(truly > 1e-5)
    X, y, order = X[there], y[there], np.argsort(truly[there])
    _judge_order(worst_predictions, model, X, y, 20, order)


def _judge_order(
    worst_predictions: Any,
    model: Any,
    X: np.ndarray,
    y: np.ndarray,
    k: int | None,
    order: np.ndarray,
    surest: np.ndarray | None = None,
) -> None:
    name = "worst_predictions(model, X, y)" if k is None else "worst_predictions(model, X, y, k)"
    arguments = (model, X, y) if k is None else (model, X, y, k)

    def own_forward() -> None:
        _same_order(
            call(worst_predictions, *arguments, name=name),
            order[: 5 if k is None else k],
            name,
            order,
            surest,
        )

    def with_right_model() -> None:
        with_right_forward(model, own_forward, loss=lambda X, y: log_loss(right_forward(model, X), y))

    any_route(own_forward, with_right_model)


def _same_order(
    found: Any, expected: np.ndarray, name: str, order: np.ndarray, surest: np.ndarray | None
) -> None:
    k = len(expected)
    suspects = {"best_for_worst": order[::-1][:k], "worst_last": expected[::-1]} if k > 1 else {}
    if surest is not None and k > 1:
        suspects["truth_not_asked"] = surest[:k]
    equal(
        found,
        expected,
        name=name,
        axes="(k,)",
        integers=True,
        relative=0.0,
        scale=1e-9,
        suspects=suspects,
        hint="which samples give their true class the smallest probability, and in which order",
    )
