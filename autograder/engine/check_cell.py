"""One check cell, run in the examiner on proxies of the student's names."""

from __future__ import annotations

import contextlib
import io
import signal
import sys
import time
from collections.abc import Iterator
from types import FrameType

from autograder.course.cells import Cell
from autograder.engine.messages import Message
from autograder.engine.process import StudentProcess
from autograder.engine.shell import CellShell
from autograder.errors import CheckFailed, WireError, WireTimeout
from autograder.proxies import Client, names, namespace

SLACK = (
    1.0  # seconds beyond the deadline, before a check is stopped that does not wait for the student process
)


def run_check(
    shell: CellShell, process: StudentProcess, cell: Cell, deadline: float
) -> tuple[str, list[Message]]:
    """Run a check cell.

    Args:
        shell: shows what the check publishes.
        process: is asked for the student's names.
        cell: the instructor's.
        deadline: on the clock of `time.monotonic`.

    Returns:
        "ok" or "error", and what it put out.

    Raises:
        WireError: the student process did not answer as agreed, in time, or at all. The verdict, if any, is void.
    """
    shell.record.start(
        sys.maxsize
    )  # pictures and outcomes are the check's own; the grader has a limit as well
    client = process.client(deadline)
    with (
        _alarm(deadline + SLACK),
        contextlib.redirect_stdout(io.StringIO()),
        contextlib.redirect_stderr(io.StringIO()),
    ):
        try:
            status = _verdict(shell, client, cell)
        except WireError as later:
            # Cleaning up behind a failure ends in "the conversation is over"; why it is over says more.
            raise client.failure or later from None
    if client.failure is not None:
        raise client.failure
    client.close()
    return status, shell.record.taken()


def _verdict(shell: CellShell, client: Client, cell: Cell) -> str:
    try:
        code = compile(cell.source, f"<{cell.grade_id}>", "exec")
        exec(code, namespace(client, names(cell.source)))  # noqa: S102 - the instructor's check cell
    except CheckFailed as failed:
        shell.record.error(type(failed), failed, failed._render_traceback_())
        return "error"
    except Exception as error:  # noqa: BLE001 - a check cell without `aspect`: any exception is its verdict
        shell.record.error(type(error), error, [f"{type(error).__name__}: {error}"])
        return "error"
    return "ok"


@contextlib.contextmanager
def _alarm(deadline: float) -> Iterator[None]:
    """Stop a check that goes on by itself: student code may have given it something that it never comes to an end with.

    Raises:
        WireTimeout: it was stopped.
    """
    running = True

    def stop(number: int, frame: FrameType | None) -> None:
        if running:
            raise WireTimeout("the check did not come to an end in time.")

    before = signal.signal(signal.SIGALRM, stop)
    # It comes again: raised in a destructor or a hook of C code, the exception is lost.
    signal.setitimer(signal.ITIMER_REAL, max(deadline - time.monotonic(), 0.001), SLACK)
    try:
        yield
    finally:
        running = False
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
