"""Frames arrive whole, before the deadline, or not at all."""

import os
import socket
import struct
import time

import pytest

from autograder.errors import WireClosed, WireError, WireTimeout
from autograder.wire import Channel, Limits


@pytest.fixture
def ends():
    """A channel for frames of 1000 bytes with 0.2 s to wait, and the other end as a socket."""
    here, there = socket.socketpair()
    descriptor = here.detach()
    channel = Channel(descriptor, descriptor, Limits(frame=1000))
    channel.deadline = time.monotonic() + 0.2
    yield channel, there
    channel.close()
    there.close()


def test_frames_arrive(ends) -> None:
    """Also in pieces."""
    channel, there = ends
    channel.send(b"abc")
    assert there.recv(100) == b"\x03\0\0\0abc"
    there.send(b"\x05\0")
    there.send(b"\0\0he")
    there.send(b"llo")
    assert bytes(channel.receive()) == b"hello"


def test_two_pipes_are_a_channel_too() -> None:
    """A large frame is written in turns with the reader."""
    (reading, far_writing), (far_reading, writing) = os.pipe(), os.pipe()
    near = Channel(reading, writing, Limits(frame=1000))
    far = Channel(far_reading, far_writing, Limits(frame=1000))
    near.send(b"a" * 1000)
    assert bytes(far.receive()) == b"a" * 1000
    near.close()
    with pytest.raises(WireClosed):
        far.receive()
    far.close()


@pytest.mark.parametrize("sent", [b"", b"\x05\0", b"\x05\0\0\0he"])
def test_silence_ends_at_the_deadline(ends, sent: bytes) -> None:
    """Before a frame, within its length, within its body."""
    channel, there = ends
    there.send(sent)
    with pytest.raises(WireTimeout, match="did not answer in time"):
        channel.receive()


@pytest.mark.parametrize("sent", [b"", b"\x05\0", b"\x05\0\0\0he"])
def test_an_ended_peer_is_told_from_a_silent_one(ends, sent: bytes) -> None:
    """At the same three places."""
    channel, there = ends
    there.send(sent)
    there.close()
    with pytest.raises(WireClosed, match="has ended"):
        channel.receive()


def test_a_peer_that_reads_nothing_cannot_hold_us(ends) -> None:
    """Nor one that has ended."""
    channel, there = ends
    with pytest.raises(WireTimeout, match="did not read"):
        channel.send(bytes(10**7))
    there.close()
    with pytest.raises(WireClosed):
        channel.send(b"abc")


def test_a_long_frame_is_refused_unread(ends) -> None:
    """Its length is enough."""
    channel, there = ends
    there.send(struct.pack("<I", 2**32 - 1))
    with pytest.raises(WireError, match="at most 1000"):
        channel.receive()


def test_two_frames_at_once_are_a_breach(ends) -> None:
    """Both sides take turns."""
    channel, there = ends
    there.send(b"\x01\0\0\0a\x01\0\0\0b")
    with pytest.raises(WireError, match="out of turn"):
        channel.receive()
