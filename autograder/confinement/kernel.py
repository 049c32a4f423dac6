"""System calls that the standard library does not offer, with ctypes and nothing else.

Why not a package: `landlock` has had development releases only, `pyseccomp` needs the system's libseccomp and
`python-prctl` a compiler, so none of them works on a fresh machine with only Python and make. What is needed of all
three is the dozen calls of this folder, whose numbers and structures the kernel promises never to change.
"""

from __future__ import annotations

import ctypes
import os
import struct

PR_SET_PDEATHSIG = 1
PR_GET_PDEATHSIG = 2
PR_SET_DUMPABLE = 4
PR_SET_NO_NEW_PRIVS = 38
PR_GET_NO_NEW_PRIVS = 39

# seccomp(2)
_SET_MODE_FILTER = 1
_GET_ACTION_AVAILABLE = 2
_RET_ERRNO = 0x00050000

_CAPABILITY_VERSION = 0x20080522  # _LINUX_CAPABILITY_VERSION_3: 64 bits in two words


class Kernel:
    """The C library's `syscall` and `prctl`, loaded once in the parent, so that a child only calls them."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(None, use_errno=True)
        self._library.syscall.restype = ctypes.c_long

    def call(self, number: int, *arguments: int | bytes | ctypes.Array | None) -> int:
        """Make a system call.

        Args:
            number: the system call.
            *arguments: integers, or buffers of which the address is passed.

        Returns:
            What the call returns, 0 or more.

        Raises:
            OSError: with the error number, where the call failed.
        """
        words = [ctypes.c_long(item) if isinstance(item, int) else item for item in arguments]
        result = self._library.syscall(ctypes.c_long(number), *words)
        if result < 0:
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code))
        return result

    def prctl(self, option: int, value: int = 0) -> int:
        """Call `prctl(option, value, 0, 0, 0)`.

        Raises:
            OSError: with the error number, where the call failed.
        """
        zero = ctypes.c_ulong(0)
        result = self._library.prctl(ctypes.c_int(option), ctypes.c_ulong(value), zero, zero, zero)
        if result < 0:
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code))
        return result

    def drop_capabilities(self, capset: int) -> None:
        """Give up every capability of this thread for good; the ambient ones go with the permitted ones.

        Args:
            capset: number of the system call `capset`.
        """
        header = struct.pack("Ii", _CAPABILITY_VERSION, 0)
        self.call(capset, header, bytes(24))

    def has_filters(self, seccomp: int) -> bool:
        """Whether this kernel offers seccomp filters that can refuse calls with an error number.

        Args:
            seccomp: number of the system call `seccomp`.
        """
        action = struct.pack("I", _RET_ERRNO)
        try:
            self.call(seccomp, _GET_ACTION_AVAILABLE, 0, action)
        except OSError:
            return False
        return True

    def install_filter(self, seccomp: int, code: bytes, size: int) -> None:
        """Judge all further system calls of this process with a program, for ever.

        Args:
            seccomp: number of the system call `seccomp`.
            code: the program.
            size: how many instructions it has.

        Raises:
            OSError: where the kernel refuses the program, or `no_new_privs` is not set.
        """
        memory = ctypes.create_string_buffer(code, len(code))
        # struct sock_fprog: a number of 16 bits, padding, the address of the instructions
        self.call(seccomp, _SET_MODE_FILTER, 0, struct.pack("@HP", size, ctypes.addressof(memory)))

    def parent_death_signal(self) -> int:
        """Which signal this process gets when its parent dies, 0 for none."""
        signal = ctypes.c_int(0)
        zero = ctypes.c_ulong(0)
        self._library.prctl(ctypes.c_int(PR_GET_PDEATHSIG), ctypes.byref(signal), zero, zero, zero)
        return signal.value


def shield() -> None:
    """Keep other processes of this user out of this one: no core dump, no ptrace, no reading of `/proc/<pid>/mem`.

    For the trusted processes (grader, examiner), where the kernel allows it; a confined process is stopped by its own
    filter already, so this is a second wall.
    """
    Kernel().prctl(PR_SET_DUMPABLE, 0)
