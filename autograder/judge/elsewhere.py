"""Student objects that live in another process, and the errors that their code raised there.

While a class is graded, student code runs in a process of its own. The primitives of this package are the same
there as in Jupyter; where they would look at an object itself, they ask one of these.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any


class Elsewhere(ABC):
    """Stands for an object of another process. The names are unusual, for all others are the object's own."""

    __slots__ = ()

    @abstractmethod
    def __autograder_kind__(self) -> str:
        """The name of the object's type."""

    @abstractmethod
    def __autograder_assign__(self, name: str, value: Any) -> None:
        """Give an attribute a new value; an array keeps its identity where it can."""

    @abstractmethod
    def __autograder_own__(self, name: str, absent: Any) -> Any:
        """What the object itself holds under a name, not its class, or `absent`; to be set again later."""

    @abstractmethod
    def __autograder_run__(self, function: Callable, *args: Any) -> Any:
        """Call a function of this library where the object lives."""


class RemoteError(Exception):
    """An exception that student code raised in another process; a subclass is named like it.

    The subclass is also one of the builtin exception that it was, so that `except ValueError` means the same.

    Attributes:
        line: number and text of the student's own line, or None.
    """

    line: tuple[int, str] | None = None

    def __str__(self) -> str:
        return self.args[0] if self.args else ""


def type_name(value: Any) -> str:
    """The name of a value's type, wherever the value lives."""
    return value.__autograder_kind__() if isinstance(value, Elsewhere) else type(value).__name__
