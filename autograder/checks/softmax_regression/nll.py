"""Checks of question `nll`: the negative log likelihood of a sample, of a batch, and of the impossible."""

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.causes import diagnosis
from autograder.judge import (
    Wrong,
    any_route,
    call,
    cases,
    confirmed,
    equal,
    generator,
    labels,
    log_loss,
    number,
    wrong,
)

PUBLISHED = 1e-4  # the published values are rounded to five digits


@confirmed
def nll_vector(nll: Any) -> None:
    """The cost of one sample: two published values, and less for a better prediction."""
    name = "nll(Y_true, Y_pred)"
    for truth, predicted, published in (
        ([1, 0, 0], [0.99, 0.01, 0], 0.01005),
        ([1, 0, 0], [0.01, 0.01, 0.98], 4.60517),
    ):
        for convert in (np.array, list):

            def judge(predicted: list[float], truth=truth, convert=convert, published=published) -> None:
                value = number(
                    call(nll, convert(truth), convert(predicted), name=name), name=name, one_sample=True
                )
                _published(value, published, f"nll({truth}, {predicted})")

            _with_or_without_zeros(judge, predicted)
    rng = generator("nll-vector")
    truth, predicted = np.array([0, 1, 0, 0]), rng.dirichlet(np.full(4, 5.0))
    value = number(call(nll, truth, predicted, name=name), name=name, one_sample=True)
    bolder = np.where(truth == 1, 0.5 + predicted / 2, predicted / 2)
    better = number(call(nll, truth, bolder, name=name), name=name, one_sample=True)
    if not better < value:
        wrong(
            f"{name} does not fall when the true class gets more probability.\n{value:.6g} becomes {better:.6g}"
        )


@confirmed
def nll_batch(nll: Any) -> None:
    """The cost of a batch is the mean of its samples' costs."""
    name = "nll(Y_true, Y_pred)"
    truth = [[0, 1, 0], [1, 0, 0], [0, 0, 1]]
    predicted = [[0, 1, 0], [0.99, 0.01, 0], [0, 0, 1]]
    for convert in (np.array, list):

        def judge(predicted: list[list[float]], convert=convert) -> None:
            value = number(call(nll, convert(truth), convert(predicted), name=name), name=name)
            _published(value, 0.00335, "nll of three samples, where only the second is .99 and not 1", n=3)

        _with_or_without_zeros(judge, predicted)
    rng = generator("nll-batch")
    # The last truth is square and not symmetric: rows and columns taken for each other show.
    for n, classes in cases(((5, 3), (1, 4), (4, 7), (3, 3))):
        truth = np.eye(classes)[np.roll(np.arange(n), 1) if n == classes else labels(rng, n, classes)]
        predicted = rng.dirichlet(np.full(classes, 4.0), size=n)
        _judge_batch(nll, truth, predicted)


def _judge_batch(nll: Any, truth: np.ndarray, predicted: np.ndarray) -> None:
    n, classes = predicted.shape
    name = "nll(Y_true, Y_pred)"
    batch = number(call(nll, truth, predicted, name=name), name=name, one_sample=n == 1)

    def mean_of(single: Any) -> None:
        equal(
            batch,
            np.mean(single),
            name="nll of a batch (expected: the mean of its samples' values)",
            suspects={"sum_for_mean": np.sum(single)} | ({"one_sample_only": single[0]} if n > 1 else {}),
            factors={"mean_over_classes": 1 / classes},
            hint="how the samples' costs are combined",
        )

    def of_its_samples() -> None:
        pairs = zip(truth, predicted, strict=True)
        mean_of([number(call(nll, t, p, name=name), name=name, one_sample=True) for t, p in pairs])

    # A function that is wrong for one sample may be right for a batch all the same.
    any_route(lambda: mean_of(-np.log(predicted[truth == 1])), of_its_samples)


@confirmed
def nll_zero(nll: Any) -> None:
    """A probability of 0 gives a finite cost: large for the true class, none for another one."""
    name = "nll(Y_true, Y_pred)"
    right = _right_forms(nll)
    for axes in nll_forms(nll):
        truth, predicted = np.array([[0, 1], [1, 0]]), np.array([[1.0, 0.0], [0.0, 1.0]])
        if axes == 1:
            truth, predicted = np.array([0, 1, 0]), np.array([0.5, 0.0, 0.5])
        value = number(call(nll, truth, predicted, name=name), name=name, one_sample=axes == 1)
        if value < 13.0:  # -log(1e-6) is 13.8
            hint = "what a sample costs whose true class has no probability at all"
            if value > 3.0:  # smaller, it is no epsilon's doing
                hint = "how large the epsilon in the logarithm is: at most 1e-6"
            if not right:
                hint = "nll-vector and nll-batch first: the cost of ordinary probabilities is wrong as well"
            fact = f"{name} is {value:.6g} for a true class of probability 0; a large number is expected."
            wrong(fact, hint=hint)
        value = number(call(nll, truth, truth.astype(float), name=name), name=name, one_sample=axes == 1)
        if abs(value) > 1e-5:
            wrong(f"{name} is {value:.6g} for a perfect prediction; 0 is expected.")


def nll_forms(nll: Any) -> list[int]:
    """How many axes the truth has where `nll_zero` asks: 1 for one sample, 2 for a batch.

    Where the cost of ordinary probabilities is wrong for one of them only, that has its own aspect and is not asked again.
    """
    return _right_forms(nll) or [1, 2]


def _right_forms(nll: Any) -> list[int]:
    predicted = np.array([[0.2, 0.7, 0.1], [0.6, 0.3, 0.1], [0.3, 0.5, 0.2], [0.1, 0.2, 0.7]])
    classes = np.array([1, 0, 2, 1])
    truth = np.eye(3, dtype=int)[classes]
    samples = {1: (truth[0], predicted[0], log_loss(predicted[0], 1))}
    samples[2] = truth, predicted, log_loss(predicted, classes)
    return [axes for axes, sample in samples.items() if _roughly(nll, *sample)]


def _roughly(nll: Any, truth: np.ndarray, predicted: np.ndarray, expected: float) -> bool:
    """Whether a cost is right but for an epsilon that is too large."""
    name = "nll(Y_true, Y_pred)"
    try:
        value = number(call(nll, truth, predicted, name=name), name=name, one_sample=truth.ndim == 1)
    except Wrong:
        return False
    return abs(value - expected) < 0.05 * expected


def _with_or_without_zeros(judge: Callable[[Any], None], predicted: list) -> None:
    """Judge a published value; where zeros give nan, tiny probabilities in their place: zeros are `nll_zero`'s."""
    any_route(lambda: judge(predicted), lambda: judge(np.maximum(predicted, 1e-9).tolist()))


def _published(value: float, published: float, name: str, n: int = 1) -> None:
    if abs(value - published) <= PUBLISHED:
        return
    cause = None
    if abs(value + published) <= PUBLISHED:
        cause = diagnosis("missing_minus")
    elif n > 1 and abs(value - n * published) <= PUBLISHED:
        cause = diagnosis("sum_for_mean")
    elif any(abs(value - published / np.log(base)) <= PUBLISHED for base in (2, 10)):
        cause = diagnosis("wrong_logarithm")
    wrong(f"{name} has the wrong value.\nyours {value:.6g}, expected {published}", diagnosis=cause)
