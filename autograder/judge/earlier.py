"""Tell what an earlier call has left behind from what a call gets wrong by itself."""

from collections.abc import Callable
from dataclasses import replace

from autograder.causes import diagnosis
from autograder.judge.report import Wrong
from autograder.judge.routes import only_the_verdict_counts


def blamed_on_earlier_call(judge: Callable[[], None], afresh: Callable[[], None]) -> None:
    """Judge a later call on an object; where it is wrong, and the same is right on a new object, that is the cause.

    Args:
        judge: raises `Wrong`. What its numbers prove by themselves is told instead.
        afresh: judges the same on a new object.
    """
    try:
        judge()
    except Wrong as found:
        if found.evidence is None or found.evidence.slips or only_the_verdict_counts() or not _passes(afresh):
            raise
        cause = diagnosis("kept_from_earlier_call")
        told = replace(found.finding, cause=cause.cause, because=cause.because, hint=cause.hint)
        raise Wrong(told, found.picture) from None


def _passes(judge: Callable[[], None]) -> bool:
    try:
        judge()
    except Wrong:
        return False
    return True
