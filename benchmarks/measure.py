"""Run a command and measure it from outside: wall time, and the memory of all of its processes."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

INTERVAL = 0.2  # seconds between two looks at the memory


class BenchmarkError(Exception):
    """A contender did not do its work; the sentence says which and why."""


@dataclass(frozen=True)
class Measurement:
    """What one contender used.

    Attributes:
        seconds: wall time, start and end of all its processes included.
        cpu_seconds: processor time of all of its processes that were waited for.
        peak_bytes: largest memory of all its processes together at one time. Pages that several of them share count
            once (proportional set size).
        output: what it printed.
    """

    seconds: float
    cpu_seconds: float
    peak_bytes: int
    output: str


def measure(
    commands: Sequence[Sequence[str]],
    *,
    cwd: Path,
    environment: Mapping[str, str],
    allowed: frozenset[int] = frozenset({0}),
) -> Measurement:
    """Run commands one after the other.

    Args:
        commands: programs with their arguments.
        cwd: where they run.
        environment: variables to add to those of this process.
        allowed: exit statuses that are no failure.

    Raises:
        BenchmarkError: if one of them ends with another status.
    """
    printed, peak = [], 0
    before = os.times()
    started = time.monotonic()
    for command in commands:
        process = subprocess.Popen(
            list(command),
            cwd=cwd,
            env={**os.environ, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
        watch = _MemoryWatch(process.pid)
        watch.start()
        output, _ = process.communicate()
        peak = max(peak, watch.end())
        printed.append(output)
        if process.returncode not in allowed:
            raise BenchmarkError(
                f"{' '.join(command)} ended with status {process.returncode}:\n{output[-2000:]}"
            )
    seconds = time.monotonic() - started
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Measurement(seconds, cpu, peak, "".join(printed))


class _MemoryWatch(threading.Thread):
    """Looks at a process and all below it until it is told to end."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._root = psutil.Process(pid)
        self._over = threading.Event()
        self._peak = 0

    def run(self) -> None:
        while not self._over.wait(INTERVAL):
            try:
                processes = [self._root, *self._root.children(recursive=True)]
            except psutil.Error:
                continue
            self._peak = max(self._peak, memory(processes))

    def end(self) -> int:
        """The peak in bytes."""
        self._over.set()
        self.join()
        return self._peak


def memory(processes: Iterable[psutil.Process]) -> int:
    """Memory of some processes together in bytes; pages that several of them share count once."""
    total = 0
    for process in processes:
        try:
            total += process.memory_full_info().pss
        except psutil.Error:  # it has ended meanwhile
            continue
    return total
