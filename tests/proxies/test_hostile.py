"""Whatever a student's process writes to its descriptor: the examiner does nothing but end the conversation."""

import contextlib
import socket
import threading
import time

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autograder.errors import WireClosed, WireError, WireTimeout
from autograder.proxies import Client
from autograder.proxies.questions import Callback
from autograder.wire import FROM_STUDENT, Channel, Encoder, encode
from autograder.wire.conversation import ERROR, RETURN
from autograder.wire.references import Importable, Known, Shown, Stream

ANSWER = encode((1, (), 0))
ELSEWHERE: list = []


def sent(value) -> bytes:
    """Bytes of a value with references in it."""
    return encode(value, refer=lambda reference: reference)


def error(kinds=("ValueError",), text="", line=None, name=None, number=1, origin=None) -> bytes:
    """Bytes of an exception that was told."""
    return encode(((kinds, text, line, name, number, origin), (), 0))


def answered(forged, *frames) -> str:
    """The sentence with which a question ends that is answered by these frames."""
    client, forger = forged
    for frame in frames:
        forger.send(*frame)
    with pytest.raises(WireError) as caught:
        client.get("softmax")
    assert client.failure is caught.value
    with pytest.raises(WireError, match="the conversation is over"):
        client.get("softmax")
    return str(caught.value)


def test_the_right_answer_is_an_answer(forged) -> None:
    """So that the others fail for their own reason."""
    client, forger = forged
    forger.send(RETURN, 1, ANSWER)
    assert client.get("softmax") == 1


def test_a_function_of_ours_changes_nothing_over_there(forged) -> None:
    """What a sweep over many places is handed, such as the batch of the check, is what the check goes on with."""
    client, forger = forged
    forger.send(RETURN, 1, sent((Shown(1), (), 0)))
    model, batch = client.get("model"), np.ones(3)
    forger.send(RETURN, 2, encode(([1.0], ((0, np.zeros(3)),), 0)))
    with pytest.raises(WireError, match="a change came for an argument that was not sent"):
        model.__autograder_run__(np.sum, batch)
    assert batch.tolist() == [1, 1, 1]


@pytest.mark.parametrize(
    ("frame", "sentence"),
    [
        ((RETURN, 2, ANSWER), "not being asked"),
        ((RETURN, 0, ANSWER), "not being asked"),
        ((ERROR, 7, error()), "not being asked"),
        ((RETURN, 1, encode(1)), "that is none"),
        ((RETURN, 1, encode((1, (), "much"))), "that is none"),
        ((RETURN, 1, encode((1, [], 0))), "that is none"),
        ((RETURN, 1, encode((1, ((0, [1]),), 0))), "not sent"),
        ((RETURN, 1, encode((1, (5,), 0))), "not sent"),
        ((RETURN, 1, sent((Known(0), (), 0))), "not handed over"),
        ((RETURN, 1, sent((Stream(1, 2, 3, 4), (), 0))), "not sent"),
        ((RETURN, 1, sent((Importable("os", "system"), (), 0))), "not handed over"),
        ((ERROR, 1, encode((("ValueError", "text"), (), 0))), "not told as agreed"),
        ((ERROR, 1, error(kinds=(1,))), "not told as agreed"),
        ((ERROR, 1, error(line=(1, "a" * 10_000))), "not told as agreed"),
        ((ERROR, 1, error(line=[1, "a"])), "not told as agreed"),
        ((Callback.CALL, 1, encode((0, "", (), {}))), "not handed over"),
        ((Callback.CALL, 1, encode((-1, "", (), {}))), "not handed over"),
        ((Callback.CALL, 1, encode((True, "", (), {}))), "not handed over"),
        ((Callback.GET, 1, encode((0, "__class__"))), "not handed over"),
        ((Callback.CALL, 1, encode((0, "", (), {1: 2}))), "nobody does"),
        ((9, 1, encode(("import os", "os"))), "nobody does"),
        ((255, 1, encode(())), "nobody does"),
        ((255, 1, encode(5)), "is none"),
    ],
)
def test_wrong_answers_end_the_conversation(forged, frame, sentence: str) -> None:
    """With one sentence; later questions are not even sent."""
    assert sentence in answered(forged, frame)


def test_silence_garbage_and_death_are_told_apart(forged) -> None:
    """The engine makes a timeout, an error, or a killed process of them."""
    client, _ = forged
    with pytest.raises(WireTimeout):
        client.get("softmax")
    assert isinstance(client.failure, WireTimeout)


def test_death_is_told(forged) -> None:
    """A closed descriptor."""
    client, forger = forged
    forger.there.close()
    with pytest.raises(WireClosed):
        client.get("softmax")


def test_replayed_answers_do_not_count(forged) -> None:
    """Each question has a number of its own."""
    client, forger = forged
    forger.send(RETURN, 1, ANSWER)
    assert client.get("softmax") == 1
    assert "not being asked" in answered_again(client, forger)


def answered_again(client, forger) -> str:
    forger.send(RETURN, 1, ANSWER)
    with pytest.raises(WireError) as caught:
        client.get("softmax")
    return str(caught.value)


def shown_function(forged):
    """A proxy of a function, made by the forger."""
    client, forger = forged
    forger.send(RETURN, 1, sent((Shown(5, 1, "function", "f"), (), 0)))
    return client.get("f")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (((1, [2]),), "does not fit its argument"),
        (((2, encode),), "not sent"),
        (((0, {}),), "does not fit its argument"),
        (((99, []),), "not sent"),
        (((-1, []),), "not sent"),
    ],
)
def test_changes_must_fit(forged, changes, sentence: str) -> None:
    """The arguments are numbered: 0 is the array, 1 the dict of keyword arguments."""
    _, forger = forged
    function = shown_function(forged)
    if changes[0][1] is encode:
        changes, sentence = ((0, np.ones(4)),), "does not fit its array"
    forger.send(RETURN, 2, encode((1, changes, 0)))
    with pytest.raises(WireError, match=sentence):
        function(np.zeros(3))


def test_an_argument_that_was_not_sent_is_no_answer(forged) -> None:
    """Position 7 of two."""
    _, forger = forged
    function = shown_function(forged)
    forger.send(RETURN, 2, Encoder(known={id(ELSEWHERE): 7}).encode((ELSEWHERE, (), 0)))
    with pytest.raises(WireError, match="not sent"):
        function(1)


def test_only_what_was_handed_over_is_called(forged) -> None:
    """Methods and attributes of a function are nobody's business; the error goes back as an ordinary one."""
    _, forger = forged
    function = shown_function(forged)
    called = []

    class Secret:
        answer = 42

        def __call__(self):
            called.append(1)

    replies = []

    def hostile() -> None:
        forger.receive(), forger.receive()  # the question about f, and the call
        for question, details in (
            (Callback.CALL, (0, "__init__", (), {})),
            (Callback.GET, (0, "answer")),
            (Callback.SET, (0, "answer", 43)),
        ):
            forger.send(question, 7, encode(details))
            replies.append(forger.receive())
        forger.send(RETURN, 2, ANSWER)

    thread = threading.Thread(target=hostile)
    thread.start()
    assert function(Secret()) == 1
    thread.join()
    assert called == []
    assert Secret.answer == 42
    for reply in replies:
        assert reply[0] == ERROR
        assert b"AttributeError" in reply
        assert b"42" not in reply


@pytest.mark.parametrize(
    ("kinds", "name", "is_a"),
    [
        (("LinAlgError", "ValueError", "Exception"), "LinAlgError", ValueError),
        (("StopIteration", "Exception"), "StopIteration", Exception),
        (("GeneratorExit", "BaseException"), "GeneratorExit", Exception),
        (("WireError",), "WireError", Exception),
        (("Wrong",), "Wrong", Exception),
        (("<b>", "TypeError"), "Exception", TypeError),
        ((), "Exception", Exception),
    ],
)
def test_exceptions_are_named_but_never_ours(forged, kinds, name: str, is_a: type) -> None:
    """A name is a name: no class of the examiner's is looked up but some builtin ones."""
    client, forger = forged
    forger.send(ERROR, 1, error(kinds, "text", origin=1))
    with pytest.raises(Exception, match="text") as caught:
        client.get("softmax")
    assert type(caught.value).__name__ == name
    assert isinstance(caught.value, is_a)
    assert not isinstance(caught.value, StopIteration | GeneratorExit | WireError)
    assert client.failure is None


def test_names_of_objects_are_names(forged) -> None:
    """They become part of messages."""
    client, forger = forged
    forger.send(RETURN, 1, sent((Shown(5, 1, "<script>", "a\nb"), (), 0)))
    assert repr(client.get("f")) == "<object in the student's process>"


@given(st.integers(0, 255), st.integers(0, 3), st.binary(max_size=60))
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_random_frames_do_no_harm(kind: int, serial: int, data: bytes) -> None:
    """They end the conversation, or are an error of the student's code."""
    here, there = socket.socketpair()
    descriptor = here.detach()
    channel = Channel(descriptor, descriptor, FROM_STUDENT)
    channel.deadline = time.monotonic() + 0.05
    frame = bytes([kind]) + serial.to_bytes(4, "little") + data
    there.sendall(len(frame).to_bytes(4, "little") + frame)
    with contextlib.suppress(Exception, WireError):
        Client(channel).get("softmax")
    channel.close()
    there.close()
