"""One student process after the other, as their examiner sees them: start one, run cells in it, ask it for names, end it."""

from __future__ import annotations

import contextlib
import enum
import json
import os
import signal
import socket
import time
from pathlib import Path

from autograder.engine.requests import (
    ENDED,
    INTERRUPT,
    INTERRUPTED,
    KILL,
    MAX_PACKET,
    REFUSED,
    STARTED,
    STUDENT,
)
from autograder.engine.student import CHECK, RUN, outputs
from autograder.errors import EngineError, WireClosed, WireError, WireTimeout
from autograder.limits import LIMITS, Limits
from autograder.proxies import Client
from autograder.wire import FROM_STUDENT, Channel, decode, encode, from_student

GRACE = 2.0  # seconds that a cell has to stop after an interrupt, before its process is killed
BURIAL = 5.0  # seconds to wait for the fork server's word
HEADROOM = 64  # bytes of a frame that are no value: what it is, and its number


class Reply(enum.Enum):
    """How running a cell ended."""

    OK = "ok"
    ERROR = "error"  # it raised
    TIMEOUT = "timeout"  # it was interrupted and stopped; the process and its names are still there
    STUCK = "stuck"  # it did not stop: the process must be replaced
    DEAD = "dead"  # the process ended, or answered nonsense: it must be replaced


class StudentProcess:
    """See the module.

    Args:
        server: request channel to the fork server.
        limits: what the process may use up, and send.

    Attributes:
        farewell: why the process ended, in brackets behind a sentence, or "".
    """

    def __init__(self, server: socket.socket, limits: Limits | None = None) -> None:
        self._server, self._limits = server, limits or Limits()
        self._pid = 0  # of the process that lives, as far as is known here
        self._channel: Channel | None = None
        self._serial = 0
        self.farewell = ""

    def start(self, scratch: Path, seconds: float) -> None:
        """Fork a new process.

        Args:
            scratch: its working folder.
            seconds: to wait for it.

        Raises:
            EngineError: if there is none.
        """
        ours, theirs = socket.socketpair()
        with theirs:
            kept = {name: getattr(self._limits, name) for name, limit in LIMITS.items() if limit.kernel}
            told = json.dumps(kept, separators=(",", ":")).encode()
            try:
                socket.send_fds(
                    self._server, [b" ".join((STUDENT, told, os.fsencode(scratch)))], [theirs.fileno()]
                )
            except OSError as problem:
                ours.close()
                raise EngineError(f"the fork server has ended ({problem})") from problem
        frame = max(self._limits.value_bytes, outputs(self._limits.output_bytes).frame)
        self._channel = Channel(descriptor := ours.detach(), descriptor, from_student(frame + HEADROOM))
        self.farewell = ""
        kind, detail = self._hear((STARTED, REFUSED), seconds)
        if kind != STARTED:
            why = f"could not start a process: {detail}" if kind else "does not answer"
            raise EngineError(f"the fork server {why}")
        self._pid = int(detail)

    def run(self, source: str, room: int, deadline: float) -> tuple[Reply, list]:
        """Run one cell.

        Args:
            source: its code.
            room: characters of output that are kept.
            deadline: on the clock of `time.monotonic`, when it is interrupted.

        Returns:
            How it ended, and the messages of its outputs, which nobody has looked at yet.
        """
        channel = self._channel
        self._serial += 1
        try:
            channel.deadline = deadline
            channel.send(encode((RUN, self._serial, source.encode("utf-8", "replace"), room)))
            try:
                success, messages = self._answer(room)
            except WireTimeout:
                # Not before the signal is sent goes anything else to this process: it must not hit the next cell.
                if not self._interrupt():
                    return Reply.STUCK, []
                channel.deadline = time.monotonic() + GRACE
                _, messages = self._answer(room)
                return Reply.TIMEOUT, messages
        except WireTimeout:
            return Reply.STUCK, []
        except WireClosed:
            self.listen()
            return Reply.DEAD, []
        except WireError as error:
            self.farewell = f"it answered with something that is no answer: {error}"
            return Reply.DEAD, []
        return (Reply.OK if success else Reply.ERROR), messages

    def client(self, deadline: float) -> Client:
        """Begin a check: its client asks this process until the check closes it.

        Raises:
            WireError: the process is gone, or answers nonsense.
        """
        self._channel.deadline = deadline
        self._channel.send(encode((CHECK, self._limits.value_bytes)))
        if decode(self._channel.receive(), limits=FROM_STUDENT) is not True:
            raise WireError("a check was answered before it had begun.")
        return Client(self._channel, from_student(self._limits.value_bytes))

    def _answer(self, room: int) -> tuple[bool, list]:
        match decode(self._channel.receive(), limits=outputs(room)):
            case (int() as serial, bool() as success, list() as messages) if serial == self._serial:
                return success, messages
        raise WireError("a cell's answer must be its number, a status and outputs.")

    def _interrupt(self) -> bool:
        with contextlib.suppress(OSError):
            self._server.send(INTERRUPT + b" %d" % self._pid)
            return bool(self._hear((INTERRUPTED,), BURIAL)[0])
        return False

    def listen(self) -> None:
        """Hear from the fork server why the process has ended."""
        if self._pid:
            self._hear((ENDED,), BURIAL)

    def _hear(self, kinds: tuple[bytes, ...], seconds: float) -> tuple[bytes, str]:
        """Wait for a note of one of some kinds; that the process has ended is noted in any case.

        Returns:
            Its kind and its details; the kind is empty if nothing came, or the fork server has ended.
        """
        deadline = time.monotonic() + seconds
        with contextlib.suppress(OSError):  # also the end of the time
            while (left := deadline - time.monotonic()) > 0:
                self._server.settimeout(left)
                note = self._server.recv(MAX_PACKET)
                if not note:
                    break
                kind, _, detail = note.partition(b" ")
                text = detail.decode("utf-8", "replace")
                if kind == ENDED:
                    self._ended(text)
                if kind in kinds:
                    return kind, text
        return b"", ""

    def _ended(self, detail: str) -> None:
        pid, status, excess = detail.split(" ", 2)
        if int(pid) == self._pid:
            self._pid = 0
            self.farewell = self.farewell or _farewell(int(status), excess)

    def end(self) -> None:
        """Kill the process, wait until it is buried, and close the channel; harmless when there is none."""
        if self._channel is not None:
            self._channel.close()
            self._channel = None
        if self._pid:
            with contextlib.suppress(OSError):
                self._server.settimeout(BURIAL)
                self._server.send(KILL + b" %d" % self._pid)
                self.listen()
            self._pid = 0


def _farewell(status: int, excess: str) -> str:
    if excess:
        return f"it {excess}"
    if status < 0:
        with contextlib.suppress(ValueError):
            return f"signal {signal.Signals(-status).name}"
    return f"exit status {status}"
