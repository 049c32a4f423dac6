"""What a check knows of the student's objects without asking: as long as no student code is called, nothing changes.

An honest object gives back what was assigned to it, and the objects inside it are the same whenever one looks. A property
may do otherwise: take no value and read as zeros, so that what a check expects of the object becomes zero as well; or be made
of other objects at each reading, so that what was assigned is in none of them. So from one call into the student's code
to the next, what a check has assigned is what it reads, and an object that it has found in another one stays there.
"""

from typing import Any

from autograder.judge.calls import fresh
from autograder.judge.elsewhere import Elsewhere

Place = tuple[int, str]
"""Number of an object in the student's process, and the name of an attribute."""


class Held:
    """The attributes that are known since student code was called last."""

    def __init__(self) -> None:
        self._known: dict[Place, Any] = {}

    def __contains__(self, place: Place) -> bool:
        return place in self._known

    def get(self, place: Place) -> Any:
        """What is known to be there; arrays and containers are copies, as everything by value is."""
        return fresh(self._known[place])

    def assigned(self, place: Place, value: Any) -> None:
        """Note what the check has put somewhere."""
        self._known[place] = fresh(value)

    def seen(self, place: Place, value: Any) -> None:
        """Note what was found somewhere, if it is an object or holds nothing but objects. Data is asked for each time."""
        if _is_objects(value):
            self._known[place] = fresh(value)

    def removed(self, place: Place) -> None:
        """An attribute was deleted: what is there now, such as a method of the class, is not known."""
        self._known.pop(place, None)

    def forget(self) -> None:
        """Student code has been called, which may change everything."""
        self._known.clear()


def _is_objects(value: Any) -> bool:
    if isinstance(value, dict):
        value = list(value.values())
    if type(value) in (list, tuple):
        return bool(value) and all(_is_objects(item) for item in value)
    return isinstance(value, Elsewhere)
