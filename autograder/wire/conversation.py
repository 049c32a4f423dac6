"""Questions and answers between two processes, one thread each, nested as deep as functions call each other.

Either side asks, waits for the answer, and meanwhile does what the other side asks of it. Every frame begins with what
it is and a serial number; an answer carries the number of its question, and the question that was asked last is
answered first.
"""

import struct
from abc import ABC, abstractmethod
from typing import Any

from autograder.errors import WireError
from autograder.wire.channel import Channel
from autograder.wire.encoder import Encoder
from autograder.wire.limits import Limits

_HEADER = struct.Struct("<BI")

RETURN, ERROR = 0, 1  # answers; every other number is a question

MAX_DEPTH = 30  # questions that wait for their answer at the same time


class Conversation(ABC):
    """One side of it; subclasses say what questions mean.

    Args:
        channel: to the other side.
        sends: limits of the frames that this side sends.

    Attributes:
        channel: as given; its deadline may be changed between two questions.
    """

    def __init__(self, channel: Channel, sends: Limits) -> None:
        self.channel = channel
        self._sends = sends
        self._serial = 0
        self._depth = 0

    def _ask(self, question: int, *details: Any, number: bool = False) -> Any:
        """Ask, and do what the other side asks until it answers.

        Args:
            question: what is asked.
            *details: what belongs to it.
            number: whether the answer may name lists, dicts, sets and arrays of the details.

        Raises:
            RecursionError: too many questions are waiting already.
            TooLarge, TypeError: the details cannot be sent; nothing was sent.
            WireError: no answer can come any more.
        """
        if self._depth >= MAX_DEPTH:
            raise RecursionError("functions of the check and of the student call each other too deeply.")
        self._serial = serial = (self._serial + 1) % 2**32
        encoder = Encoder(self._refer, self._sends, number=number)
        self._send(question, serial, encoder.encode(details))
        self._depth += 1
        try:
            while True:
                kind, number_of, body = self._receive()
                if kind > ERROR:
                    self._serve(kind, number_of, body)
                elif number_of != serial:
                    raise WireError("an answer came to a question that is not being asked.")
                elif kind == RETURN:
                    return self._returned(body, encoder.numbered)
                else:
                    return self._failed(body, encoder.numbered)
        finally:
            self._depth -= 1

    def _send(self, kind: int, serial: int, data: bytes) -> None:
        self.channel.send(_HEADER.pack(kind, serial) + data)

    def _receive(self) -> tuple[int, int, memoryview]:
        frame = self.channel.receive()
        if len(frame) < _HEADER.size:
            raise WireError("a frame came that is too short.")
        return *_HEADER.unpack_from(frame), frame[_HEADER.size :]

    @abstractmethod
    def _refer(self, value: Any) -> Any:
        """What is sent for a value that does not travel; see `Encoder`."""

    @abstractmethod
    def _serve(self, question: int, serial: int, body: memoryview) -> None:
        """Do what the other side asks, and answer it."""

    @abstractmethod
    def _returned(self, body: memoryview, numbered: list[Any]) -> Any:
        """The value of an answer."""

    @abstractmethod
    def _failed(self, body: memoryview, numbered: list[Any]) -> Any:
        """Raise what an answer says was raised."""
