"""What stands in the student's process for a function or an object of the check.

A function is a real function: code that copies an object deeply leaves functions alone, and so it does with these.
"""

from collections.abc import Callable
from typing import Any

from autograder.proxies.questions import Callback
from autograder.wire.references import Shown

Ask = Callable[..., Any]
"""Asks the examiner's process: takes a `Callback` and its details."""


def borrowed_function(ask: Ask, shown: Shown, method: str = "") -> Callable:
    """A function that runs at the examiner's.

    Args:
        ask: this end of the conversation.
        shown: the function, or the object that has it as a method.
        method: the method's name, or "".
    """

    def function(*args: Any, **kwargs: Any) -> Any:
        return ask(Callback.CALL, shown.number, method, args, kwargs)

    function.__name__ = function.__qualname__ = method or shown.name or shown.kind
    return function


def borrowed_object(ask: Ask, shown: Shown) -> Any:
    """An object that lives at the examiner's; its public attributes can be read and set, its public methods called."""
    methods = {name: borrowed_function(ask, shown, name) for name in shown.methods}

    def get(self: Any, name: str) -> Any:
        if name in methods:
            return methods[name]
        if name in shown.attributes:
            return ask(Callback.GET, shown.number, name)
        raise AttributeError(f"{shown.kind!r} object has no attribute {name!r}")

    def set_(self: Any, name: str, value: Any) -> None:
        if name not in shown.attributes:
            raise AttributeError(f"{shown.kind!r} object has no attribute {name!r} that can be set")
        ask(Callback.SET, shown.number, name, value)

    own = {"__getattr__": get, "__setattr__": set_, "__deepcopy__": lambda self, memo: self}
    return type(shown.kind, (), own)()
