"""A fork server for `autograder audit`: it runs cells of the instructor's in itself, so that what it forks begins behind them.

A notebook whose variants differ in one late cell is run up to this cell once, and each variant takes only what remains. What
is in the server's memory can be read by the processes that it forks, solutions included; here all of them are our own. A fork
server that grades has none of this.
"""

from __future__ import annotations

import gc
import importlib
import os
import sys

from autograder.engine.fork_server import ForkServer, Owner, last_words, main, tell
from autograder.engine.requests import ADVANCE, REFUSED, STARTED, TRUSTED


class StagedServer(ForkServer):
    """See the module."""

    def _serve_more(self, owner: Owner, kind: bytes, detail: bytes, descriptors: list[int]) -> None:
        if owner is not self._grader:
            return
        if kind == ADVANCE:
            self._advance(detail)
        elif kind == TRUSTED:
            self._fork_trusted(descriptors[0], detail.decode())

    def _advance(self, detail: bytes) -> None:
        """Run one cell here, in the folder with the notebook's files. Nobody else is served meanwhile."""
        tqdm = sys.modules.get("tqdm")
        if tqdm is not None:
            tqdm.tqdm.monitor_interval = 0  # its thread would not survive a fork
        files, _, source = detail.partition(b"\0")
        os.chdir(files or b"/")
        try:
            success, messages = self._shell.run(source.decode(), room=0)
        finally:
            os.chdir("/")
            gc.freeze()  # or the collector of every process that is forked here would copy all of this by looking at it
        errors = [f"{content['ename']}: {content['evalue']}" for kind, content in messages if kind == "error"]
        tell(self._grader, STARTED if success else REFUSED + b" " + " ".join(errors).encode())

    def _fork_trusted(self, channel: int, function: str) -> None:
        """Fork a process that calls `function`, `package.module:name`, with the shell and its end of the channel."""
        child = os.fork()
        if child == 0:
            module, _, name = function.partition(":")
            last_words(
                lambda: self._become_child(keep={channel}),
                lambda: getattr(importlib.import_module(module), name)(self._shell, channel),
            )
        self._grader.children.add(child)


if __name__ == "__main__":
    main(StagedServer)
