"""Landlock: this process and its threads may open these files and folders, and no others, for ever.

Landlock needs no privileges. What it restricts has grown with the kernel; the number that says how far is its ABI:
1 (Linux 5.13) files; 2 (5.19) renaming between folders; 3 (6.2) truncating; 4 (6.7) TCP; 5 (6.10) device ioctls;
6 (6.12) signals and abstract Unix sockets. An older kernel refuses rights that it does not know, so each ABI is asked
for its own and no more; what is missing there is refused by the seccomp filter as well (`policy.py`).
https://docs.kernel.org/userspace-api/landlock.html
"""

from __future__ import annotations

import errno
import os
import struct
from collections.abc import Iterable, Mapping

from autograder.confinement.kernel import Kernel

# Rights on files and folders, `linux/landlock.h`. There is no rule that grants EXECUTE, MAKE_CHAR, MAKE_SOCK,
# MAKE_FIFO, MAKE_BLOCK, MAKE_SYM or IOCTL_DEV: they are refused everywhere, also in the scratch folder.
EXECUTE = 1 << 0
WRITE_FILE = 1 << 1
READ_FILE = 1 << 2
READ_DIR = 1 << 3
REMOVE_DIR = 1 << 4
REMOVE_FILE = 1 << 5
MAKE_DIR = 1 << 7
MAKE_REG = 1 << 8
REFER = 1 << 13
TRUNCATE = 1 << 14

READ = READ_FILE | READ_DIR
WORK = READ | WRITE_FILE | REMOVE_DIR | REMOVE_FILE | MAKE_DIR | MAKE_REG | REFER | TRUNCATE
#: The rights that mean something for a path that is no folder.
OF_A_FILE = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE

_NEWEST = 6
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16, 6: 16}  # ABI -> how many rights on files it knows
_TCP = 0b11  # bind and connect
_SCOPES = 0b11  # abstract Unix sockets and signals
_RULE_PATH_BENEATH = 1
_VERSION = 1  # flag of landlock_create_ruleset


def version(kernel: Kernel, numbers: Mapping[str, int]) -> int:
    """The ABI that this kernel offers, 0 if Landlock is missing or switched off."""
    try:
        return kernel.call(numbers["landlock_create_ruleset"], None, 0, _VERSION)
    except OSError as problem:
        # EPERM: a container's own filter refuses the call.
        if problem.errno in (errno.ENOSYS, errno.EOPNOTSUPP, errno.EPERM):
            return 0
        raise


def restrict(
    kernel: Kernel, numbers: Mapping[str, int], abi: int, grants: Iterable[tuple[int, int, bool]]
) -> None:
    """Restrict the calling thread and all that it starts. It must have set `no_new_privs`.

    Args:
        kernel: makes the calls.
        numbers: name of a system call -> its number.
        abi: what `version` returned, or less.
        grants: for each path its descriptor (opened with `O_PATH`), the rights, and whether it is a folder.

    Raises:
        OSError: where the kernel refuses; nothing is restricted then.
    """
    abi = min(abi, _NEWEST)
    known = (1 << _FILE_RIGHTS[abi]) - 1
    words = [known]
    if abi >= 4:
        words.append(_TCP)
    if abi >= 6:
        words.append(_SCOPES)
    attributes = struct.pack(f"{len(words)}Q", *words)
    ruleset = kernel.call(numbers["landlock_create_ruleset"], attributes, len(attributes), 0)
    try:
        for descriptor, rights, folder in grants:
            allowed = rights & known if folder else rights & known & OF_A_FILE
            rule = struct.pack("=Qi", allowed, descriptor)
            kernel.call(numbers["landlock_add_rule"], ruleset, _RULE_PATH_BENEATH, rule, 0)
        kernel.call(numbers["landlock_restrict_self"], ruleset, 0)
    finally:
        os.close(ruleset)
