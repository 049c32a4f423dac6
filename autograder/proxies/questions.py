"""What the two sides ask each other; see `autograder.wire.conversation`."""

from enum import IntEnum


class Question(IntEnum):
    """What the examiner asks. Each is followed by the references that it has released, then by what is listed."""

    NAME = 2  # name -> value
    GET = 3  # object, attribute -> value
    SET = 4  # object, attribute, value
    DELETE = 5  # object, attribute
    OWN = 6  # object, attribute -> () or a reference to what the object itself holds
    ASSIGN = 7  # object, attribute, array: `judge.assign`
    CALL = 8  # object, positional arguments, keyword arguments -> value
    GET_ITEM = 9  # object, key -> value
    SET_ITEM = 10  # object, key, value
    DELETE_ITEM = 11  # object, key
    LENGTH = 12  # object -> integer
    TRUTH = 13  # object -> boolean
    CONTAINS = 14  # object, value -> boolean
    ITERATE = 15  # object -> reference to an iterator
    NEXT = 16  # iterator -> () at its end, or a value
    CODE = 17  # source, name -> what the source defines under the name
    END = 18  # nothing follows


class Callback(IntEnum):
    """What the student's process asks of what was handed over: its number, then what is listed."""

    CALL = 2  # method or "", positional arguments, keyword arguments -> value
    GET = 3  # attribute -> value
    SET = 4  # attribute, value
