"""Frames over a stream of bytes that is made before a fork: a pair of sockets, or two pipes.

A frame is its length in four bytes and as many bytes. Both sides take turns, so at most one frame is under way in each
direction; bytes behind a frame are a breach. Neither a peer that sends nothing nor one that reads nothing can hold
this side longer than its deadline.
"""

import contextlib
import os
import select
import struct
import time

from autograder.errors import WireClosed, WireError, WireTimeout
from autograder.wire.limits import Limits

_LENGTH = struct.Struct("<I")
_CHUNK = 2**16  # bytes of one read; the usual frame arrives with the first


class Channel:
    """One end of the conversation.

    Args:
        reading: file descriptor to read from; the channel owns it and makes it non-blocking.
        writing: file descriptor to write to; may be the same.
        limits: of the frames that are received.

    Attributes:
        deadline: `time.monotonic()` at which waiting ends, in seconds; None waits for ever.
    """

    def __init__(self, reading: int, writing: int, limits: Limits) -> None:
        self._reading, self._writing, self._limits = reading, writing, limits
        self.deadline: float | None = None
        for descriptor in {reading, writing}:
            os.set_blocking(descriptor, False)
        self._readable, self._writable = select.poll(), select.poll()
        self._readable.register(reading, select.POLLIN)
        self._writable.register(writing, select.POLLOUT)

    def send(self, data: bytes) -> None:
        """Write one frame.

        Raises:
            WireTimeout: the peer does not read.
            WireClosed: the peer is gone.
        """
        rest = memoryview(_LENGTH.pack(len(data)) + data)
        while rest:
            try:
                rest = rest[os.write(self._writing, rest) :]
            except BlockingIOError:
                self._wait(self._writable, "did not read what was sent")
            except (BrokenPipeError, ConnectionResetError):
                raise WireClosed("the other process has ended.") from None

    def receive(self) -> memoryview:
        """Read one frame.

        Raises:
            WireTimeout: it does not come, or not as a whole.
            WireClosed: the peer is gone, before a frame or within one.
            WireError: it is too long, or more follows.
        """
        data = self._read(_CHUNK)
        while len(data) < _LENGTH.size:
            data += self._read(_CHUNK)
        (length,) = _LENGTH.unpack_from(data)
        if length > self._limits.frame:
            raise WireError(
                f"a frame of {length} bytes was announced; at most {self._limits.frame} are read."
            )
        missing = _LENGTH.size + length - len(data)
        if missing < 0:
            raise WireError("a frame came out of turn.")
        if missing == 0:
            return memoryview(data)[_LENGTH.size :]
        # What was announced is allocated as it comes: a liar costs only what it really sends.
        frame = bytearray(data)
        while missing:
            part = self._read(min(missing, 16 * _CHUNK))
            frame += part
            missing -= len(part)
        return memoryview(frame)[_LENGTH.size :]

    def _read(self, size: int) -> bytes:
        while True:
            try:
                data = os.read(self._reading, size)
            except BlockingIOError:
                self._wait(self._readable, "did not answer")
                continue
            except ConnectionResetError:
                data = b""
            if not data:
                raise WireClosed("the other process has ended.")
            return data

    def _wait(self, poll: select.poll, what: str) -> None:
        if self.deadline is None:
            poll.poll()
            return
        left = self.deadline - time.monotonic()
        if left <= 0 or not poll.poll(left * 1000):
            raise WireTimeout(f"the other process {what} in time.")

    def close(self) -> None:
        """Close both descriptors; the peer then reads the end."""
        for descriptor in {self._reading, self._writing}:
            with contextlib.suppress(OSError):
                os.close(descriptor)
