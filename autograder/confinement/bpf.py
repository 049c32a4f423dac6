"""A very small assembler for the programs with which seccomp judges system calls.

The program reads `struct seccomp_data` (call number, architecture, six arguments of 64 bits) and returns what shall
happen. Its instructions are those of the classic packet filter: 8 bytes each, jumps forward only.
https://docs.kernel.org/userspace-api/seccomp_filter.html
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Sequence

ALLOW = 0x7FFF0000
KILL = 0x80000000
_ERRNO = 0x00050000

#: offset of the call's number and of the architecture
NUMBER = 0
ARCHITECTURE = 4

#: Stands for the confined process's own id, which is known only after the fork.
OWN_PID = -1

Instruction = tuple[int, int, int, int]  # code, jump if true, jump if false, constant
Block = list[Instruction]


def refuse(number: int) -> int:
    """The answer that makes a call fail with an error number; 0 makes it succeed without doing anything."""
    return _ERRNO | number


def low(argument: int) -> int:
    """Offset of the lower 32 bits of an argument (0 to 5), all that the kernel looks at for an `int`."""
    return 16 + 8 * argument + (0 if sys.byteorder == "little" else 4)


def high(argument: int) -> int:
    """Offset of the upper 32 bits of an argument."""
    return 16 + 8 * argument + (4 if sys.byteorder == "little" else 0)


def load(offset: int) -> Instruction:
    """Load a word of `struct seccomp_data`."""
    return (0x20, 0, 0, offset)


def keep_bits(mask: int) -> Instruction:
    """Clear all bits of the loaded word but these."""
    return (0x54, 0, 0, mask)


def answer(value: int) -> Instruction:
    """End the program."""
    return (0x06, 0, 0, value)


def when_equal(value: int, then: Block) -> Block:
    """Run `then`, at most 255 instructions, if the loaded word equals the value; else go on behind it."""
    return [(0x15, 0, len(then), value), *then]


def when_at_least(value: int, then: Block) -> Block:
    """Run `then` if the loaded word is the value or more, as unsigned numbers; else go on behind it."""
    return [(0x35, 0, len(then), value), *then]


def when_any_bit(mask: int, then: Block) -> Block:
    """Run `then` if the loaded word has any of these bits; else go on behind it."""
    return [(0x45, 0, len(then), mask), *then]


class Program:
    """Instructions as the kernel wants them, ready but for the process's own id."""

    def __init__(self, block: Sequence[Instruction]) -> None:
        if len(block) > 4096:  # BPF_MAXINSNS
            raise ValueError(f"{len(block)} instructions, the kernel takes at most 4096")
        self._size = len(block)
        self._code = b"".join(struct.pack("=HBBI", code, jt, jf, k & 0xFFFFFFFF) for code, jt, jf, k in block)
        self._places = [8 * i + 4 for i, (_, _, _, k) in enumerate(block) if k == OWN_PID]

    def __len__(self) -> int:
        return self._size

    def code(self, pid: int) -> bytes:
        """The machine code for the process with this id."""
        code = bytearray(self._code)
        for place in self._places:
            struct.pack_into("=I", code, place, pid)
        return bytes(code)
