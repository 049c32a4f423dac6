"""The student's side: does what the examiner asks, on the names of the student's notebook.

It runs in the student's process, so the student's code can do with it whatever it likes; nothing here protects anything.
"""

import importlib
from typing import Any

import numpy as np

from autograder.judge import assign
from autograder.judge.undisturbed import undisturbed
from autograder.proxies import failures
from autograder.proxies.borrowed import borrowed_function, borrowed_object
from autograder.proxies.failures import Failure
from autograder.proxies.plain import plain
from autograder.proxies.questions import Question
from autograder.wire import FROM_EXAMINER, FROM_STUDENT, Channel, Decoder, Encoder, Limits, TooLarge
from autograder.wire.conversation import ERROR, RETURN, Conversation
from autograder.wire.references import CALLABLE, CLASS, MAPPING, Importable, Known, Reference, Shown, Stream


class ByReference:
    """Marks what is shown even though it could travel."""

    def __init__(self, value: Any) -> None:
        self.value = value


class Server(Conversation):
    """Answers one check.

    Args:
        namespace: the names of the student's notebook; read, never changed.
        channel: to a `Client`.
        limits: of what is sent.
    """

    def __init__(self, namespace: dict[str, Any], channel: Channel, limits: Limits = FROM_STUDENT) -> None:
        super().__init__(channel, limits)
        self._namespace = namespace
        self._shown: dict[int, list] = {}  # number -> [object, how often it was sent]
        self._numbers: dict[int, int] = {}  # id -> number
        self._borrowed: dict[int, Any] = {}  # number at the examiner's -> what stands for it here
        self._origins: dict[int, Reference] = {}  # id of such a thing -> what the examiner knows it by
        self._imported: list[Any] = []
        self._raised: dict[int, BaseException] = {}
        self._next = 0
        self._over = False
        self._printed: Any = None

    def run(self) -> None:
        """Answer until the check is over.

        As in Jupyter, a check leaves no trace in the notebook: random state, warnings, figures and what is
        printed are as they were.

        Raises:
            WireClosed: the examiner's process has ended.
        """
        with undisturbed() as self._printed:
            while not self._over:
                self._serve(*self._receive())
                self._raised.clear()
                self._printed.seek(0)
                self._printed.truncate()

    def ask_examiner(self, question: int, *details: Any) -> Any:
        """Ask for something of what the check has handed over; see `Callback`.

        Raises:
            RuntimeError: the check is over.
        """
        if self._over:
            raise RuntimeError("the check that this function belongs to is over")
        return self._ask(question, *details)

    def _serve(self, question: int, serial: int, body: memoryview) -> None:
        before = self._printed.tell()
        given: list[Any] = []
        contents: list[Any] = []
        failure = result = None
        try:
            decoder = Decoder(self._resolve, FROM_EXAMINER)
            released, *details = decoder.decode(body)
            self._release(released)
            if question == Question.CALL:
                given, contents = decoder.numbered, [_content(value) for value in decoder.numbered]
            result = self._done(question, details)
        except BaseException as error:  # noqa: BLE001 - student code raises anything, and the examiner must hear of it
            failure = self._told(error)
        if failure is None:
            try:
                answer = self._encoded(result, given, contents, before)
            except Exception as error:  # noqa: BLE001 - a value too large, or one that changes while it is read
                failure = self._told(error)
        if failure is None:
            self._send(RETURN, serial, answer)
        else:
            try:
                answer = self._encoded(failure.plain(), given, contents, before)
            except Exception:  # noqa: BLE001 - then without the changes
                answer = self._encoded(failure.plain(), [], [], before)
            self._send(ERROR, serial, answer)

    def _encoded(self, value: Any, given: list[Any], contents: list[Any], before: int) -> bytes:
        """The answer: value, changed arguments, how much was printed."""
        changes = tuple(
            (position, _current(now))
            for position, (now, then) in enumerate(zip(given, contents, strict=True))
            if _changed(now, then)
        )
        known = {id(argument): position for position, argument in enumerate(given)}
        printed = max(0, self._printed.tell() - before)
        return Encoder(self._refer, self._sends, known=known).encode((value, changes, printed))

    def _told(self, error: BaseException) -> Failure:
        self._next += 1
        self._raised[self._next] = error
        if isinstance(error, TooLarge):
            error = ValueError(f"what it gives cannot be handed to the check: {error}")
        return failures.of_student(error, self._next)

    def _returned(self, body: memoryview, numbered: list[Any]) -> Any:
        (value,) = Decoder(self._resolve, FROM_EXAMINER).decode(body)
        return value

    def _failed(self, body: memoryview, numbered: list[Any]) -> Any:
        (told,) = Decoder(self._resolve, FROM_EXAMINER).decode(body)
        failure = Failure.read(told)
        # An exception of the student's own that only passed through the check goes on as what it was.
        raise self._raised.get(failure.origin) or failures.callback_error(failure)

    def _release(self, released: tuple) -> None:
        for number, count in released:
            entry = self._shown.get(number)
            if entry is not None:
                entry[1] -= count
                if entry[1] <= 0:
                    del self._shown[number]
                    self._numbers.pop(id(entry[0]), None)

    def _refer(self, value: Any) -> Any:
        if type(value) is ByReference:
            value = value.value
        elif id(value) in self._origins:
            return self._origins[id(value)]
        elif (found := plain(value)) is not None:
            return found
        number = self._numbers.get(id(value))
        if number is None:
            self._next += 1
            number = self._numbers[id(value)] = self._next
            self._shown[number] = [value, 0]
        self._shown[number][1] += 1
        name = getattr(value, "__name__", "") if callable(value) else ""
        return Shown(number, _flags(value), _kind(value), name if type(name) is str else "")

    def _resolve(self, reference: Reference) -> Any:
        match reference:
            case Known(number=number):
                return self._shown[number][0]
            case Importable(module=module, name=name):
                found = getattr(importlib.import_module(module), name)
                self._imported.append(found)
                self._origins[id(found)] = reference
                return found
            case Shown(number=number):
                if number not in self._borrowed:
                    make = borrowed_object if reference.methods or reference.attributes else borrowed_function
                    self._borrowed[number] = make(self.ask_examiner, reference)
                    self._origins[id(self._borrowed[number])] = Known(number)
                return self._borrowed[number]
            case Stream():
                return _generator(reference)
        raise TypeError(f"{reference} means nothing here")

    def _done(self, question: int, details: list[Any]) -> Any:
        match question, details:
            case Question.CALL, (target, args, kwargs):
                return target(*args, **kwargs)
            case Question.GET, (target, name):
                return getattr(target, name)
            case Question.ASSIGN, (target, name, value):
                return assign(target, name, value)
            case Question.NAME, (name,):
                return self._named(self._namespace, name)
            case Question.SET, (target, name, value):
                return setattr(target, name, value)
            case Question.DELETE, (target, name):
                return delattr(target, name)
            case Question.OWN, (target, name):
                own = vars(target)
                return (ByReference(own[name]),) if name in own else ()
            case Question.GET_ITEM, (target, key):
                return target[key]
            case Question.SET_ITEM, (target, key, value):
                target[key] = value
            case Question.DELETE_ITEM, (target, key):
                del target[key]
            case Question.LENGTH, (target,):
                return len(target)
            case Question.TRUTH, (target,):
                return bool(target)
            case Question.CONTAINS, (target, value):
                return value in target
            case Question.ITERATE, (target,):
                return ByReference(iter(target))
            case Question.NEXT, (steps,):
                for value in steps:
                    return (value,)
                return ()
            case Question.CODE, (source, name):
                return self._named(_defined_by(source), name)
            case Question.END, ():
                self._over = True
            case _:
                raise TypeError(f"question {question} with {len(details)} details means nothing here")
        return None

    @staticmethod
    def _named(namespace: dict[str, Any], name: str) -> Any:
        if name not in namespace:
            raise KeyError(name)
        return namespace[name]


def _generator(stream: Stream) -> np.random.Generator:
    numbers = np.random.PCG64()
    numbers.state = {
        "bit_generator": "PCG64",
        "state": {"state": stream.state, "inc": stream.increment},
        "has_uint32": stream.has_half,
        "uinteger": stream.half,
    }
    return np.random.Generator(numbers)


def _defined_by(source: str) -> dict[str, Any]:
    names: dict[str, Any] = {"__name__": "autograder.helper"}
    exec(compile(source, "<helper of a check>", "exec"), names)  # noqa: S102 - the examiner's own code
    return names


def _content(value: Any) -> Any:
    """What an argument holds before the call, to be compared afterwards; its entries have a place of their own."""
    if isinstance(value, np.ndarray):
        return value.tobytes()
    return list(value.items()) if isinstance(value, dict) else list(value)


def _changed(value: Any, before: Any) -> bool:
    if isinstance(value, np.ndarray):
        return value.tobytes() != before
    now = _content(value)
    if len(now) != len(before):
        return True
    if isinstance(value, dict):
        return any(
            key is not old_key or item is not old
            for (key, item), (old_key, old) in zip(now, before, strict=True)
        )
    return any(item is not old for item, old in zip(now, before, strict=True))


def _current(value: Any) -> Any:
    """An argument's contents as an object of its own, which is not taken for the argument."""
    return value.view() if isinstance(value, np.ndarray) else type(value)(value)


def _flags(value: Any) -> int:
    flags = CALLABLE if callable(value) else 0
    return flags | (MAPPING if isinstance(value, dict) else 0) | (CLASS if isinstance(value, type) else 0)


def _kind(value: Any) -> str:
    return "numpy array of objects" if isinstance(value, np.ndarray) else str(type(value).__name__)
