"""Checks of question `sgd_momentum`: every sample once an epoch, in random order, with momentum.

Nobody knows in which order the student's mini-batches come. But the batches of a few samples have few orders, so
the checks walk through all of them: the parameters must end where one of these walks ends.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations_with_replacement
from typing import Any

import numpy as np

from autograder.causes import Diagnosis, diagnosis
from autograder.checks.backprop_by_hand import layouts
from autograder.checks.backprop_by_hand.batches import Batch, batch
from autograder.checks.backprop_by_hand.functions import bend, bend_der
from autograder.checks.backprop_by_hand.orders import orders, sizes_of_batches
from autograder.checks.backprop_by_hand.own_backward import (
    Gradient,
    OwnBackward,
    on_right_gradients,
    squared_error_gradient,
)
from autograder.checks.backprop_by_hand.trained import data_left_alone, trained
from autograder.checks.backprop_by_hand.walks import Walks, arrived
from autograder.judge import any_route, confirmed, generator, only_the_verdict_counts, wrong

SGD = "train_sgd_momentum(...)"

Judge = Callable[[Gradient], None]
"""Judges where a training has ended, when its steps follow these gradients."""


@confirmed
def sgd_samples(
    train_sgd_momentum: Any, create_layers_batch: Any, backpropagation_batch: Callable[[], Any]
) -> None:
    """Without momentum: an epoch takes a step for each mini-batch, and every sample is in one of them."""
    rng = generator("sgd_momentum-samples")
    for n, size, rate, epochs in ((4, 2, 0.3, 1), (5, 2, 0.2, 1), (4, 4, 0.3, 2)):
        case = _case(rng, create_layers_batch, n)

        def ends(case: Batch = case, size: int = size, rate: float = rate, epochs: int = epochs) -> Judge:
            after = _trained(train_sgd_momentum, case, size, rate, 0.0, epochs, 1)
            return partial(_every_sample_once, after, case, rate, size, epochs)

        _stated_or_own(ends, train_sgd_momentum, case, backpropagation_batch)


def _every_sample_once(
    after: Sequence[np.ndarray], case: Batch, rate: float, size: int, epochs: int, gradient: Gradient
) -> None:
    n, walks = len(case.X), Walks(case, gradient, rate)
    all_orders = (order for sizes in sizes_of_batches(n, size) for order in orders(range(n), sizes))
    if arrived(after, (walks.end((order,) * epochs) for order in all_orders), case):
        return
    wrong(
        f"{_counted(epochs, 'epoch')}, {n} samples in mini-batches of {size}, no momentum: the parameters end\n"
        "where no order of the mini-batches leads.",
        diagnosis=_slip_in_samples(after, case, gradient, rate, size, epochs),
        hint="an epoch visits every sample once, and each mini-batch makes one step",
    )


def _stated_or_own(
    trained_once: Callable[[], Judge], train: Any, case: Batch, backpropagation_batch: Callable[[], Any]
) -> None:
    """Judge with the true gradients; where the student's are wrong, with the student's, or on top of right ones.

    Args:
        trained_once: trains, and gives what judges the end for gradients.
        train: the student's function.
        case: what is trained.
        backpropagation_batch: gives the student's gradients.
    """
    own = OwnBackward(backpropagation_batch)

    def right() -> None:
        trained_once()(squared_error_gradient)

    any_route(
        right,
        lambda: own.where_wrong(
            case,
            lambda: trained_once()(own.gradients),
            lambda: on_right_gradients(train, case, right),
        ),
    )


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _slip_in_samples(
    after: Sequence[np.ndarray], case: Batch, gradient: Gradient, rate: float, size: int, epochs: int
) -> Diagnosis | None:
    if only_the_verdict_counts():
        return None
    n = len(case.X)
    walks, uphill = Walks(case, gradient, rate), Walks(case, gradient, -rate)
    plans = [(order,) * epochs for sizes in sizes_of_batches(n, size) for order in orders(range(n), sizes)]
    suspects: dict[str, Iterable[list[np.ndarray]]] = {
        "not_updated": [walks.end([])],
        "gradient_ascent": (uphill.end(plan) for plan in plans),
    }
    if epochs > 1:
        suspects["one_step_for_all_epochs"] = [walks.end([(tuple(range(n)),)])]
    if n % size:
        suspects["rest_left_out"] = (walks.end([order]) for order in orders(range(n), (size,) * (n // size)))
    if n == 2 * size:
        drawn = list(combinations_with_replacement(range(n), size))
        suspects["samples_repeated"] = (walks.end([(one, two)]) for one in drawn for two in drawn)
    for cause, ends in suspects.items():
        if arrived(after, ends, case):
            return diagnosis(cause)
    return None


@confirmed
def sgd_random(
    train_sgd_momentum: Any, create_layers_batch: Any, backpropagation_batch: Callable[[], Any]
) -> None:
    """The order of the mini-batches comes from `rng`: another one, another order; the same one, the same order."""
    rng = generator("sgd_momentum-random")
    case = _case(rng, create_layers_batch, 4)
    rate = 0.3
    seeds = [int(seed) for seed in rng.integers(1, 10_000, size=20)]

    def ends() -> Judge:
        results = [_trained(train_sgd_momentum, case, 2, rate, 0.0, 1, seed) for seed in seeds]
        # There may be no more than two orders, so that one call alone would often be right by chance.
        again = [_trained(train_sgd_momentum, case, 2, rate, 0.0, 1, seed) for seed in seeds[:12]]
        if not all(arrived(one, [other], case) for one, other in zip(again, results, strict=False)):
            wrong(
                "two calls with generators of the same seed end at different parameters.",
                hint="what makes the random numbers: the argument `rng`, and nothing else",
            )
        if all(arrived(result, [results[0]], case) for result in results[1:]):
            wrong(
                f"{len(seeds)} different generators lead to the same order of the mini-batches.",
                hint="the order of the samples, or of the mini-batches: `rng` shuffles it in each epoch",
            )
        without = _trained(train_sgd_momentum, case, 2, rate, 0.0, 1, None)
        if all(
            _as_twice_the_first(train_sgd_momentum, case, rate, *pair)
            for pair in zip(seeds, results, strict=True)
        ):
            wrong(
                "the mini-batches come in the same order in every epoch.",
                hint="where the order is made: once before the epochs, or in each of them",
            )
        return partial(_any_two_steps, [*results, without], case, rate)

    # So many that no order is the old one by chance.
    many = _case(generator("sgd_momentum-untouched"), create_layers_batch, 12)

    def leaves_data() -> None:
        order = np.random.default_rng(seeds[0])
        data_left_alone(train_sgd_momentum, many, 5, rate, 0.0, 1, order, name=SGD)

    any_route(leaves_data, lambda: on_right_gradients(train_sgd_momentum, many, leaves_data))
    _stated_or_own(ends, train_sgd_momentum, case, backpropagation_batch)


def _as_twice_the_first(train: Any, case: Batch, rate: float, seed: int, once: Sequence[np.ndarray]) -> bool:
    """Whether two epochs end where the first one leads when it is made twice."""
    again = replace(case, layers=case.layout.read(once))
    return arrived(
        _trained(train, case, 2, rate, 0.0, 2, seed), [_trained(train, again, 2, rate, 0.0, 1, seed)], case
    )


def _any_two_steps(
    results: Sequence[Sequence[np.ndarray]], case: Batch, rate: float, gradient: Gradient
) -> None:
    """Which samples a mini-batch takes is judged elsewhere, so here they may repeat."""
    walks = Walks(case, gradient, rate)
    pairs = list(combinations_with_replacement(range(4), 2))
    ends = [walks.end([(one, two)]) for one in pairs for two in pairs]
    for result in results:
        if not arrived(result, ends, case):
            wrong(
                "after one epoch of two mini-batches the parameters are where no two steps lead.",
                hint="each mini-batch makes one step with its own gradient",
            )


@confirmed
def sgd_rule(
    train_sgd_momentum: Any, create_layers_batch: Any, backpropagation_batch: Callable[[], Any]
) -> None:
    """The change is the learning rate times the gradient plus the momentum times the last change.

    The samples are all alike, so that it does not matter which of them a mini-batch takes: that is judged elsewhere.
    """
    rng = generator("sgd_momentum-momentum")
    # The last network has two layers of one shape, which may share their last change by mistake.
    for sizes, n, size, rate, momentum, epochs in (
        ((2, 3), 2, 1, 0.1, 0.5, 2),
        ((2, 3), 4, 2, 0.2, 0.9, 1),
        ((2, 3), 3, 3, 0.2, 0.7, 3),
        ((2, 3, 2, 3), 2, 2, 0.2, 0.7, 3),
    ):
        case = _case(rng, create_layers_batch, n, sizes)
        alike = np.zeros(n, dtype=int)
        case = replace(case, X=case.X[alike], targets=case.targets[alike])
        plan = (((0,) * size,) * (n // size),) * epochs

        def ends(
            case: Batch = case, numbers: Any = (size, rate, momentum, epochs), plan: Any = plan
        ) -> Judge:
            after = _trained(train_sgd_momentum, case, *numbers, 2)
            return partial(_follows_rule, after, case, *numbers[1:3], plan)

        _stated_or_own(ends, train_sgd_momentum, case, backpropagation_batch)


def _follows_rule(
    after: Sequence[np.ndarray], case: Batch, rate: float, momentum: float, plan: Any, gradient: Gradient
) -> None:
    if arrived(after, [Walks(case, gradient, rate, momentum).end(plan)], case):
        return
    wrong(
        f"with momentum {momentum:g} the parameters are wrong after "
        f"{_counted(len(plan), 'epoch')} of {_counted(len(plan[0]), 'step')}.",
        diagnosis=_slip_in_rule(after, case, gradient, rate, momentum, plan),
        hint="what the next change is made of, and what is kept for the one after it",
    )


def _slip_in_rule(
    after: Sequence[np.ndarray], case: Batch, gradient: Gradient, rate: float, momentum: float, plan: Any
) -> Diagnosis | None:
    if only_the_verdict_counts():
        return None

    def scaled(change: np.ndarray, slope: np.ndarray, rate: float, momentum: float) -> np.ndarray:
        return (1 - momentum) * rate * slope + momentum * change

    def with_rate(change: np.ndarray, slope: np.ndarray, rate: float, momentum: float) -> np.ndarray:
        return rate * (slope + momentum * change)

    def of_weights(change: np.ndarray, slope: np.ndarray, rate: float, momentum: float) -> np.ndarray:
        return rate * slope + momentum * change * (min(*change.shape, change.ndim) > 1)

    suspects = {
        "momentum_ignored": Walks(case, gradient, rate),
        "momentum_times_learning_rate": Walks(case, gradient, rate, momentum, rule=with_rate),
        "weights_only_with_momentum": Walks(case, gradient, rate, momentum, rule=of_weights),
        "momentum_on_gradient": Walks(case, gradient, rate, momentum, rule=scaled),
        "momentum_forgotten_each_epoch": Walks(case, gradient, rate, momentum, forget=True),
        "gradient_ascent": Walks(case, gradient, -rate, momentum),
    }
    for cause, walks in suspects.items():
        if arrived(after, [walks.end(plan)], case):
            return diagnosis(cause)
    return None


def _case(rng: np.random.Generator, create_layers_batch: Any, n: int, sizes: Sequence[int] = (2, 3)) -> Batch:
    return batch(rng, layouts.own_or_usual(create_layers_batch, sizes), n, ((bend, bend_der),))


def _trained(
    train: Any, case: Batch, size: int, rate: float, momentum: float, epochs: int, seed: int | None
) -> list[np.ndarray]:
    rng = None if seed is None else np.random.default_rng(seed)
    return trained(train, case, case.ders, size, rate, momentum, epochs, rng, name=SGD)
