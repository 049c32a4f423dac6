"""The scratch folder: the only place where a submission writes; made, measured and removed by the grader.

Student code may leave anything in it: thousands of folders inside each other, names that are no text, folders that
their owner may not list. Measuring and removing work with descriptors and never follow a link, so nothing in the folder
can lead out of it, and they go into folders one at a time, however deep these are.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

#: Folders inside each other; honest work needs a few, and a path has room for about two thousand.
DEEPEST = 32
PATIENCE = 3.0
"""Seconds that processes which were just ended have until they write no more."""

_BLOCK = 512  # st_blocks counts in these, whatever the file system


@dataclass(frozen=True, slots=True)
class Usage:
    """What is in a scratch folder.

    Attributes:
        bytes: room that it takes on the disk; holes in files take none.
        entries: files and folders.
        odd: what cannot be measured (folders too deep, or not to be listed), empty if all was.
    """

    bytes: int
    entries: int
    odd: str = ""


@contextmanager
def scratch_folder(parent: Path | None = None) -> Iterator[Path]:
    """A new private folder (mode 0700), removed at the end with all that is in it.

    Args:
        parent: where to make it; default: the system's folder for temporary files.

    Yields:
        Its path, links resolved.
    """
    folder = Path(tempfile.mkdtemp(prefix="autograder-", dir=parent)).resolve()
    try:
        yield folder
    finally:
        remove(folder)


def measure(folder: Path, most_bytes: int, most_entries: int) -> Usage:
    """Measure a scratch folder, and stop early once it holds more than it may.

    Args:
        folder: the scratch folder; files may come and go meanwhile.
        most_bytes: enough bytes to stop.
        most_entries: enough entries to stop.
    """
    total = entries = 0
    odd = ""
    with contextlib.ExitStack() as stack:
        inside = [_Listing(folder, stack)]
        while inside and not odd and total <= most_bytes and entries <= most_entries:
            entry = next(inside[-1].entries, None)
            if entry is None:
                inside.pop().close()
                continue
            try:
                status = entry.stat(follow_symlinks=False)
                entries += 1
                total += status.st_blocks * _BLOCK
                if not stat.S_ISDIR(status.st_mode):
                    continue
                if len(inside) >= DEEPEST:
                    odd = f"folders more than {DEEPEST} deep"
                    continue
                inside.append(_Listing(entry.name, stack, inside[-1].descriptor))
            except PermissionError:
                odd = "a folder that cannot be listed"
            except (FileNotFoundError, NotADirectoryError):
                continue  # gone, or replaced, since it was listed
    return Usage(total, entries, odd)


class _Listing:
    """An open folder and what is left of its entries."""

    def __init__(self, path: str | Path, stack: contextlib.ExitStack, parent: int | None = None) -> None:
        self.descriptor = _open_folder(path, parent)
        own = stack.enter_context(contextlib.ExitStack())
        own.callback(os.close, self.descriptor)
        self.entries = own.enter_context(os.scandir(self.descriptor))
        self.close = own.close


def remove(folder: Path) -> None:
    """Remove a scratch folder. No process may be writing to it any more.

    Folders inside folders are first moved to the top, so that neither the depth of the nesting nor the length of a path
    matters.

    Raises:
        OSError: if something in it cannot be removed.
    """
    top = _open_folder(folder)
    try:
        waiting = [b"."]
        number = 0
        while waiting:
            name = waiting.pop()
            if name != b".":
                os.chmod(name, 0o700, dir_fd=top)  # student code may have made it without any permission
            here = _open_folder(name, top)
            try:
                for child in [os.fsencode(entry) for entry in os.listdir(here)]:
                    if not stat.S_ISDIR(os.lstat(child, dir_fd=here).st_mode):
                        os.unlink(child, dir_fd=here)
                        continue
                    moved = f".removed-{number}".encode()
                    number += 1
                    while _exists(moved, top):
                        moved += b"+"
                    os.chmod(child, 0o700, dir_fd=here)  # moving a folder writes its '..'
                    os.rename(child, moved, src_dir_fd=here, dst_dir_fd=top)
                    waiting.append(moved)
            finally:
                os.close(here)
            if name != b".":
                os.rmdir(name, dir_fd=top)
    finally:
        os.close(top)
    os.rmdir(folder)


def remove_at_last(folder: Path) -> None:
    """Remove a scratch folder to which processes that were just ended may still be writing.

    What cannot be removed in `PATIENCE` is removed as far as possible; no exception is raised.
    """
    end = time.monotonic() + PATIENCE
    while folder.exists() and time.monotonic() < end:
        with contextlib.suppress(OSError):
            remove(folder)
            return
        time.sleep(0.02)
    shutil.rmtree(folder, ignore_errors=True)


def _open_folder(path: str | bytes | Path, parent: int | None = None) -> int:
    return os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=parent)


def _exists(name: bytes, folder: int) -> bool:
    with contextlib.suppress(FileNotFoundError):
        os.lstat(name, dir_fd=folder)
        return True
    return False
