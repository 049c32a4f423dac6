"""Between two calls into the student's code, a check reads what it has assigned, and finds the objects that it has found."""

import numpy as np

from autograder import judge
from autograder.wire import encode
from autograder.wire.conversation import RETURN
from autograder.wire.references import CALLABLE, Shown

NOTHING = encode((None, (), 0))


def sent(value) -> bytes:
    """An answer with references in it."""
    return encode((value, (), 0), refer=lambda reference: reference)


def a_model(forged):
    """A proxy of an object that can be called; the next question has the number 2."""
    client, forger = forged
    forger.send(RETURN, 1, sent(Shown(5, CALLABLE, "Model", "")))
    return client.get("model"), forger


def test_what_was_assigned_is_read_without_asking(forged) -> None:
    """A property that takes no value has no say; what the check does with the array changes nothing."""
    model, forger = a_model(forged)
    forger.send(RETURN, 2, NOTHING)
    judge.assign(model, "W", np.ones(2))
    model.W[0] = 7
    assert model.W.tolist() == [1.0, 1.0]
    forger.send(RETURN, 3, NOTHING)
    model.training = False
    assert model.training is False
    assert model.W.tolist() == [1.0, 1.0]


def test_after_a_call_the_object_is_asked_again(forged) -> None:
    """A training step changes what was assigned."""
    model, forger = a_model(forged)
    forger.send(RETURN, 2, NOTHING)
    model.W = np.ones(2)
    forger.send(RETURN, 3, NOTHING)
    model()
    forger.send(RETURN, 4, sent(np.zeros(2)))
    assert model.W.tolist() == [0.0, 0.0]


def test_data_that_was_not_assigned_is_asked_for_each_time(forged) -> None:
    """It may be another name of what was assigned."""
    model, forger = a_model(forged)
    for serial, value in ((2, 1.0), (3, 2.0)):
        forger.send(RETURN, serial, sent([np.full(1, value)]))
        assert model.parameters[0] == value


def test_objects_inside_stay_the_same_until_a_call(forged) -> None:
    """A property that makes new ones at each reading would hide those that the check has given values."""
    model, forger = a_model(forged)
    forger.send(RETURN, 2, sent([Shown(6, 0, "Layer", ""), Shown(7, 0, "Layer", "")]))
    first = model.layers
    assert all(one is other for one, other in zip(first, model.layers, strict=True))
    forger.send(RETURN, 3, NOTHING)
    model()
    forger.send(RETURN, 4, sent([Shown(8, 0, "Layer", "")]))
    assert len(model.layers) == 1


def test_what_was_deleted_is_asked_for(forged) -> None:
    """The method of the class shows again."""
    model, forger = a_model(forged)
    forger.send(RETURN, 2, NOTHING)
    model.forward = 3
    forger.send(RETURN, 3, NOTHING)
    del model.forward
    forger.send(RETURN, 4, sent(Shown(9, CALLABLE, "method", "forward")))
    assert callable(model.forward)
