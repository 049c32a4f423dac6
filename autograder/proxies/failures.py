"""Exceptions as data: the names of their types and a text, never a traceback, never an object."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.errors import WireError
from autograder.judge.calls import MAX_LINE, student_line
from autograder.judge.elsewhere import RemoteError

MAX_TEXT = 2_000  # characters of an error's text
MAX_KIND = 80  # characters of the name of an exception

_BASES: dict[str, type[BaseException]] = {
    kind.__name__: kind
    for kind in (
        ArithmeticError,
        AssertionError,
        AttributeError,
        EOFError,
        FloatingPointError,
        ImportError,
        IndexError,
        KeyError,
        LookupError,
        MemoryError,
        ModuleNotFoundError,
        NameError,
        NotImplementedError,
        OSError,
        OverflowError,
        RecursionError,
        RuntimeError,
        SyntaxError,
        SystemExit,
        TypeError,
        UnboundLocalError,
        ValueError,
        ZeroDivisionError,
    )
}
"""Builtin exceptions that a remote one may be as well. `StopIteration` is not among them: it would end a loop of the
examiner's in silence."""

_TOLD = (ArithmeticError, AttributeError, LookupError, NotImplementedError, TypeError, ValueError)
"""What the student's code may read of an error in a function that the check handed over: mistakes in how it was
called. Anything else, such as a verdict with expected values, is not its business."""


@dataclass(frozen=True)
class Failure:
    """An exception as it crosses.

    Attributes:
        kinds: the name of its type, then those of the builtin exceptions above it.
        text: what `str` gives, cut.
        line: number and text of the student's own line, or None.
        name: what a NameError does not find, or None.
        number: its place in the sender's table of exceptions.
        origin: its place in the receiver's table, if it came from there, or None.
    """

    kinds: tuple[str, ...]
    text: str
    line: tuple[int, str] | None = None
    name: str | None = None
    number: int = 0
    origin: int | None = None

    def plain(self) -> tuple:
        """What is sent."""
        return (self.kinds, self.text, self.line, self.name, self.number, self.origin)

    @classmethod
    def read(cls, plain: Any) -> "Failure":
        """What came.

        Raises:
            WireError: it is none.
        """
        match plain:
            case (tuple() as kinds, str() as text, line, None | str() as name, int(), None | int()):
                if (
                    all(type(kind) is str for kind in kinds)
                    and _is_line(line)
                    and len(name or "") <= MAX_TEXT
                ):
                    return cls(kinds, text[:MAX_TEXT], line, name, plain[4], plain[5])
        raise WireError("an error came that is not told as agreed.")


def _is_line(line: Any) -> bool:
    return line is None or (
        type(line) is tuple
        and [type(part) for part in line] == [int, str]
        and 0 <= line[0] < 2**31
        and len(line[1]) <= MAX_LINE
    )


def of_student(error: BaseException, number: int) -> Failure:
    """An exception of the student's code, told in full.

    Args:
        error: the exception, with its traceback.
        number: its place in the table of the student's process.
    """
    name = getattr(error, "name", None) if isinstance(error, NameError) else None
    return Failure(
        _kinds(error),
        _text(error),
        student_line(error),
        name if type(name) is str else None,
        number,
        getattr(error, "__autograder_origin__", None),
    )


def of_examiner(error: Exception, number: int) -> Failure:
    """An exception of a function that the check handed over, told as far as the student may know.

    Args:
        error: the exception.
        number: its place in the examiner's table.
    """
    if isinstance(error, RemoteError):
        return Failure(_kinds(error), str(error), number=number, origin=error.number)
    if type(error).__module__ == "builtins" and isinstance(error, _TOLD):
        return Failure(_kinds(error), _text(error), number=number)
    if isinstance(error, np.linalg.LinAlgError):
        return Failure(("LinAlgError", "ValueError"), _text(error), number=number)
    return Failure(("RuntimeError",), "a function that the check handed over has failed", number=number)


def remote_error(failure: Failure) -> RemoteError:
    """The exception that the examiner raises in place of the student's."""
    kind = failure.kinds[0] if failure.kinds else ""
    if not kind.isidentifier() or len(kind) > MAX_KIND:
        kind = "Exception"
    base = next((_BASES[name] for name in failure.kinds if name in _BASES), None)
    error = type(kind, (RemoteError,) if base is None else (RemoteError, base), {})(failure.text)
    error.line, error.number = failure.line, failure.number
    if base is not None and issubclass(base, NameError):
        error.name = failure.name
    return error


def callback_error(failure: Failure) -> BaseException:
    """The exception that the student's code sees when a function of the examiner fails."""
    base = next((_BASES[name] for name in failure.kinds if name in _BASES), RuntimeError)
    kind = failure.kinds[0]
    error = (base if kind == base.__name__ else type(kind, (base,), {}))(failure.text)
    error.__autograder_origin__ = failure.number
    return error


def _kinds(error: BaseException) -> tuple[str, ...]:
    builtin = [kind.__name__ for kind in type(error).__mro__ if kind.__module__ == "builtins"]
    return (str(type(error).__name__), *builtin[:10])


def _text(error: BaseException) -> str:
    try:
        return str(error)[:MAX_TEXT]
    except Exception:  # noqa: BLE001 - the text of an exception is the student's code as well
        return ""
