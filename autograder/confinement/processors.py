"""Each confined process has one processor: threads without end take the time of nobody else's.

Where the kernel does not group sessions (in most containers), a process with 64 busy threads gets 64 shares of the time, and a
neighbour's cell runs into its time limit. The filter refuses to change the processor afterwards.
"""

from __future__ import annotations

import os


class Processors:
    """Which processors are in use by the children of this process."""

    def __init__(self) -> None:
        allowed = sorted(os.sched_getaffinity(0))
        # Two graders on one machine must not both begin with the first processor.
        start = os.getpid() % len(allowed)
        self._children: dict[int, set[int]] = {
            number: set() for number in (*allowed[start:], *allowed[:start])
        }

    def least_used(self) -> int:
        """The processor for the next child."""
        return min(self._children, key=lambda number: len(self._children[number]))

    def taken(self, number: int, child: int) -> None:
        """A child has got a processor."""
        self._children[number].add(child)

    def free(self, child: int) -> None:
        """A child has ended; harmless when it had none."""
        for children in self._children.values():
            children.discard(child)
