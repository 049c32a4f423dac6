"""The engine that grading uses: one fork server, and a job for each notebook."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from itertools import count
from pathlib import Path
from typing import Self

import nbformat
from nbformat import NotebookNode

from autograder.confinement import environment
from autograder.confinement.scratch import remove_at_last
from autograder.course import notebook as notebooks
from autograder.engine.requests import EXAMINER, MAX_PACKET, REFUSED, STARTED
from autograder.errors import EngineError, EngineRefusedError, Stopped
from autograder.findings import Finding
from autograder.grading.engine import CellResult, Execution, Limits
from autograder.grading.records import AspectStatus

END = 10.0  # seconds that the fork server has to end everything and itself


class ForkEngine:
    """Runs each notebook in processes of its own, forked from one that has imported everything; see `Engine`.

    Args:
        confined: whether student code is confined by the kernel.
        hidden: folders that student code must not read: the course, the home folder.
        readable: folders that it may read beside the installation; they must exist.
        checks_inside: run check cells in the student process, for courses whose check cells are not ours. The student's
            code can then do what it likes with them.
    """

    module = "autograder.engine.fork_server"
    """What the process that forks runs."""

    def __init__(
        self,
        *,
        confined: bool = True,
        hidden: tuple[Path, ...] = (),
        readable: tuple[Path, ...] = (),
        checks_inside: bool = False,
    ) -> None:
        self._settings = {
            "confined": confined,
            "hidden": [str(path) for path in hidden],
            "readable": [str(path.resolve()) for path in readable],
        }
        self._checks_inside = checks_inside
        self._lock = threading.Lock()
        self._server: Server | None = None
        self._refused: EngineRefusedError | None = None
        self._jobs: set[socket.socket] = set()
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        """End the fork server, and with it everything that runs."""
        self._closed = True
        with self._lock:
            server, self._server = self._server, None
            for job in self._jobs:
                with contextlib.suppress(OSError):
                    job.shutdown(socket.SHUT_RDWR)
        if server is not None:
            server.close()

    def run(
        self,
        notebook: NotebookNode,
        limits: Limits,
        files: Path | None = None,
        *,
        seed: int | None = None,
        pictures: bool = True,
        reasons: bool = True,
    ) -> Execution:
        """Run all cells of a notebook; see `Engine.run`. Links in the folder of files are left out.

        Args:
            notebook: a repaired submission.
            limits: what it may use up.
            files: what lies beside it.
            seed: of the random inputs of checks; None is a number that only this notebook gives.
            pictures: whether a failing check draws its heat map, which takes a tenth of a second and decides nothing.
            reasons: whether a failing check looks for the cause, which may take a second and decides nothing.

        Raises:
            EngineError: if the processes cannot be had, or were killed.
            Stopped: if the engine's `with` block was left meanwhile.
        """
        started = time.monotonic()
        job = {
            "notebook": notebooks.copy(notebook),
            "limits": {name: getattr(limits, name) for name in limits.__slots__},
            "files": str(files.resolve()) if files else "",  # the examiner works elsewhere
            "checks_inside": self._checks_inside,
            "seed": seed,
            "pictures": pictures,
            "reasons": reasons,
        }
        try:
            result = self._ask(job)
        except EngineError:
            if self._closed:
                raise Stopped from None
            raise
        if "problem" in result:
            raise EngineError(result["problem"])
        cells = {name: _result(told) for name, told in result["results"].items()}
        return Execution(nbformat.from_dict(result["notebook"]), cells, time.monotonic() - started)

    def _ask(self, job: dict) -> dict:
        ours, theirs = socket.socketpair()
        with ours:
            try:
                with theirs, self._lock:
                    self._running_server(job["limits"]["startup_seconds"]).examine(theirs)
                    self._jobs.add(ours)
                with ours.makefile("rwb") as stream:
                    stream.write(json.dumps(job).encode() + b"\n")
                    stream.flush()
                    answer = stream.readline()
            except OSError as problem:
                raise EngineError(f"the grading processes have ended: {problem}") from problem
            finally:
                with self._lock:
                    self._jobs.discard(ours)
        if not answer.endswith(b"\n"):
            raise EngineError("the examiner has ended before its time")
        return json.loads(answer)

    def _running_server(self, seconds: float) -> Server:
        """The fork server, which is started when it is needed first, and again if somebody has killed it."""
        if self._closed:
            raise Stopped
        if self._server is not None and not self._server.is_alive():
            self._server.close()
            self._server = None
        if self._refused is not None:  # nobody waits for imports once more to be told the same
            raise EngineRefusedError(str(self._refused))
        if self._server is None:
            try:
                self._server = Server(self._settings, seconds, self.module)
            except EngineRefusedError as problem:
                self._refused = problem
                raise
        return self._server


class Server:
    """A fork server and the folder that holds its scratch folders.

    Args:
        settings: of the confinement.
        seconds: that it may take to start.
        module: what it runs.

    Attributes:
        channel: where it takes requests.

    Raises:
        EngineError: if it does not start.
    """

    def __init__(self, settings: dict, seconds: float, module: str) -> None:
        self._numbers = count(1)
        self._module = module
        self._folder = Path(tempfile.mkdtemp(prefix="autograder-")).resolve()
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as the server
        self.channel, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        try:
            with theirs:
                self._process = self._started(theirs)
            self.channel.settimeout(seconds)
            with contextlib.suppress(OSError):  # then there is no answer, and the log may say why
                self.channel.send(json.dumps(settings).encode())
            self._hear(seconds)
            self.channel.settimeout(None)
        except BaseException:
            self.close()
            raise

    def _started(self, theirs: socket.socket) -> subprocess.Popen:
        # What a process was started with stays in its memory: no tokens, no paths of the course.
        variables = environment(dict(os.environ)) | {
            "IPYTHONDIR": str(self._folder / "ipython"),
            "NBGRADER_EXECUTION": "autograde",  # as nbgrader has it
        }
        return subprocess.Popen(
            [sys.executable, "-m", self._module, str(theirs.fileno()), str(self._folder)],
            pass_fds=(theirs.fileno(),),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self._errors,
            start_new_session=True,  # Ctrl-C is for the grader, which ends everything in order
            cwd="/",
            env=variables,
        )

    def _hear(self, seconds: float) -> None:
        try:
            answer = self.channel.recv(MAX_PACKET)
        except TimeoutError:
            raise EngineError(f"the fork server did not start within {seconds:g} s") from None
        except OSError:
            answer = b""
        if answer == STARTED:
            return
        if answer.startswith(REFUSED):
            raise EngineRefusedError(answer.removeprefix(REFUSED + b" ").decode("utf-8", "replace"))
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(END)
        self._errors.seek(0)
        lines = self._errors.read().decode("utf-8", "replace").strip().splitlines() or ["no reason was given"]
        raise EngineError(f"the fork server did not start: {lines[-1]}")

    def is_alive(self) -> bool:
        """Whether it can be asked."""
        return self._process.poll() is None

    def examine(self, job: socket.socket) -> None:
        """Have an examiner forked that takes its job from a channel."""
        folder = self._folder / str(next(self._numbers))
        socket.send_fds(self.channel, [EXAMINER + b" " + os.fsencode(folder)], [job.fileno()])

    def close(self) -> None:
        """End it and all that it has forked, and remove the scratch folders."""
        self.channel.close()  # the sign for it
        self._errors.close()
        if hasattr(self, "_process"):
            try:
                self._process.wait(END)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        # Usually the fork server has done it. If it was killed, its children are ending just now.
        remove_at_last(self._folder)


def _result(told: dict) -> CellResult:
    findings = tuple(Finding(**finding) for finding in told["findings"])
    return CellResult(AspectStatus(told["status"]), told["message"], findings)
