"""Values as bytes, by a strict whitelist.

    data = encode([1, 2.5, numpy.ones(3)])
    decode(data)                        # the same again; WireError, one sentence, for any other bytes

None, booleans, integers, floats, complex numbers, text, bytes, lists, tuples, dicts and sets of these, slices, numpy
scalars and arrays of plain dtypes travel by value, and only if they are of exactly these types. For everything else an
encoder is given `refer`, which makes a reference (`autograder.wire.references`) or a plain value of it, and a
decoder `resolve`, which finds what a reference means. There is no pickle, no eval, and no class is looked up by name.
"""

from typing import Any

from autograder.wire.decoder import Decoder, Resolve, unresolved
from autograder.wire.encoder import Encoder, Refer, no_references
from autograder.wire.limits import FROM_EXAMINER, FROM_STUDENT, Limits


def encode(value: Any, refer: Refer = no_references, limits: Limits = FROM_EXAMINER) -> bytes:
    """The bytes of one value; see `Encoder`."""
    return Encoder(refer, limits).encode(value)


def decode(data: bytes, resolve: Resolve = unresolved, limits: Limits = FROM_STUDENT) -> Any:
    """The value of some bytes; see `Decoder`."""
    return Decoder(resolve, limits).decode(data)
