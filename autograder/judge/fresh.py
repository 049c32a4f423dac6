"""Look again at fresh points: a cause that was found at one point must hold at others.

A check draws its inputs from `generator`. When it fails, `confirmed` runs it again with other draws, and a third time
with its networks in another order (`cases`), so that their sizes differ. Only the evidence of these runs is used: the
verdict, and the numbers that the student reads, are those of the first run.
"""

import functools
import time
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from typing import Any, TypeVar

from autograder.judge.evidence import Evidence, verdict
from autograder.judge.report import Wrong

LOOK = ContextVar("LOOK", default=0)
"""Which look this is: 0 is the check itself."""

_LOOKING = ContextVar("_LOOKING", default=False)
"""Whether a check around this one looks again."""

LOOKS = 3
SECONDS = 1.2
"""Of processor time: no further look begins when all looks together would take longer.

Not of the clock, for the verdict must not depend on what else the machine does.
"""

Case = TypeVar("Case")


def cases(sequence: Sequence[Case]) -> Sequence[Case]:
    """The cases of a check, such as sizes of networks; the last look takes the last one first.

    Args:
        sequence: in the order in which they are judged first.
    """
    return list(sequence) if LOOK.get() < LOOKS - 1 else list(sequence)[::-1]


def confirmed(check: Callable[..., Any]) -> Callable[..., Any]:
    """Name the cause of what a check finds wrong only if it holds at fresh points.

    Args:
        check: a function that judges; what it raises the first time is what is reported.
    """

    @functools.wraps(check)
    def judged(*args: Any, **kwargs: Any) -> Any:
        if _LOOKING.get():
            return check(*args, **kwargs)
        token = _LOOKING.set(True)
        try:
            return _judged(lambda: check(*args, **kwargs))
        finally:
            _LOOKING.reset(token)

    return judged


def _judged(check: Callable[[], Any]) -> Any:
    start = time.process_time()
    try:
        return check()
    except Wrong as found:
        if found.evidence is None or not found.evidence.slips:
            raise  # nothing explains it here, so nothing can be confirmed elsewhere
        explained = found.explained(verdict(found.evidence, _further(found.evidence, check, start)))
    raise explained


def _further(found: Evidence, check: Callable[[], Any], start: float) -> list[Evidence | None]:
    """What further looks find, as long as an explanation is left; None for one that passes, or fails without numbers."""
    looks: list[Evidence | None] = []
    open_slips = found.slips
    longest = time.process_time() - start
    for look in range(1, LOOKS):
        before = time.process_time()
        if look > 1 and before - start + longest > SECONDS:
            break
        evidence = _look(check, look)
        looks.append(evidence)
        if evidence is not None and evidence.quantity == found.quantity:
            open_slips = [slip for slip in open_slips if not evidence.contradicts(slip)]
        if not open_slips or evidence is not None and evidence.repeats(found):
            break
        longest = max(longest, time.process_time() - before)
    return looks


def _look(check: Callable[[], Any], number: int) -> Evidence | None:
    token = LOOK.set(number)
    try:
        check()
    except Wrong as again:
        return again.evidence
    except Exception:  # noqa: BLE001 - student code at other points raises anything; then it proves nothing
        return None
    finally:
        LOOK.reset(token)
    return None
