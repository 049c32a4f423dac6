"""The examiner's end of a student process, with a fork server and a student that are told what to do."""

import contextlib
import os
import socket
import threading
import time

import pytest

from autograder.engine import process as processes
from autograder.engine.process import Reply, StudentProcess
from autograder.errors import EngineError, WireError
from autograder.wire import FROM_EXAMINER, Channel, decode, encode


class Stage:
    """A fork server that does nothing but note what it was asked, and a student process that is a function.

    Attributes:
        requests: what the fork server was asked.
        notes: answers of the fork server, by the first word of the request.
        process: under test.
    """

    def __init__(self):
        self.requests = []
        self.notes = {
            "student": b"started 99",
            "interrupt": b"interrupted 99",
            "kill": b"ended 99 -9 ",
        }
        self.interrupted = threading.Event()
        self.act = lambda stage, request: None
        ours, self.theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.server = ours
        self.process = StudentProcess(ours)
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        with contextlib.suppress(OSError):
            while True:
                request, descriptors, _, _ = socket.recv_fds(self.theirs, 4096, 1)
                if not request:
                    return
                kind = request.decode().split()[0]
                self.requests.append(request)
                if descriptors:
                    self.channel = Channel(descriptors[0], descriptors[0], FROM_EXAMINER)
                    threading.Thread(target=self._student, daemon=True).start()
                if kind == "interrupt":
                    self.interrupted.set()
                for note in self.notes[kind].split(b";"):
                    self.theirs.send(note)

    def _student(self):
        with contextlib.suppress(WireError, OSError):
            while True:
                request = decode(self.channel.receive(), limits=FROM_EXAMINER)
                self.act(self, request)

    def answer(self, *values):
        """Say something as the student process."""
        self.channel.send(encode(values))


@pytest.fixture
def stage(monkeypatch, tmp_path):
    """A started student process."""
    monkeypatch.setattr(processes, "GRACE", 0.3)
    monkeypatch.setattr(processes, "BURIAL", 0.3)
    stage = Stage()
    stage.process.start(tmp_path, 5)
    yield stage
    stage.process.end()
    stage.server.close()
    stage.theirs.close()


def run(stage, seconds=5.0):
    """Run a cell."""
    return stage.process.run("1", 100, time.monotonic() + seconds)


def test_cells_are_numbered_and_answers_carry_the_number(stage):
    stage.act = lambda stage, request: stage.answer(request[1], request[2] == b"1", [("stream", {})])
    assert run(stage) == (Reply.OK, [("stream", {})])
    assert run(stage)[0] is Reply.OK
    stage.act = lambda stage, request: stage.answer(request[1] - 1, True, [])
    assert run(stage) == (Reply.DEAD, [])
    assert stage.process.farewell.startswith("it answered with something that is no answer: a cell's answer")


def test_an_answer_that_comes_with_the_interrupt_is_not_taken_for_the_next_one(stage):
    def late(stage, request):
        stage.interrupted.wait(5)
        stage.answer(request[1], True, ["late"])

    stage.act = late
    assert run(stage, 0.1) == (Reply.TIMEOUT, ["late"])
    stage.act = lambda stage, request: stage.answer(request[1], False, ["next"])
    assert run(stage) == (Reply.ERROR, ["next"])


def test_the_next_cell_is_not_sent_before_the_interrupt_was(stage):
    stage.notes["interrupt"] = b"rubbish"
    assert run(stage, 0.1) == (Reply.STUCK, [])


def test_a_cell_that_does_not_stop_is_stuck(stage):
    assert run(stage, 0.1) == (Reply.STUCK, [])
    assert [request.split()[0] for request in stage.requests] == [b"student", b"interrupt"]


def test_an_answer_twice_is_dead(stage):
    def twice(stage, request):
        for _ in range(2):
            stage.answer(request[1], True, [])

    stage.act = twice
    replies = [run(stage)[0] for _ in range(2)]
    assert replies[-1] is Reply.DEAD or replies[0] is Reply.DEAD


@pytest.mark.parametrize(
    "answer", [(), (1,), (1, 1, []), (1, True, "x"), (1, True, {}), ("1", True, []), (1, True, [], 0)]
)
def test_rubbish_is_dead(stage, answer):
    stage.act = lambda stage, request: stage.answer(*answer)
    assert run(stage)[0] is Reply.DEAD


def test_bytes_that_mean_nothing_are_dead(stage):
    stage.act = lambda stage, request: os.write(stage.channel._writing, b"\xff" * 100)
    assert run(stage)[0] is Reply.DEAD


def test_how_a_process_ended_is_told_by_the_fork_server(stage):
    def die(stage, request):
        stage.channel.close()
        stage.theirs.send(b"ended 99 -9 used more than 64 threads")

    stage.act = die
    assert run(stage)[0] is Reply.DEAD
    assert stage.process.farewell == "it used more than 64 threads"
    stage.process.end()
    assert not any(request.startswith(b"kill") for request in stage.requests), "it was buried already"


def test_only_the_fork_server_kills_and_notes_of_earlier_processes_are_skipped(stage, tmp_path, monkeypatch):
    monkeypatch.setattr(os, "kill", None)
    stage.process.end()
    assert stage.requests[-1] == b"kill 99"
    stage.notes["student"] = b"ended 99 -9 ;started 100"
    stage.process.start(tmp_path, 5)
    assert stage.process.farewell == ""


def test_a_fork_server_that_says_no_or_nothing_is_our_error(stage, tmp_path):
    stage.process.end()
    stage.notes["student"] = b"refused [Errno 11] Resource temporarily unavailable"
    with pytest.raises(EngineError, match="could not start a process: .*Resource temporarily unavailable"):
        stage.process.start(tmp_path, 5)
    stage.process.end()
    stage.notes["student"] = b"what?"
    with pytest.raises(EngineError, match="the fork server does not answer"):
        stage.process.start(tmp_path, 0.1)
    stage.process.end()
    stage.theirs.shutdown(socket.SHUT_RDWR)
    with pytest.raises(EngineError, match="the fork server has ended"):
        stage.process.start(tmp_path, 0.1)


def test_a_check_that_is_answered_before_it_has_begun_is_a_breach(stage):
    stage.act = lambda stage, request: stage.answer("early")
    with pytest.raises(WireError, match="a check was answered before it had begun"):
        stage.process.client(time.monotonic() + 5)
