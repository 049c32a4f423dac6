"""Memory that a forked process shares with its parent, and so with all other submissions, is made its own.

A fork copies memory, except what was mapped as shared: a lock of `multiprocessing` that some library made when it was
imported, for example. One submission could hold it for ever, or leave a message for the next.
"""

from __future__ import annotations

import ctypes
import mmap
import re
from collections.abc import Iterable
from pathlib import Path

from autograder.confinement.confines import MIB
from autograder.confinement.kernel import Kernel
from autograder.errors import EngineError

_MAP_FIXED = 0x10
#: A line of `/proc/self/maps` whose rights are writing and sharing.
_SHARED = re.compile(rb"^([0-9a-f]+)-([0-9a-f]+) .w.s ", re.MULTILINE)
_LARGEST = 64 * MIB


def shared_spans() -> tuple[tuple[int, int], ...]:
    """Start and end of each writable shared mapping of this process.

    Raises:
        EngineError: for one that is too large to be copied.
    """
    # The kernel takes 3 ms for the 1,200 lines of a process that has imported scikit-learn: the parent reads it once.
    mappings = Path("/proc/self/maps").read_bytes()
    spans = tuple((int(span[1], 16), int(span[2], 16)) for span in _SHARED.finditer(mappings))
    if large := [end - start for start, end in spans if end - start > _LARGEST]:
        raise EngineError(
            f"the process that forks shares {large[0] // MIB} MiB of memory with its children; at most 64"
        )
    return spans


def make_private(kernel: Kernel, mmap_number: int, spans: Iterable[tuple[int, int]]) -> None:
    """Replace shared mappings of this process by private copies at the same addresses.

    Args:
        kernel: makes the calls.
        mmap_number: number of the system call `mmap`.
        spans: what `shared_spans` found in the parent.

    Raises:
        OSError: where the kernel refuses.
    """
    flags = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | _MAP_FIXED
    for start, end in spans:
        content = ctypes.string_at(start, end - start)
        kernel.call(mmap_number, start, end - start, mmap.PROT_READ | mmap.PROT_WRITE, flags, -1, 0)
        ctypes.memmove(start, content, end - start)
