"""One Jupyter kernel in one temporary folder: start it, run cells with a deadline, leave nothing behind."""

from __future__ import annotations

import enum
import os
import shutil
import tempfile
import threading
import time
from pathlib import Path
from queue import Empty
from typing import Self

from ipykernel.kernelspec import get_kernel_dict
from jupyter_client.blocking import BlockingKernelClient
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import KernelManager

from autograder.errors import EngineError, Stopped
from autograder.grading.outputs import Outputs

#: Seconds between two looks at the clock, at the process and at the stop sign.
TICK = 0.25

#: Seconds that a cell has to stop after an interrupt, before its process is ended.
GRACE = 2.0

#: Unix sockets have paths of at most 104 bytes on some systems; beyond that the kernel uses TCP on localhost.
_LONGEST_SOCKET_PATH = 90

#: One thread for each linear algebra library: the jobs are the parallelism. Figures become PNG in the notebook.
_ENVIRONMENT = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "VECLIB_MAXIMUM_THREADS": "1",
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    "PYDEVD_DISABLE_FILE_VALIDATION": "1",  # ipykernel's debugger warns on stderr otherwise
}


class Reply(enum.Enum):
    """How running a cell ended."""

    OK = "ok"
    ERROR = "error"  # it raised
    TIMEOUT = "timeout"  # it was interrupted and stopped; the kernel and its names are still there
    STUCK = "stuck"  # it did not stop; the kernel is no longer usable
    DEAD = "dead"  # the process ended


class _ThisPython(KernelSpecManager):
    """Knows one kernel, that of the running interpreter, whatever kernels the user has installed."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        return KernelSpec(resource_dir="", **get_kernel_dict())


class Kernel:
    """A kernel process with its own working folder; use it as a context manager.

    Args:
        stop: the stop sign; once set, `start` and `execute` raise `Stopped`.
        startup_seconds: time that the process has until it is ready.
        files: a folder whose contents, notebooks apart, are copied into the working folder.
    """

    def __init__(self, stop: threading.Event, startup_seconds: float, files: Path | None = None) -> None:
        self._stop = stop
        self._startup_seconds = startup_seconds
        self._files = files
        self._folder: Path | None = None
        self._manager: KernelManager | None = None
        self._client: BlockingKernelClient | None = None

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def start(self) -> None:
        """Start the process and wait until it answers.

        Raises:
            EngineError: if it does not.
            Stopped: if the stop sign is set.
        """
        self._folder = Path(tempfile.mkdtemp(prefix="autograder-"))
        work = self._folder / "work"
        work.mkdir()
        if self._files is not None:
            shutil.copytree(
                self._files, work, ignore=shutil.ignore_patterns("*.ipynb", ".*"), dirs_exist_ok=True
            )
        manager = KernelManager(
            kernel_spec_manager=_ThisPython(), connection_file=str(self._folder / "kernel.json")
        )
        socket = str(self._folder / "ipc")
        if os.name == "posix" and len(socket) <= _LONGEST_SOCKET_PATH:
            # TCP ports are chosen before they are bound, so two kernels that start together may clash.
            manager.transport, manager.ip = "ipc", socket
        self._manager = manager
        environment = os.environ | _ENVIRONMENT | {"IPYTHONDIR": str(self._folder / "ipython")}
        try:
            manager.start_kernel(
                cwd=str(work), env=environment, extra_arguments=["--HistoryManager.hist_file=:memory:"]
            )
            self._client = manager.blocking_client()
            self._client.allow_stdin = False
            self._client.start_channels()
        except OSError as problem:
            raise EngineError(f"a kernel could not be started: {problem}") from problem
        self._wait_until_ready()

    def restart(self) -> None:
        """End the process and its folder, and start afresh, with no names."""
        self.close()
        self.start()

    def close(self) -> None:
        """End the process and remove its folder; harmless when there is none."""
        client, self._client = self._client, None
        manager, self._manager = self._manager, None
        folder, self._folder = self._folder, None
        try:
            if client is not None:
                client.stop_channels()
            if manager is not None and manager.has_kernel:
                manager.shutdown_kernel(now=True)
        finally:
            if manager is not None:
                manager.cleanup_resources()
            if folder is not None:
                shutil.rmtree(folder, ignore_errors=True)

    def execute(self, source: str, deadline: float, outputs: Outputs) -> Reply:
        """Run a cell.

        Args:
            source: its code.
            deadline: on the clock of `time.monotonic`, when it is interrupted.
            outputs: where its outputs go.

        Raises:
            Stopped: if the stop sign is set meanwhile.
        """
        request = self._client.execute(source, store_history=True, allow_stdin=False, stop_on_error=False)
        interrupted = False
        while not self._idle(request, outputs):
            self._check_stop()
            if not self._manager.is_alive():
                self._drain(request, outputs)
                return Reply.DEAD
            if time.monotonic() > deadline:
                if interrupted:
                    return Reply.STUCK
                self._manager.interrupt_kernel()
                interrupted, deadline = True, time.monotonic() + GRACE
        if interrupted:
            return Reply.TIMEOUT
        return self._reply(request)

    def _idle(self, request: str, outputs: Outputs) -> bool:
        """Take the next message, or wait a tick for it; True when the kernel is done with the request."""
        try:
            message = self._client.get_iopub_msg(timeout=TICK)
        except Empty:
            return False
        if message["parent_header"].get("msg_id") != request:
            return False
        if message["header"]["msg_type"] == "status":
            return message["content"]["execution_state"] == "idle"
        outputs.add(message)
        return False

    def _drain(self, request: str, outputs: Outputs) -> None:
        """Take what a dead kernel had sent before it ended."""
        while True:
            try:
                message = self._client.get_iopub_msg(timeout=0)
            except Empty:
                return
            if message["parent_header"].get("msg_id") == request:
                outputs.add(message)

    def _reply(self, request: str) -> Reply:
        while True:
            try:
                message = self._client.get_shell_msg(timeout=GRACE)
            except Empty:
                return Reply.DEAD if not self._manager.is_alive() else Reply.STUCK
            if message["parent_header"].get("msg_id") == request:
                return Reply.OK if message["content"].get("status") == "ok" else Reply.ERROR

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + self._startup_seconds
        while True:
            self._check_stop()
            try:
                self._client.wait_for_ready(timeout=1)
                return
            except RuntimeError as problem:  # not ready within the second, or dead
                if not self._manager.is_alive():
                    raise EngineError("a kernel ended while it started") from problem
                if time.monotonic() > deadline:
                    raise EngineError(
                        f"a kernel was not ready within {self._startup_seconds:g} s"
                    ) from problem

    def _check_stop(self) -> None:
        if self._stop.is_set():
            raise Stopped
