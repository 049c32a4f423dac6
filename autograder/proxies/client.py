"""The examiner's side: asks the student's process, and does nothing that it was not asked to do.

What comes from the other side is data by value, proxies, and calls of functions that a check has handed over.
"""

import io
import sys
import weakref
from typing import Any

import numpy as np

from autograder.errors import WireError
from autograder.proxies import failures
from autograder.proxies.failures import Failure
from autograder.proxies.held import Held
from autograder.proxies.lent import Lent
from autograder.proxies.plain import plain
from autograder.proxies.proxy import Proxy, proxy
from autograder.proxies.questions import Callback, Question
from autograder.wire import FROM_EXAMINER, FROM_STUDENT, Channel, Decoder, Encoder, Limits
from autograder.wire.conversation import ERROR, RETURN, Conversation
from autograder.wire.references import Argument, Importable, Known, Reference, Shown

MAX_RAISED = (
    100  # exceptions of callbacks that are kept, to be raised again where student code lets them pass
)

_HARMLESS = frozenset(Question) - {Question.CALL, Question.CODE, Question.SET_ITEM, Question.DELETE_ITEM}
"""Questions after which an honest object is what it was, but for the attribute that they are about."""


class Client(Conversation):
    """Everything that a check cell knows of the student's process.

    Args:
        channel: to a `Server`; its `deadline` is when waiting for the student's code ends.
        limits: of what is received.

    Attributes:
        failure: why the conversation ended before its time, or None. The verdict of a check that was under way
            is then void, whatever it says.
    """

    def __init__(self, channel: Channel, limits: Limits = FROM_STUDENT) -> None:
        super().__init__(channel, FROM_EXAMINER)
        self._receives = limits
        self.failure: BaseException | None = None
        self._lent = Lent()
        self._held = Held()
        self._proxies: weakref.WeakValueDictionary[int, Proxy] = weakref.WeakValueDictionary()
        self._released: list[tuple[int, int]] = []
        self._raised: dict[int, BaseException] = {}
        self._raised_count = 0

    def get(self, name: str) -> Any:
        """What the student's notebook has under a name: data by value, everything else as a proxy.

        Raises:
            KeyError: there is no such name.
        """
        return self.ask(Question.NAME, name)

    def send_code(self, source: str, name: str) -> Any:
        """Run a helper in the student's process, apart from the notebook's names; for what must run there, such as autograd.

        Args:
            source: Python code; the student can read it.
            name: what the source defines and what comes back.
        """
        return self.ask(Question.CODE, source, name)

    def read(self, owner: Proxy, name: str) -> Any:
        """An attribute of the student's object; see `Held` for when it is not asked for."""
        place = (owner.__autograder_shown__.number, name)
        if place in self._held:
            return self._held.get(place)
        found = self.ask(Question.GET, owner, name)
        self._held.seen(place, found)
        return found

    def write(self, question: Question, owner: Proxy, name: str, *value: Any) -> None:
        """Set, assign or delete an attribute of the student's object."""
        place = (owner.__autograder_shown__.number, name)
        self._held.removed(place)
        self.ask(question, owner, name, *value)
        if value:
            self._held.assigned(place, *value)

    def close(self) -> None:
        """Let the other side go on with its notebook; functions that were handed over are dead from now on."""
        if self.failure is None:
            self.ask(Question.END)

    def ask(self, question: Question, *details: Any, number: bool = False) -> Any:
        """Ask the student's process; see `Question`.

        Raises:
            RemoteError: the student's code raised an exception.
            WireError: the conversation is over.
        """
        if self.failure is not None:
            raise WireError(f"the conversation is over: {self.failure}")
        released = ()
        if self._released:
            released = tuple(self._released)
            self._released.clear()
        if question not in _HARMLESS:
            self._held.forget()
        try:
            return self._ask(question, released, *details, number=number)
        except Exception:
            raise
        except BaseException as error:
            # Also an interrupt from outside: who knows what the other side is waiting for now.
            self.failure = self.failure or error
            raise
        finally:
            if question not in _HARMLESS:
                self._held.forget()
            if self._depth == 0:
                self._raised.clear()

    def release(self, number: int, count: int) -> None:
        """Tell the other side with the next question that a reference is not needed any more.

        Args:
            number: of the reference.
            count: how often it has come; it may be on its way once more.
        """
        self._released.append((number, count))

    def _refer(self, value: Any) -> Any:
        if isinstance(value, Proxy):
            if value.__autograder_client__ is not self:
                raise TypeError(f"{value!r} is of another check.")
            return Known(value.__autograder_shown__.number)
        found = plain(value)
        return self._lent.show(value) if found is None else found

    def _resolve(self, reference: Reference, numbered: list[Any] | None = None) -> Any:
        match reference:
            case Shown(number=number):
                found = self._proxies.get(number)
                if found is None:
                    found = self._proxies[number] = proxy(self, reference)
                count = found.__autograder_count__
                object.__setattr__(found, "__autograder_count__", count + 1)
                return found
            case Known(number=number):
                return self._lent.find(number)
            case Importable():
                return self._lent.imported(reference)
            case Argument(position=position) if numbered is not None and position < len(numbered):
                return numbered[position]
        raise WireError("an answer names an argument that was not sent.")

    def _read(self, body: memoryview, numbered: list[Any] | None = None) -> tuple:
        details = Decoder(lambda reference: self._resolve(reference, numbered), self._receives).decode(body)
        if type(details) is not tuple:
            raise WireError("an answer came that is none.")
        return details

    def _returned(self, body: memoryview, numbered: list[Any]) -> Any:
        match self._read(body, numbered):
            case (value, tuple() as changes, int() as printed):
                _copy_back(changes, numbered)
                _tell_printed(printed)
                return value
        raise WireError("an answer came that is none.")

    def _failed(self, body: memoryview, numbered: list[Any]) -> Any:
        match self._read(body, numbered):
            case (told, tuple() as changes, int() as printed):
                failure = Failure.read(told)
                _copy_back(changes, numbered)
                _tell_printed(printed)
                if failure.origin in self._raised:
                    raise self._raised[failure.origin]
                raise failures.remote_error(failure)
        raise WireError("an error came that is not told as agreed.")

    def _serve(self, question: int, serial: int, body: memoryview) -> None:
        """Call, read or set what was handed over, for the student's code."""
        self._held.forget()
        details = self._read(body)
        try:
            answer = Encoder(self._refer).encode((self._done(question, details),))
        except Exception as error:  # noqa: BLE001 - student code calls with anything; it has to live with what is raised
            self._raised_count += 1
            self._raised[self._raised_count] = error
            if len(self._raised) > MAX_RAISED:
                del self._raised[next(iter(self._raised))]
            told = failures.of_examiner(error, self._raised_count)
            self._send(ERROR, serial, Encoder().encode((told.plain(),)))
        else:
            self._send(RETURN, serial, answer)
        finally:
            self._held.forget()

    def _done(self, question: int, details: tuple) -> Any:
        match question, details:
            case Callback.CALL, (int() as number, str() as method, tuple() as args, dict() as kwargs):
                if all(type(key) is str for key in kwargs):
                    return self._lent.call(number, method, args, kwargs)
            case Callback.GET, (int() as number, str() as name):
                return self._lent.get(number, name)
            case Callback.SET, (int() as number, str() as name, value):
                return self._lent.set(number, name, value)
        raise WireError("the student's process asks for something that nobody does.")


def _copy_back(changes: tuple, numbered: list[Any]) -> None:
    """Make the changes of arguments that the student's code changed in place.

    Raises:
        WireError: a change does not fit its argument.
    """
    for change in changes:
        match change:
            case (int() as position, content) if 0 <= position < len(numbered):
                _overwrite(numbered[position], content)
            case _:
                raise WireError("a change came for an argument that was not sent.")


def _overwrite(target: Any, content: Any) -> None:
    if type(content) is not type(target):
        raise WireError("a change came that does not fit its argument.")
    if isinstance(target, np.ndarray):
        if (content.shape, content.dtype) != (target.shape, target.dtype):
            raise WireError("a change came that does not fit its array.")
        if target.flags.writeable:
            target[...] = content
    elif isinstance(target, list):
        target[:] = content
    else:
        target.clear()
        target.update(content)


def _tell_printed(count: int) -> None:
    """Let `judge.call` know that something was printed; inside a check, where printing shows nowhere."""
    if count > 0 and type(sys.stdout) is io.StringIO:
        sys.stdout.write(" ")
