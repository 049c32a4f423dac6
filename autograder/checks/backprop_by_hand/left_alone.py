"""What a student's function gets to read and must leave alone: samples, lists of functions, layers."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from autograder.causes import diagnosis
from autograder.checks.backprop_by_hand.layouts import leaves
from autograder.judge import Wrong, call, unchanged, wrong


class Kept:
    """Arrays and lists of functions that a student's function gets to read, and must not change.

    Args:
        data: arrays by the names of the arguments.
        lists: lists of functions by the names of the arguments.

    Attributes:
        handed: copies of all of them, for the call.
    """

    def __init__(self, data: Mapping[str, np.ndarray], lists: Mapping[str, Sequence[Any]]) -> None:
        self._data, self._lists = dict(data), {of: list(functions) for of, functions in lists.items()}
        self.handed: dict[str, Any] = {of: value.copy() for of, value in data.items()}
        self.handed |= {of: list(functions) for of, functions in lists.items()}

    def judge(self) -> None:
        """Require that the copies are what they were.

        Raises:
            Wrong: an entry of an array or of a list is another one.
        """
        for of, value in self._data.items():
            unchanged(self.handed[of], value, name=f"`{of}`")
        for of, functions in self._lists.items():
            now = self.handed[of]
            if len(now) != len(functions) or any(a is not b for a, b in zip(now, functions, strict=True)):
                wrong(
                    f"the list `{of}` is not the same after the call.",
                    diagnosis=diagnosis("list_changed"),
                )


def left_as_they_were(
    way_back: Callable[..., Any],
    layers: Callable[[], Any],
    *,
    name: str,
    data: Mapping[str, np.ndarray],
    lists: Mapping[str, Sequence[Any]],
) -> None:
    """Require that layers, data and lists are the same after a backward pass: the next call meets them again.

    Args:
        way_back: calls the student's function, with the layers themselves and not with copies of ours; takes the
            arrays of `data` and the lists of `lists` by their names.
        layers: gives them.
        name: the call as the student would write it.
        data: arrays that are handed over, by the names of the arguments.
        lists: lists of functions that are handed over, by the names of the arguments.
    """
    before = [np.array(leaf) for leaf in leaves(layers())]
    keep = Kept(data, lists)
    try:
        call(lambda: way_back(**keep.handed), name=name)
    except Wrong:
        return  # the judgement of the values says it better
    keep.judge()
    afterwards = leaves(layers())
    if len(afterwards) != len(before):
        wrong(f"`layers` has {len(afterwards)} arrays after the call, and had {len(before)} before.")
    for after, value in zip(afterwards, before, strict=True):
        unchanged(after, value, name="an array of `layers`")
