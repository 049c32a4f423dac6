"""How much one frame may hold. Whoever reads a frame allocates no more than a small multiple of it."""

from dataclasses import dataclass, replace

MIB = 2**20


@dataclass(frozen=True)
class Limits:
    """Bounds for one frame; the sender keeps them, and the receiver checks them again.

    Attributes:
        frame: bytes of a frame.
        depth: nesting of containers.
        items: entries of all containers of a frame together; an empty list takes 56 bytes, so this bounds memory.
        references: objects that are named; each becomes an object of a few hundred bytes.
        text: bytes of one string in UTF-8.
        integer: bytes of one integer.
        tuple_keys: keys of dicts and entries of sets that are tuples. Their hashes can be forged to collide, which
            makes a dict slow; those of numbers of 64 bits hardly, those of text not at all.
    """

    frame: int
    depth: int = 40
    items: int = 200_000
    references: int = 10_000
    text: int = MIB
    integer: int = 128
    tuple_keys: int = 1_000


FROM_STUDENT = Limits(frame=16 * MIB)
"""What the student's process may send: a returned value of 16 MiB is far beyond any network of the course."""


def from_student(frame: int) -> Limits:
    """The same with another size of a frame.

    Args:
        frame: bytes of it.
    """
    return replace(FROM_STUDENT, frame=frame)


FROM_EXAMINER = Limits(frame=128 * MIB)
"""What the examiner sends, such as a training set."""
