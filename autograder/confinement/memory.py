"""Memory that a forked process shares with its parent, and so with all other submissions, is made its own.

A fork copies memory, except what was mapped as shared: a lock of `multiprocessing` that some library made when it was
imported, for example. One submission could hold it for ever, or leave a message for the next.
"""

from __future__ import annotations

import ctypes
import mmap
from collections.abc import Mapping
from pathlib import Path

from autograder.confinement.confines import MIB
from autograder.confinement.kernel import Kernel
from autograder.errors import EngineError

_MAP_FIXED = 0x10
_LARGEST = 64 * MIB


def make_private(kernel: Kernel, numbers: Mapping[str, int]) -> None:
    """Replace each writable shared mapping of this process by a private copy at the same address.

    Args:
        kernel: makes the calls.
        numbers: name of a system call -> its number.

    Raises:
        EngineError: for a shared mapping that is too large to be copied.
        OSError: where the kernel refuses.
    """
    for line in Path("/proc/self/maps").read_bytes().splitlines():
        span, access = line.split(maxsplit=2)[:2]
        if access[1:2] != b"w" or access[3:4] != b"s":
            continue
        start, end = (int(address, 16) for address in span.split(b"-"))
        size = end - start
        if size > _LARGEST:
            raise EngineError(
                f"the process that forks shares {size // MIB} MiB of memory with its children; at most 64"
            )
        content = ctypes.string_at(start, size)
        flags = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | _MAP_FIXED
        kernel.call(numbers["mmap"], start, size, mmap.PROT_READ | mmap.PROT_WRITE, flags, -1, 0)
        ctypes.memmove(start, content, size)
