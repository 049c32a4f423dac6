"""The student's own `backpropagation_batch` below what trains with it, and right gradients in its place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from autograder.checks.backprop_by_hand import layouts, stand_ins
from autograder.checks.backprop_by_hand.batches import Batch, own_gradients
from autograder.checks.backprop_by_hand.functions import any_cost_der, cross_entropy, squared_cost
from autograder.judge import Wrong, agree, any_route, apart, array, beneath, call, existing, wrong

NAME = "backpropagation_batch(...)"

VISIBLE = 1e-6
"""How large a gradient must be for a step to show it; right ones are of order 0.1, and a slip divides by 30."""

Gradient = Callable[[Batch], list[np.ndarray]]
"""The gradients of a batch in the student's layout."""


def squared_error_gradient(case: Batch) -> list[np.ndarray]:
    """The gradients of the mean squared error over all entries."""
    return case.gradients(lambda predict: squared_cost(predict, case.targets))


def cross_entropy_gradient(case: Batch) -> list[np.ndarray]:
    """The gradients of the cross-entropy; one sample alone is a row or a column of its own."""
    return case.gradients(lambda predict: cross_entropy(predict, case.targets))


@dataclass(frozen=True)
class OwnBackward:
    """What the student's function gives for one of the two costs.

    Attributes:
        function: gives the student's `backpropagation_batch`; raises NameError where there is none.
        of_softmax: whether the cost is the cross-entropy behind a softmax, and not the mean squared error.
    """

    function: Callable[[], Any]
    of_softmax: bool = False

    def stated(self, case: Batch) -> list[np.ndarray]:
        """The right gradients of this cost."""
        return cross_entropy_gradient(case) if self.of_softmax else squared_error_gradient(case)

    def gradients(self, case: Batch) -> list[np.ndarray]:
        """The student's gradients as arrays that a training step can be held against.

        That is: of the right shapes, finite, of a size that a step shows, and those of this batch.

        Raises:
            Wrong: they are not.
        """
        arrays = self._arrays(case)
        for leaf in arrays:
            flat = leaf.size > 1 and agree(leaf, np.full_like(leaf, leaf.mean()))
            if flat or np.abs(leaf).max() < VISIBLE:
                wrong("a gradient is zero, or the same everywhere, so that this step proves nothing.")
        other = self._arrays(replace(case, X=-case.X, targets=np.roll(case.targets, 1, axis=1)))
        if all(map(agree, arrays, other)):
            wrong("the gradients are the same for another batch, so that this step proves nothing.")
        ders, cost_der = self._arguments(case)
        if cost_der and not any(map(apart, arrays, self._arrays_with(case, ders, any_cost_der))):
            wrong("the gradients do not follow `cost_der`, so that this step proves nothing.")
        return arrays

    def _arrays(self, case: Batch) -> list[np.ndarray]:
        ders, cost_der = self._arguments(case)
        return self._arrays_with(case, ders, *cost_der)

    def _arrays_with(self, case: Batch, ders: list[Any], *cost_der: Callable) -> list[np.ndarray]:
        found = own_gradients(self._existing(), case, *cost_der, ders=ders)
        return [
            array(leaf, name="a gradient", shape=shape)
            for leaf, shape in zip(found, case.layout.shapes, strict=True)
        ]

    def where_wrong(self, case: Batch, *routes: Callable[[], None]) -> None:
        """Try further routes where the student's function is not right; otherwise they end where the first one did.

        Args:
            case: the batch; its first sample and its first two are asked about as well.
            *routes: as of `any_route`.

        Raises:
            Wrong: the function is right, or all routes fail.
        """
        parts = (replace(case, X=case.X[:n], targets=case.targets[:n]) for n in {1, 2, len(case.X)})
        if all(map(self._is_right, parts)):
            wrong("the gradients are right.")
        any_route(*routes)

    def _is_right(self, case: Batch) -> bool:
        """Whether the gradients are right, of the layers' own shapes, and the layers as they were."""
        ders, cost_der = self._arguments(case)
        own = case.own_layers()
        before = case.layout.arrange(case.layers)
        try:
            result = call(
                lambda: self._existing()(
                    case.X.copy(), own, list(case.funcs), case.targets.copy(), ders, *cost_der
                ),
                name=NAME,
            )
            found = layouts.gradients_of(result, case.layout, name=NAME)
        except Wrong:
            return False
        raw = [np.shape(leaf) for leaf in layouts.leaves(result)]
        return (
            sorted(raw) == sorted(case.layout.shapes)
            and all(map(agree, found, self.stated(case)))
            and all(map(agree, layouts.leaves(own), before))
        )

    def _arguments(self, case: Batch) -> tuple[list[Any], Sequence[Callable]]:
        if not self.of_softmax:
            return list(case.ders), ()

        def by_pre_activation(predict: np.ndarray, target: np.ndarray) -> np.ndarray:
            return (predict - target) / len(
                predict
            )  # as trainings write it, so samples come together or not at all

        return [*case.ders[:-1], np.ones_like], (by_pre_activation,)

    def _existing(self) -> Any:
        return existing(self.function, "backpropagation_batch")


def on_right_gradients(train: Any, case: Batch, judge: Callable[[], None]) -> None:
    """Judge what trains with gradients that are right, where the student's own are not."""
    with beneath(train, backpropagation_batch=stand_ins.backward_pass(case.layout)):
        judge()
