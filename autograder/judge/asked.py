"""Ask a student's function the same question at many places at once.

A difference quotient needs a cost at thousands of places. Where the student's code runs in another process, each place
would be two messages; here a whole array of places is one. What is unusual on the way, such as an exception or a missing
result, is found by asking again, place by place.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.judge.calls import assign, call, fresh
from autograder.judge.elsewhere import Elsewhere

BYTES = 2**18
"""Of the places that are sent at once."""


@dataclass(frozen=True)
class Asked:
    """A cost that one call of a student's function gives; it can be called like a function without arguments.

    Attributes:
        function: the student's.
        args: its arguments, copied for each call.
        name: the call as the student would write it.
        read: makes the cost of what comes back.
    """

    function: Callable
    args: tuple
    name: str
    read: Callable[[Any], Any] = lambda found: found

    def __call__(self) -> Any:
        """The cost now.

        Raises:
            Wrong: the function raised an exception, or returned None.
        """
        return self.read(call(self.function, *self.args, name=self.name))

    def at(
        self, owner: Any, attribute: str, places: np.ndarray, entry: tuple[int, Sequence] | None = None
    ) -> Iterator[Any]:
        """The cost at some values of an attribute, which is left at the last one.

        Args:
            owner: the student's object.
            attribute: holds an array, or a list of arrays.
            places: values for it, along the first axis.
            entry: which entry of the list is moved, and the whole list; None where the attribute is the array itself.
        """
        room = max(1, BYTES // max(1, places[0].nbytes)) if len(places) else 1
        for first in range(0, len(places), room):
            some = places[first : first + room]
            found = self._found(owner, attribute, some, entry)
            if found is None:
                for place in some:
                    put(owner, attribute, place, entry)
                    yield self()
            else:
                yield from map(self.read, found)

    def _found(self, owner: Any, attribute: str, places: np.ndarray, entry: Any) -> list | None:
        """What the function returned at each place; None if that has to be looked at more closely."""
        details = (owner, attribute, places, entry, self.function, list(self.args))
        if isinstance(owner, Elsewhere) != isinstance(self.function, Elsewhere):
            return None  # a function of the check's own, planted on the student's object
        try:
            if isinstance(owner, Elsewhere):
                found = owner.__autograder_run__(swept, *details)
            else:
                found = swept(*details)
        except (Exception, SystemExit):  # noqa: BLE001 - student code raises anything, and will do so again
            return None
        usual = type(found) is list and len(found) == len(places) and all(one is not None for one in found)
        return found if usual else None


def swept(
    owner: Any, attribute: str, places: np.ndarray, entry: Any, function: Callable, args: Sequence
) -> list:
    """What a function returns at each of several values of an attribute; runs where the student's code runs.

    Args:
        owner: the student's object.
        attribute: of it.
        places: values, along the first axis.
        entry: see `Asked.at`.
        function: the student's.
        args: its arguments.
    """
    found = []
    for place in places:
        put(owner, attribute, place, entry)
        found.append(fresh(function(*map(fresh, args))))  # it may write into the same array each time
    return found


def put(owner: Any, attribute: str, value: np.ndarray, entry: tuple[int, Sequence] | None) -> None:
    """Give an attribute, or one entry of a list of arrays, a value; the other entries are fresh copies."""
    if entry is None:
        assign(owner, attribute, value)
    else:
        number, held = entry
        setattr(owner, attribute, [(value if i == number else one).copy() for i, one in enumerate(held)])
