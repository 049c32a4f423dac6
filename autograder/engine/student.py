"""The student process: runs the student's and the locked cells, and answers the questions of checks about their names.

Everything in here is untrusted once the first cell has run.
"""

from __future__ import annotations

import dataclasses
import random
import signal
import sys
from contextlib import suppress
from types import FrameType
from typing import Any, Self

import numpy as np

from autograder.engine.messages import Message, error_message
from autograder.engine.shell import CellShell
from autograder.errors import WireClosed
from autograder.proxies import Server
from autograder.wire import (
    FROM_EXAMINER,
    FROM_STUDENT,
    Channel,
    Limits,
    TooLarge,
    decode,
    encode,
    from_student,
)

RUN, CHECK = "run", "check"
"""What the examiner may ask for: run a cell, or answer the questions of one check until it is over."""


def outputs(room: int) -> Limits:
    """Limits of an answer to `RUN`: outputs may be long texts.

    Args:
        room: characters of output that are kept; errors come on top.
    """
    frame = FROM_STUDENT.frame + 4 * room
    return dataclasses.replace(FROM_STUDENT, frame=frame, text=frame)


def serve(shell: CellShell, descriptor: int) -> None:
    """Do what the examiner asks until it closes the channel.

    Args:
        shell: where cells run.
        descriptor: the student's end of the channel.
    """
    interrupts = _Interrupts()
    # A fork inherits the parent's random state, so without this all submissions would draw the same numbers.
    np.random.seed()
    random.seed()
    sys.path[0] = ""  # modules beside the notebook can be imported, as in Jupyter
    channel = Channel(descriptor, descriptor, FROM_EXAMINER)
    with suppress(WireClosed):
        while True:
            request = decode(channel.receive(), limits=FROM_EXAMINER)
            if request[0] == RUN:
                _, serial, source, room = request
                result = _run(shell, str(source, "utf-8", "replace"), room, interrupts)
                channel.send(_answer(serial, *result, outputs(room)))
            else:
                channel.send(encode(True, limits=FROM_STUDENT))  # the two sides take turns
                _, frame = request
                Server(shell.user_ns, channel, from_student(frame)).run()


class _Interrupts:
    """SIGINT stops a running cell and nothing else: it may come when the cell has just ended."""

    def __init__(self) -> None:
        self._running = False
        signal.signal(signal.SIGINT, self._hear)

    def _hear(self, number: int, frame: FrameType | None) -> None:
        if self._running:
            self._running = False  # the clean-up is not interrupted once more
            raise KeyboardInterrupt

    def __enter__(self) -> Self:
        signal.signal(signal.SIGINT, self._hear)  # an earlier cell may have installed another one
        self._running = True
        return self

    def __exit__(self, *exception: object) -> None:
        self._running = False


def _run(shell: CellShell, source: str, room: int, interrupts: _Interrupts) -> tuple[bool, list[Message]]:
    try:
        with interrupts:
            return shell.run(source, room)
    except BaseException as error:  # noqa: BLE001 - IPython catches what a cell raises, but not all that its objects do
        return False, [*shell.record.taken(), error_message(type(error), error, [type(error).__name__])]


def _answer(serial: int, success: bool, messages: list[Message], limits: Limits) -> bytes:
    try:
        return encode((serial, success, messages), limits=limits)
    except (TypeError, TooLarge) as problem:
        text = f"the outputs of this cell cannot be kept: {problem}\n"
        kept: list[Any] = [("stream", {"name": "stderr", "text": text})]
        kept += [message for message in messages if message[0] == "error"][:1]
        return encode((serial, success, kept), limits=limits)
