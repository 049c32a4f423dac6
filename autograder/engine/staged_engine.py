"""An engine whose notebooks need not begin at the beginning: cells of the instructor's run first, and only once."""

from __future__ import annotations

import contextlib
import os
import socket
from pathlib import Path

from autograder.engine.fork_engine import ForkEngine, Server
from autograder.engine.requests import ADVANCE, MAX_PACKET, REFUSED, TRUSTED
from autograder.errors import EngineError, Stopped


class StagedEngine(ForkEngine):
    """For `autograder audit`: `advance` runs a cell, and the notebooks that `run` is given then go on behind it.

    Between two calls of `advance` any number of threads may call `run`. The notebooks must be our own: their cells can
    read what the cells before have left in memory, solutions included.
    """

    module = "autograder.engine.staged_server"

    def advance(self, source: str, files: Path | None = None, seconds: float = 300.0) -> None:
        """Run one cell, so that everything that begins from now on begins behind it. No notebook may be running.

        Args:
            source: its code, magics included.
            files: the working folder of the cell.
            seconds: how long it may take.

        Raises:
            EngineError: it raised an exception, took too long, or is too long a text.
        """
        request = ADVANCE + b" " + os.fsencode(files.resolve() if files else "") + b"\0" + source.encode()
        if len(request) > MAX_PACKET:
            raise EngineError(f"a cell of {len(source):,} characters is too long for the fork server")
        with self._lock:
            channel = self._running_server(seconds).channel
            channel.settimeout(seconds)
            try:
                channel.send(request)
                answer = channel.recv(MAX_PACKET)
            except OSError as problem:
                raise EngineError(f"the fork server did not run a cell: {problem}") from problem
            finally:
                channel.settimeout(None)
        if answer.startswith(REFUSED):
            raise EngineError(
                f"a solved cell raised {answer.removeprefix(REFUSED + b' ').decode(errors='replace')}"
            )

    def trusted(self, function: str) -> socket.socket:
        """Call one of our functions in an unconfined process that begins where notebooks begin now.

        Args:
            function: `package.module:name`; it is called with the shell and the descriptor of its end of the channel.

        Returns:
            Our end of the channel, to be closed by the caller. Leaving the engine's `with` block ends the process.
        """
        ours, theirs = socket.socketpair()
        with theirs, self._lock:
            channel = self._running_server(60.0).channel
            socket.send_fds(channel, [TRUSTED + b" " + function.encode()], [theirs.fileno()])
            self._jobs.add(ours)
        return ours

    def forget(self, channel: socket.socket) -> None:
        """Close the channel of a trusted process; its end is the sign for the process to end."""
        with self._lock:
            self._jobs.discard(channel)
        with contextlib.suppress(OSError):
            channel.close()

    def _running_server(self, seconds: float) -> Server:
        """The fork server; it is never started a second time, for what it has run would be lost.

        Raises:
            EngineError: it has ended.
        """
        if self._closed:
            raise Stopped
        if self._server is not None and not self._server.is_alive():
            raise EngineError("the fork server has ended, and what it had run is lost")
        return super()._running_server(seconds)
