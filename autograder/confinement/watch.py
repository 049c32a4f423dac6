"""A watch over one confined process, kept by its parent: for what the kernel does not bound for each process.

No quota can be set on a folder without privileges (a file system in memory needs a mount, which containers refuse, and
RLIMIT_FSIZE bounds one file, not their sum), and the number of threads is counted for a whole user. So the parent looks
every `INTERVAL` seconds and kills the process when it has gone too far. What can be written or started meanwhile is the
price; docs/confinement.md has the measurements.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from autograder.confinement.confines import Confines
from autograder.confinement.scratch import measure
from autograder.limits import LIMITS

#: Seconds between two looks.
INTERVAL = 0.05

#: Deleted files that are only mapped cannot be measured, and to find them takes the list of all mappings (3 ms with
#: the course's libraries), so it is read at each so many looks.
_MAPPINGS_EVERY = 10

#: PF_EXITING among the flags of a process (include/linux/sched.h): set before it gives its memory back.
_EXITING = 0x4


class Watch:
    """Looks at one confined process.

    The parent calls `look` every `INTERVAL` seconds from the loop in which it waits anyway; there is no thread.
    """

    def __init__(self, pid: int, scratch: Path, confines: Confines) -> None:
        """Start watching.

        Args:
            pid: the confined process, a child of this one.
            scratch: its scratch folder.
            confines: its limits.
        """
        self._process = Path(f"/proc/{pid}")
        self._scratch = scratch
        self._confines = confines
        self._looks = 0
        self._refusals = 0  # one after the other

    def look(self) -> str | None:
        """See whether the process keeps within its limits.

        Returns:
            What it did too much, as the end of a sentence ("used more than 64 threads"): kill it. None if all is well,
            or if the process has ended.

        Raises:
            PermissionError: if this process may not look at that one.
        """
        self._looks += 1
        try:
            excess = self._excess()
        except (FileNotFoundError, ProcessLookupError):
            return None
        except PermissionError:
            # A process that is about to end has no memory any more, and belongs to root until it is gone: on a busy machine
            # for more than one look.
            self._refusals += 1
            if self._refusals > 1 and not self._ends():
                raise
            return None
        self._refusals = 0
        return excess

    def _excess(self) -> str | None:
        state, threads = self._state()
        if state == "Z":
            # Without its main thread a process cannot be looked into, yet goes on.
            return "ended its main thread, but not the others" if threads > 1 else None
        if threads > self._confines.threads:
            return f"used more than {self._confines.threads} threads"
        usage = measure(self._scratch, self._confines.scratch_bytes, self._confines.scratch_entries)
        if usage.odd:
            return f"made {usage.odd}"
        if usage.entries > self._confines.scratch_entries:
            return f"made more than {self._confines.scratch_entries:,} files"
        if usage.bytes + self._deleted_bytes() > self._confines.scratch_bytes:
            return f"wrote more than {LIMITS['scratch_bytes'].show(self._confines.scratch_bytes)} of files"
        return None

    def _state(self) -> tuple[str, int]:
        """State of the main thread ("Z" once it has ended) and number of threads.

        The fields of `stat` are counted behind the name, which may contain anything: the state is the first of them,
        the number of threads the eighteenth.
        """
        fields = self._fields()
        return fields[0], int(fields[17])

    def _ends(self) -> bool:
        """Whether the main thread has ended or is about to: the seventh field holds the flags of the kernel."""
        try:
            fields = self._fields()
        except (FileNotFoundError, ProcessLookupError):
            return True
        return fields[0] in "ZX" or bool(int(fields[6]) & _EXITING)

    def _fields(self) -> list[str]:
        """What `stat` says behind the name."""
        return (self._process / "stat").read_text(errors="replace").rpartition(")")[2].split()

    def _deleted_bytes(self) -> int:
        """Room that deleted files take that are still open or mapped."""
        sizes: dict[int, int] = {}
        for descriptor in _listed(self._process / "fd"):
            try:
                status = os.stat(descriptor)
            except (FileNotFoundError, ProcessLookupError):  # closed since it was listed
                continue
            if stat.S_ISREG(status.st_mode) and status.st_nlink == 0:
                sizes[status.st_ino] = status.st_blocks * 512
        if self._looks % _MAPPINGS_EVERY == 0:
            for inode in self._deleted_and_mapped():
                sizes.setdefault(inode, self._confines.file_bytes)  # taken to be as large as it may be
        return sum(sizes.values())

    def _deleted_and_mapped(self) -> set[int]:
        """Inodes of deleted files of the scratch folder that are mapped.

        Their device is not compared: overlay file systems and btrfs show another one in `maps` than in `stat`.
        """
        try:
            mappings = (self._process / "maps").read_bytes()
        except (FileNotFoundError, ProcessLookupError):
            return set()
        folder = os.fsencode(self._scratch)
        lines = (line for line in mappings.splitlines() if line.endswith(b" (deleted)") and folder in line)
        return {int(line.split()[4]) for line in lines}


def _listed(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except (FileNotFoundError, ProcessLookupError):
        return []
