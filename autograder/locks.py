"""Locks on files, which the system opens again when their owner ends, however it ends."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import IO, Self

try:
    import fcntl
except ImportError:  # Windows: nothing is locked there
    fcntl = None  # type: ignore[assignment]


class FileLock:
    """A lock that one process at a time can have. The file stays: to remove it safely, have the lock.

    Args:
        path: its file; folders above are created.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: IO[str] | None = None

    def take(self) -> bool:
        """Take the lock if nobody has it, and write this process's number into the file.

        Raises:
            OSError: if the file cannot be written.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True)
        while True:
            file = self.path.open("a+", encoding="utf-8")
            try:
                if fcntl is not None:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                if self._is_current(file):
                    break
            except BlockingIOError:
                file.close()
                return False
            file.close()  # the owner before has just removed it
        try:
            file.truncate(0)
            file.write(str(os.getpid()))
            file.flush()
        except BaseException:
            file.close()
            raise
        self._file = file
        return True

    def _is_current(self, file: IO[str]) -> bool:
        """Whether an open file is still the one with this name."""
        try:
            return os.path.samestat(os.fstat(file.fileno()), self.path.stat())
        except FileNotFoundError:
            return False

    def owner(self) -> str:
        """The number of the process that took it last; empty if nobody can tell."""
        with contextlib.suppress(OSError, UnicodeDecodeError):
            return self.path.read_text(encoding="utf-8")[:20]
        return ""

    def give_back(self, *, remove: bool = False) -> None:
        """Let others have it; harmless without it.

        Args:
            remove: the file, too.
        """
        if self._file is not None:
            if remove:
                with contextlib.suppress(OSError):
                    self.path.unlink()
            self._file.close()
            self._file = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.give_back()
