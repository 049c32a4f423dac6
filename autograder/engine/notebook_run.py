"""One notebook on its way: cells of the student's run in the student process, check cells here, outputs are collected."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from autograder.course.cells import Cell, CellKind
from autograder.engine.check_cell import run_check
from autograder.engine.messages import checked
from autograder.engine.process import Reply, StudentProcess
from autograder.engine.shell import CellShell
from autograder.errors import WireClosed, WireError, WireTimeout
from autograder.grading.engine import CellResult, Limits, result_of
from autograder.grading.outputs import Outputs
from autograder.grading.records import AspectStatus

REPLAY_SECONDS = 2.0
"""For a cell that was interrupted before, when it is replayed: what it defines, it usually defines at once."""

CELLS_OF_OUTPUT = 8
"""How much all cells together may put out, in the room of one cell: there may be thousands of them, and the grader holds
the outputs of a submission in memory."""

_CHECKED = "your code, called by this check,"


class NotebookRun:
    """See the module.

    Args:
        shell: shows what checks publish.
        process: runs the cells, started anew where it must be.
        fresh_scratch: makes a working folder for a new process.
        limits: what the notebook may use up.
        cells: all cells; the nodes of code cells are given their outputs.
        checks_inside: run check cells in the student process.

    Attributes:
        results: result of each code cell with a `grade_id` so far.
    """

    def __init__(
        self,
        shell: CellShell,
        process: StudentProcess,
        fresh_scratch: Callable[[], Path],
        limits: Limits,
        cells: Iterable[Cell],
        *,
        checks_inside: bool = False,
    ) -> None:
        self.results: dict[str, CellResult] = {}
        self._shell, self._process, self._limits = shell, process, limits
        self._fresh_scratch = fresh_scratch
        self._cells = [cell for cell in cells if cell.is_code and cell.source.strip()]
        self._checks_inside = checks_inside
        self._guilty: set[int] = set()  # index in the notebook of cells that are not run again
        self._interrupted: set[int] = set()
        self._end = time.monotonic() + limits.submission_seconds
        self._room = CELLS_OF_OUTPUT * limits.output_bytes

    def all_cells(self) -> None:
        """Run the cells; fill in their outputs and the results.

        Raises:
            EngineError: if no process can be had.
        """
        self._start()
        for place, cell in enumerate(self._cells):
            ours = self._is_asked_from_here(cell)
            outputs = Outputs(self._limits.output_bytes if ours else self._room_of_cell())
            usable = True
            if time.monotonic() >= self._end:
                result = CellResult(AspectStatus.NOT_RUN, self._out_of_time())
                outputs.note(result.message)  # a check without output would count as passed in nbgrader
            elif ours:
                result, usable = self._check(cell, outputs, place + 1)
            else:
                reply = self._execute(cell, outputs, place + 1)
                result, usable = self._judge(reply, outputs), reply not in (Reply.STUCK, Reply.DEAD)
                if not usable:
                    self._guilty.add(cell.index)
                elif reply is Reply.TIMEOUT:
                    self._interrupted.add(cell.index)
            if not ours:
                self._room -= outputs.size()
                if self._room < 0:
                    outputs.shorten()
            cell.node.outputs = outputs.items
            cell.node.execution_count = None if result.status is AspectStatus.NOT_RUN else place + 1
            if cell.grade_id:
                self.results[cell.grade_id] = result
            if not usable and place + 1 < len(self._cells):
                self._replay(self._cells[: place + 1])

    def _is_asked_from_here(self, cell: Cell) -> bool:
        return cell.kind is CellKind.CHECK and not self._checks_inside

    def _room_of_cell(self) -> int:
        return max(0, min(self._limits.output_bytes, self._room))

    def _deadline(self) -> float:
        return min(time.monotonic() + self._limits.cell_seconds, self._end)

    def _execute(self, cell: Cell, outputs: Outputs, count: int) -> Reply:
        reply, messages = self._process.run(cell.source, self._room_of_cell(), self._deadline())
        _add(outputs, messages, count)
        return reply

    def _judge(self, reply: Reply, outputs: Outputs) -> CellResult:
        if reply in (Reply.OK, Reply.ERROR):
            return result_of(outputs.items, reply.value)
        result = self._killed("the cell") if reply is Reply.DEAD else self._timed_out("the cell")
        outputs.note(result.message)
        return result

    def _check(self, cell: Cell, outputs: Outputs, count: int) -> tuple[CellResult, bool]:
        """Run a check cell here; returns its result, and whether the student process can still be used."""
        try:
            status, messages = run_check(self._shell, self._process, cell, self._deadline())
        except WireTimeout:
            result = self._timed_out(_CHECKED)
        except WireClosed:
            self._process.listen()
            result = self._killed(_CHECKED)
        except WireError as error:
            text = f"the process of your code gave an answer that is none: {error}"
            result = CellResult(AspectStatus.ERROR, text)
        else:
            _add(outputs, messages, count, ours=True)
            return result_of(outputs.items, status), True
        outputs.note(result.message)
        return result, False

    def _start(self) -> None:
        self._process.start(self._fresh_scratch(), self._limits.startup_seconds)

    def _replay(self, cells: list[Cell]) -> None:
        """Start a fresh process and bring it to where the old one was, leaving out the guilty cells.

        A cell that was harmless before and is guilty now starts it all over, at most once for each cell.
        """
        again = True
        while again:
            self._process.end()
            self._start()
            again = False
            for cell in cells:
                if cell.index in self._guilty or self._is_asked_from_here(cell):
                    continue
                if time.monotonic() >= self._end:
                    return
                deadline = self._deadline()
                if cell.index in self._interrupted:
                    deadline = min(deadline, time.monotonic() + REPLAY_SECONDS)
                reply, _ = self._process.run(cell.source, 0, deadline)
                if reply in (Reply.STUCK, Reply.DEAD):
                    self._guilty.add(cell.index)
                    again = True
                    break

    def _killed(self, what: str) -> CellResult:
        reason = f" ({self._process.farewell})" if self._process.farewell else ""
        return CellResult(AspectStatus.KILLED, f"{what} ended its Python process{reason}")

    def _timed_out(self, what: str) -> CellResult:
        if time.monotonic() >= self._end:
            return CellResult(AspectStatus.TIMEOUT, self._out_of_time())
        seconds = f"{self._limits.cell_seconds:g}"
        return CellResult(
            AspectStatus.TIMEOUT, f"{what} was stopped after {seconds} s; is there an endless loop?"
        )

    def _out_of_time(self) -> str:
        return f"the submission used up its {self._limits.submission_seconds:g} s"


def _add(outputs: Outputs, messages: list[Any], count: int, *, ours: bool = False) -> None:
    for kind, content in checked(messages, count, ours=ours):
        outputs.add({"header": {"msg_type": kind}, "msg_type": kind, "content": content})
