"""Look at a grader while it works: memory, processes, descriptors, and how far it is."""

from __future__ import annotations

import statistics
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from benchmarks.measure import memory

INTERVAL = 1.0  # seconds


@dataclass
class Sample:
    """One look.

    Attributes:
        seconds: since the start.
        memory: bytes of all processes together, shared pages once.
        lasting: bytes of the two processes that live as long as the run: the grader and its fork server.
        processes: their number.
        descriptors: open in the two lasting processes.
        done: submissions that are finished.
    """

    seconds: float
    memory: int
    lasting: int
    processes: int
    descriptors: int
    done: int


class Sampler(threading.Thread):
    """Samples a process and everything below it until it is told to end.

    Args:
        pid: the grader.
        journal: the file to which it adds a line for each finished submission.
    """

    def __init__(self, pid: int, journal: Path) -> None:
        super().__init__(daemon=True)
        self._root, self._journal = psutil.Process(pid), journal
        self._over = threading.Event()
        self._taken: list[Sample] = []
        self._begun = time.monotonic()

    def run(self) -> None:
        while not self._over.wait(INTERVAL):
            try:
                self._taken.append(self._look())
            except psutil.Error:  # it has just ended
                continue

    def end(self) -> list[Sample]:
        """Everything that was seen."""
        self._over.set()
        self.join()
        return self._taken

    def _look(self) -> Sample:
        lasting = [self._root, *self._root.children()]
        everybody = [self._root, *self._root.children(recursive=True)]
        return Sample(
            time.monotonic() - self._begun,
            memory(everybody),
            memory(lasting),
            len(everybody),
            sum(process.num_fds() for process in lasting),
            self._journal.read_bytes().count(b"\n") if self._journal.exists() else 0,
        )


def growth(samples: list[Sample]) -> float:
    """By how much the memory of the lasting processes has grown between the second and the last quarter, as a share."""
    quarter = len(samples) // 4
    if quarter < 2:
        return 0.0
    second = statistics.median(sample.lasting for sample in samples[quarter : 2 * quarter])
    last = statistics.median(sample.lasting for sample in samples[-quarter:])
    return last / second - 1


def plot(samples: list[Sample], path: Path) -> None:
    """Draw time and memory over the number of finished submissions."""
    import matplotlib as mpl

    mpl.use("agg")
    from matplotlib import pyplot as plt

    done = [sample.done for sample in samples]
    figure, (time_axes, memory_axes, open_axes) = plt.subplots(1, 3, figsize=(12, 3), layout="constrained")
    time_axes.plot(done, [sample.seconds / 60 for sample in samples])
    time_axes.set(xlabel="submissions", ylabel="minutes")
    memory_axes.plot(done, [sample.memory / 1e6 for sample in samples], lw=0.8, label="all processes")
    memory_axes.plot(done, [sample.lasting / 1e6 for sample in samples], label="grader and fork server")
    memory_axes.set(xlabel="submissions", ylabel="MB", ylim=(0, None))
    memory_axes.legend(fontsize=8)
    open_axes.plot(
        done, [sample.descriptors for sample in samples], label="descriptors of grader and fork server"
    )
    open_axes.plot(done, [sample.processes for sample in samples], lw=0.8, label="processes")
    open_axes.set(xlabel="submissions", ylim=(0, None))
    open_axes.legend(fontsize=8)
    figure.savefig(path, dpi=90)
