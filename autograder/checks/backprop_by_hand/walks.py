"""Where training arrives from one start, when its mini-batches come in a known order."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from autograder.checks.backprop_by_hand.batches import Batch
from autograder.checks.backprop_by_hand.orders import Order
from autograder.checks.backprop_by_hand.own_backward import Gradient

Rule = Callable[[np.ndarray, np.ndarray, float, float], np.ndarray]
"""The next change, from the last change, the gradient, the learning rate and the momentum."""


def with_momentum(change: np.ndarray, slope: np.ndarray, rate: float, momentum: float) -> np.ndarray:
    """The rule that the text states."""
    return rate * slope + momentum * change


class Walks:
    """Where training arrives from one start, for each order of the mini-batches; gradients are computed once.

    Args:
        case: the start and all samples.
        gradient: of a mini-batch.
        rate: learning rate.
        momentum: share of the last change.
        rule: how a change is made.
        forget: whether the last change is set to zero between epochs.
    """

    def __init__(
        self,
        case: Batch,
        gradient: Gradient,
        rate: float,
        momentum: float = 0.0,
        *,
        rule: Rule = with_momentum,
        forget: bool = False,
    ) -> None:
        self.case, self.gradient, self.rate, self.momentum = case, gradient, rate, momentum
        self.rule, self.forget = rule, forget
        start = case.layout.arrange(case.layers)
        self._known = {(): (case.layers, [np.zeros_like(leaf) for leaf in start])}

    def end(self, epochs: Sequence[Order]) -> list[np.ndarray]:
        """The parameters after some epochs, in the student's layout."""
        path: tuple[Any, ...] = ()
        for number, order in enumerate(epochs):
            for place, samples in enumerate(order):
                fresh = self.forget and number > 0 and place == 0
                path = self._step(path, samples, fresh)
        return self.case.layout.arrange(self._known[path][0])

    def _step(self, path: tuple[Any, ...], samples: tuple[int, ...], fresh: bool) -> tuple[Any, ...]:
        longer = (*path, (samples, fresh))
        if longer not in self._known:
            layers, last = self._known[path]
            rows = list(samples)
            at = replace(self.case, X=self.case.X[rows], targets=self.case.targets[rows], layers=layers)
            slopes = self.gradient(at)
            changes = [
                self.rule(np.zeros_like(change) if fresh else change, slope, self.rate, self.momentum)
                for change, slope in zip(last, slopes, strict=True)
            ]
            moved = [leaf - change for leaf, change in zip(at.layout.arrange(layers), changes, strict=True)]
            self._known[longer] = (at.layout.read(moved), changes)
        return longer


def arrived(after: Sequence[np.ndarray], ends: Iterable[Sequence[np.ndarray]], case: Batch) -> bool:
    """Whether the student's parameters are at one of the ends, measured by how far those are from the start."""
    start = case.layout.arrange(case.layers)
    for end in ends:
        if _furthest(after, end) <= 1e-6 * _furthest(end, start) + 1e-12:
            return True
    return False


def _furthest(one: Sequence[np.ndarray], other: Sequence[np.ndarray]) -> float:
    return max(np.abs(leaf - there).max() for leaf, there in zip(one, other, strict=True))
