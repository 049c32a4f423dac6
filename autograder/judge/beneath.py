"""Put right functions beneath a student's: in place of those of the notebook that it calls by name.

Where an earlier function is wrong, what calls it can show nothing of its own. For a while it finds a right one under
the same name. The stand-in computes from what it is handed, so whoever hands over the wrong thing gets wrong numbers.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from autograder.judge.elsewhere import Elsewhere
from autograder.judge.report import wrong

_ABSENT = object()


@contextmanager
def beneath(function: Any, **stand_ins: Callable) -> Iterator[None]:
    """Exchange functions of the notebook for a while.

    Args:
        function: the student's function that calls them.
        **stand_ins: the names by which it does, and what it finds there; also where a default of one of its arguments
            is the notebook's function.

    Raises:
        Wrong: it is no function of a notebook, but something else that can be called.
    """
    try:
        if isinstance(function, Elsewhere):
            undo = function.__autograder_run__(exchange, function, stand_ins)
        else:
            undo = exchange(function, stand_ins)
    except (AttributeError, TypeError):
        wrong("what the function calls cannot be exchanged.")
    try:
        yield
    finally:
        undo()


def exchange(function: Any, stand_ins: dict[str, Callable]) -> Callable[[], None]:
    """Exchange what a function finds under names of its notebook; runs where the function lives.

    Args:
        function: the student's.
        stand_ins: what stands under which name from now on.

    Returns:
        A function that puts everything back.
    """
    names, defaults = function.__globals__, function.__defaults__
    before = {name: names.get(name, _ABSENT) for name in stand_ins}

    def undo() -> None:
        function.__defaults__ = defaults
        for name, value in before.items():
            if value is _ABSENT:
                names.pop(name, None)
            else:
                names[name] = value

    def instead(default: Any) -> Any:
        return next((stand_ins[name] for name, value in before.items() if value is default), default)

    function.__defaults__ = defaults and tuple(instead(default) for default in defaults)
    names.update(stand_ins)
    return undo
