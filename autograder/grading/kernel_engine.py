"""An engine that gives each notebook a Jupyter kernel of its own.

It separates notebooks from each other and from the grader by process, and confines nothing: student code can read and
write what the grader can. Check cells run in the same kernel as the student's code, as in a student's Jupyter.

A cell that hangs is interrupted; one that does not stop, or ends the process, costs a fresh kernel, in which the cells
before are replayed (check cells need no replay, they define nothing). The guilty cell is not run again.
"""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import Self

from jupyter_core.utils import ensure_event_loop
from nbformat import NotebookNode

from autograder.course import notebook as notebooks
from autograder.course.cells import Cell, CellKind, cells_of
from autograder.grading.engine import CellResult, Execution, Limits, result_of
from autograder.grading.kernel import Kernel, Reply
from autograder.grading.outputs import Outputs
from autograder.grading.records import AspectStatus


class KernelEngine:
    """Runs each notebook in a fresh kernel in an empty temporary folder; see `Engine`."""

    def __init__(self) -> None:
        self._stop = threading.Event()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self._stop.set()

    def run(self, notebook: NotebookNode, limits: Limits, files: Path | None = None) -> Execution:
        """Run all cells, one after another.

        Args:
            notebook: a repaired submission; it is not changed.
            limits: what it may use up.
            files: a folder whose contents, notebooks apart, lie in the working folder of the cells.

        Raises:
            EngineError: if no kernel can be started.
            Stopped: if the engine's `with` block was left meanwhile.
        """
        started = time.monotonic()
        notebook = notebooks.copy(notebook)
        try:
            with Kernel(self._stop, limits.startup_seconds, files) as kernel:
                run = _Run(kernel, limits, list(cells_of(notebook)))
                run.all_cells()
        finally:
            # jupyter_client leaves the event loop of each thread open; that of the main thread may be someone else's.
            if threading.current_thread() is not threading.main_thread():
                ensure_event_loop().close()
        return Execution(notebook, run.results, time.monotonic() - started)


class _Run:
    """One notebook on its way through a kernel.

    Attributes:
        results: result of each code cell with a `grade_id` so far.
    """

    def __init__(self, kernel: Kernel, limits: Limits, cells: list[Cell]) -> None:
        self.results: dict[str, CellResult] = {}
        self._kernel = kernel
        self._limits = limits
        self._cells = [cell for cell in cells if cell.is_code and cell.source.strip()]
        self._guilty: set[int] = set()  # index in the notebook of cells that are not run again
        self._end = time.monotonic() + limits.submission_seconds

    def all_cells(self) -> None:
        """Run the cells; fill in their outputs and the results."""
        count = 0
        for place, cell in enumerate(self._cells):
            if time.monotonic() >= self._end:
                self._record(cell, CellResult(AspectStatus.NOT_RUN, self._out_of_time()))
                continue
            count += 1
            outputs = Outputs(self._limits.output_bytes)
            reply = self._execute(cell, outputs)
            result = self._judge(reply, outputs)
            cell.node.outputs = outputs.items
            cell.node.execution_count = count
            self._record(cell, result)
            if reply in (Reply.STUCK, Reply.DEAD):
                self._guilty.add(cell.index)
                self._replay(self._cells[:place])

    def _execute(self, cell: Cell, outputs: Outputs) -> Reply:
        deadline = min(time.monotonic() + self._limits.cell_seconds, self._end)
        return self._kernel.execute(cell.source, deadline, outputs)

    def _judge(self, reply: Reply, outputs: Outputs) -> CellResult:
        if reply in (Reply.OK, Reply.ERROR):
            return result_of(outputs.items, reply.value)
        if reply is Reply.DEAD:
            result = CellResult(
                AspectStatus.KILLED, "the cell ended its Python process (exit, crash or out of memory)"
            )
        elif time.monotonic() >= self._end:
            result = CellResult(AspectStatus.TIMEOUT, self._out_of_time())
        else:
            seconds = f"{self._limits.cell_seconds:g}"
            result = CellResult(
                AspectStatus.TIMEOUT, f"the cell was stopped after {seconds} s; is there an endless loop?"
            )
        outputs.note(result.message)
        return result

    def _replay(self, cells: list[Cell]) -> None:
        """Start a fresh kernel and bring it to where the old one was, leaving out the guilty cells.

        A cell that was harmless before and is guilty now starts it all over, at most once for each cell.
        """
        again = True
        while again:
            self._kernel.restart()
            again = False
            for cell in cells:
                if cell.index in self._guilty or cell.kind is CellKind.CHECK:
                    continue
                if time.monotonic() >= self._end:
                    return
                if self._execute(cell, Outputs(0)) in (Reply.STUCK, Reply.DEAD):
                    self._guilty.add(cell.index)
                    again = True
                    break

    def _out_of_time(self) -> str:
        return f"the submission used up its {self._limits.submission_seconds:g} s"

    def _record(self, cell: Cell, result: CellResult) -> None:
        if cell.grade_id:
            self.results[cell.grade_id] = result
