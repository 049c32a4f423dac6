"""Judge a quantity on its own, so that one slip costs one aspect.

A gradient is built on a forward pass, a training step on a gradient. Where what lies below is wrong, the thing on
top may still be right, and the student should see that. So a check may offer several routes to a verdict: first the
student's own chain as it is, then the same with what lies below replaced by something known to be right.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from autograder.judge.calls import blame_missing
from autograder.judge.elsewhere import Elsewhere
from autograder.judge.fresh import LOOK, confirmed
from autograder.judge.report import Wrong

_ABSENT = object()

_VERDICT_ONLY = ContextVar("_VERDICT_ONLY", default=False)


@confirmed
def any_route(*routes: Callable[[], None]) -> None:
    """Pass when one of the routes passes.

    Args:
        *routes: functions that judge; the first is the plain one, whose message the student reads.

    Raises:
        Wrong: what the first route found, when all of them fail.
    """
    first: Wrong | None = None
    for route in routes:
        token = _VERDICT_ONLY.set(first is not None or _VERDICT_ONLY.get())
        try:
            _judge(route)
        except Wrong as found:
            if LOOK.get() and found.evidence is not None:
                raise  # a further look asks why the first route fails, not whether another one passes
            first = first or found
        else:
            return
        finally:
            _VERDICT_ONLY.reset(token)
    if first is not None:
        raise first


def _judge(route: Callable[[], None]) -> None:
    """A method that one route rests on may be missing, and another route do without it."""
    try:
        route()
    except AttributeError as error:
        blame_missing(error)
        raise


def only_the_verdict_counts() -> bool:
    """Whether nobody will read why something is wrong here: an earlier route has said so already, or nobody asks."""
    return _VERDICT_ONLY.get()


def without_reasons() -> None:
    """From now on nobody in this process will read why something is wrong; the verdicts stay what they are."""
    _VERDICT_ONLY.set(True)


@contextmanager
def planted(owner: Any, **replacements: Any) -> Iterator[Any]:
    """Replace attributes or methods of a student's object for a while.

    Args:
        owner: the object; its class is left alone.
        **replacements: attribute names and what stands in their place.
    """
    before = {name: _own(owner, name) for name in replacements}
    try:
        for name, replacement in replacements.items():
            setattr(owner, name, replacement)
        yield owner
    finally:
        for name, value in before.items():
            if value is _ABSENT:
                delattr(owner, name)
            else:
                setattr(owner, name, value)


def _own(owner: Any, name: str) -> Any:
    """What the object itself holds under a name, not its class."""
    if isinstance(owner, Elsewhere):
        return owner.__autograder_own__(name, _ABSENT)
    return vars(owner).get(name, _ABSENT)
