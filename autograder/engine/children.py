"""The processes that a fork server has forked: watched, killed when they go too far, and buried.

A number is a child's own until it is buried, so nobody else is ever killed by it.
"""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from autograder.confinement import INTERVAL, Confines, Watch
from autograder.confinement.processors import Processors


class Ended(NamedTuple):
    """How a child ended.

    Attributes:
        child: its number.
        status: its exit status; minus the number of the signal that killed it.
        excess: what it did too much when it was killed for that; "" otherwise.
    """

    child: int
    status: int
    excess: str


class Children:
    """See the module.

    Args:
        grouped: each child leads a process group of its own, which ends with it: what an unconfined child has started.
    """

    def __init__(self, *, grouped: bool) -> None:
        self.processors = Processors()
        self._grouped = grouped
        self._watches: dict[int, Watch] = {}
        self._excess: dict[int, str] = {}
        self._looked = time.monotonic()

    def watch(self, child: int, scratch: Path, confines: Confines, processor: int) -> None:
        """Keep a confined child within its limits, on its processor."""
        self._watches[child] = Watch(child, scratch, confines)
        self.processors.taken(processor, child)

    @property
    def timeout(self) -> float | None:
        """Seconds until `look` is wanted; None while nobody is watched."""
        return INTERVAL if self._watches else None

    def look(self) -> None:
        """Kill the children that use more than they may; does nothing where it looked a moment ago."""
        if not self._watches or time.monotonic() - self._looked < INTERVAL:
            return
        for child, watch in self._watches.items():
            if child in self._excess:
                continue
            try:
                excess = watch.look()
            except PermissionError:
                excess = "could not be watched any more"
            if excess:
                self._excess[child] = excess
                self.kill(child)
        self._looked = time.monotonic()

    def bury(self) -> Iterator[Ended]:
        """Those that have ended meanwhile."""
        while True:
            try:
                ended = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
            except ChildProcessError:
                return
            if ended is None:
                return
            yield self.wait_for(ended.si_pid)

    def wait_for(self, child: int) -> Ended:
        """Bury one child; what an unconfined one has started goes with it, while its number is still its own."""
        if self._grouped:
            os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        self._watches.pop(child, None)
        self.processors.free(child)
        return Ended(child, os.waitstatus_to_exitcode(status), self._excess.pop(child, ""))

    @staticmethod
    def kill(child: int) -> None:
        """End a child that is not buried yet, so that its number is its own."""
        os.kill(child, signal.SIGKILL)
