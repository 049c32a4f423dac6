"""A student's process, and checks that talk to it."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from autograder.proxies import Client
from autograder.wire import FROM_STUDENT, Channel

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def student_channel():
    """A channel to `student.py`."""
    here, there = socket.socketpair()
    with subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("student.py")), str(there.fileno())],
        pass_fds=[there.fileno()],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    ) as process:
        there.close()
        descriptor = here.detach()
        channel = Channel(descriptor, descriptor, FROM_STUDENT)
        channel.deadline = time.monotonic() + 60
        assert bytes(channel.receive()) == b"ready"
        yield channel
        channel.close()
        process.wait(10)


@pytest.fixture
def client(student_channel):
    """The examiner's side of one check."""
    student_channel.deadline = time.monotonic() + 20
    client = Client(student_channel)
    yield client
    client.close()


class Forger:
    """The other end of a client's channel, on which a test writes what a hostile process would."""

    def __init__(self, there):
        self.there = there

    def send(self, kind, serial, data):
        frame = bytes([kind]) + serial.to_bytes(4, "little") + data
        self.there.sendall(len(frame).to_bytes(4, "little") + frame)

    def receive(self):
        """The next frame of the client, without its length."""
        length = int.from_bytes(self.there.recv(4, socket.MSG_WAITALL), "little")
        return self.there.recv(length, socket.MSG_WAITALL)


@pytest.fixture
def forged():
    """A client, and a `Forger` that answers it; the client's questions have the numbers 1, 2, ..."""
    here, there = socket.socketpair()
    descriptor = here.detach()
    channel = Channel(descriptor, descriptor, FROM_STUDENT)
    channel.deadline = time.monotonic() + 1
    yield Client(channel), Forger(there)
    channel.close()
    there.close()
