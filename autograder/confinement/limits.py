"""Resource limits of the confined process: what the kernel counts for each process by itself."""

from __future__ import annotations

import os
from pathlib import Path

from autograder.confinement.confines import Confines

#: CPU seconds between the signal that can be caught (SIGXCPU) and the one that cannot.
_GRACE = 2


def inherited_address_space() -> int:
    """Bytes of address space that this process has now; the fork starts with all of its parent's."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    return pages * os.sysconf("SC_PAGE_SIZE")


def limit(confines: Confines, inherited: int) -> None:
    """Set the limits, soft and hard, so that only a privileged process could raise them again.

    RLIMIT_NPROC is left alone: it counts all processes of a user, the instructor's browser included, and does not bind
    root. New processes are refused by the filter, threads are counted by `Watch`.

    Args:
        confines: the limits.
        inherited: address space in bytes that is not charged.
    """
    import resource  # not on Windows, where `autograder doctor` must be able to say so

    limits = {
        resource.RLIMIT_AS: (inherited + confines.memory_bytes,) * 2,
        resource.RLIMIT_CPU: (confines.cpu_seconds, confines.cpu_seconds + _GRACE),
        resource.RLIMIT_FSIZE: (confines.file_bytes,) * 2,
        resource.RLIMIT_NOFILE: (confines.open_files,) * 2,
        # Not 0: a program that collects core dumps (systemd-coredump, apport) gets them all the same, but for 1.
        resource.RLIMIT_CORE: (1, 1),
        resource.RLIMIT_MEMLOCK: (0, 0),
        resource.RLIMIT_MSGQUEUE: (0, 0),
    }
    for which, (soft, hard) in limits.items():
        _lower(which, soft, hard)


def limit_memory(more: int) -> None:
    """Bound the memory of a process that is not confined.

    Args:
        more: bytes of address space, beyond what it has now.
    """
    import resource

    _lower(resource.RLIMIT_AS, *(inherited_address_space() + more,) * 2)


def _lower(which: int, soft: int, hard: int) -> None:
    import resource

    ceiling = resource.getrlimit(which)[1]
    if ceiling != resource.RLIM_INFINITY:  # the machine's own limit is lower: keep it
        soft, hard = min(soft, ceiling), min(hard, ceiling)
    resource.setrlimit(which, (soft, hard))
