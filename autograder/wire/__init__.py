"""How the examiner's process and the student's process talk: values as bytes, and frames of bytes on a stream.

`codec` turns values into bytes and back, by a strict whitelist; `references` names what stays where it is;
`channel` sends and receives frames before a deadline. Nothing here knows an exercise, and nothing trusts what it reads.
"""

from autograder.wire.channel import Channel
from autograder.wire.codec import decode, encode
from autograder.wire.decoder import Decoder
from autograder.wire.encoder import Encoder, TooLarge
from autograder.wire.limits import FROM_EXAMINER, FROM_STUDENT, Limits, from_student

__all__ = [
    "FROM_EXAMINER",
    "FROM_STUDENT",
    "Channel",
    "Decoder",
    "Encoder",
    "Limits",
    "TooLarge",
    "decode",
    "encode",
    "from_student",
]
