"""Call what the student wrote: with copies of the arguments, and with errors told in the student's own terms."""

import copy
import linecache
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any

import numpy as np

from autograder.causes import diagnosis
from autograder.judge.elsewhere import Elsewhere, RemoteError
from autograder.judge.report import wrong
from autograder.judge.values import kind_of

_OUR_CODE = str(Path(__file__).resolve().parent.parent)
_LIBRARIES = tuple({sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")})

MAX_LINE = 120  # characters of the student's line in a message
STUB = "is not written yet"  # ends what a stub raises; any other NotImplementedError is the student's own


def call(function: Callable, *args: Any, name: str, returns: bool = True, **kwargs: Any) -> Any:
    """Call a student's function with copies of the arguments.

    Args:
        function: what the student defined.
        *args: positional arguments; arrays, lists, tuples and dicts are copied, other objects are handed on.
        name: the call as the student would write it, such as `softmax(X)`; it heads every message.
        returns: whether a result is expected; if so, None is wrong.
        **kwargs: keyword arguments, where the contract names them.

    Returns:
        Whatever the function returned.

    Raises:
        Wrong: not callable, raised an exception, or returned None.
    """
    if not callable(function):
        wrong(f"{_called(name)} cannot be called: it is {kind_of(function)}, not a function.")
    printed_before = _printed()
    arguments = [fresh(argument) for argument in args]
    try:
        result = function(*arguments, **kwargs)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - student code raises anything
        blame(error, name)
    if result is None and returns:
        printed = _printed() - printed_before
        cause = diagnosis("prints_instead_of_returning" if printed > 0 else "no_return")
        wrong(f"{name} returned None; a result is expected.", diagnosis=cause)
    return result


def refuses(function: Callable, *args: Any, name: str, error: type[Exception] = ValueError) -> None:
    """Require that a student's function raises an error for these arguments.

    Args:
        function: what the student defined.
        *args: positional arguments, copied as in `call`.
        name: the call as the student would write it.
        error: the expected exception; its subclasses are fine.

    Raises:
        Wrong: another exception, or none.
    """
    try:
        result = function(*[fresh(argument) for argument in args])
    except error:
        return
    except (NotImplementedError, SystemExit) as other:
        blame(other, name)
    except Exception as other:  # noqa: BLE001 - student code raises anything
        line = student_line(other)
        where = f"\nin your line {line[0]}: `{line[1]}`" if line else ""
        wrong(f"{name} raised {type(other).__name__}; {error.__name__} is expected.{where}")
    outcome = "returned None" if result is None else f"returned {kind_of(result)}"
    wrong(f"{name} raised no {error.__name__}; it {outcome}.", hint="the test that must come before the work")


def existing(given: Callable[[], Any], name: str) -> Any:
    """Something of the student's that a check needs besides, and that may not be there.

    Args:
        given: gives it, by its name in the notebook.
        name: this name.

    Raises:
        Wrong: it is not defined.
    """
    try:
        return given()
    except NameError:
        wrong(f"`{name}` does not exist.")


def attribute(owner: Any, attribute_name: str, *, name: str) -> Any:
    """Read an attribute of a student's object.

    Args:
        owner: the object.
        attribute_name: the attribute.
        name: how the student would write the object, such as `model`.

    Raises:
        Wrong: there is no such attribute, or reading it raised an exception.
    """
    try:
        return getattr(owner, attribute_name)
    except AttributeError:
        wrong(
            f"{name} has no attribute `{attribute_name}`.",
            hint=f"where `self.{attribute_name}` is set, and its spelling",
        )
    except Exception as error:  # noqa: BLE001 - student code raises anything
        blame(error, f"{name}.{attribute_name}")


def blame_missing(error: AttributeError) -> None:
    """Say what a student's object lacks, where a check took for granted that it has it.

    Raises:
        Wrong: the object is a student's. One of ours that lacks something is no fault of theirs; then nothing happens.
    """
    owner = error.obj
    if error.name and (isinstance(owner, Elsewhere) or type(owner).__module__ == "__main__"):
        wrong(
            f"{kind_of(owner)} has no attribute `{error.name}`.",
            hint=f"where `{error.name}` is defined or set, and its spelling",
        )


def assign(owner: Any, attribute_name: str, value: np.ndarray) -> None:
    """Give an array attribute of a student's object a new value.

    The array is overwritten in place where it can be: the student's code may hold it under a second name.
    """
    if isinstance(owner, Elsewhere):
        owner.__autograder_assign__(attribute_name, value)
        return
    current = getattr(owner, attribute_name)
    in_place = isinstance(current, np.ndarray) and current.flags.writeable and current.shape == value.shape
    if in_place and current.dtype == np.float64:
        current[...] = value
    else:
        setattr(owner, attribute_name, value.copy())


def fresh(value: Any) -> Any:
    """A copy of plain data; functions and objects are handed on as they are."""
    if isinstance(value, np.ndarray):
        return value.copy()
    if type(value) in (list, tuple, dict):
        return copy.copy(value) if not value else _fresh_container(value)
    return value


def _fresh_container(value: list | tuple | dict) -> list | tuple | dict:
    if isinstance(value, dict):
        return {key: fresh(item) for key, item in value.items()}
    return type(value)(fresh(item) for item in value)


def blame(error: BaseException, name: str) -> None:
    """Report an exception that student code raised, with the student's own line.

    Args:
        error: the exception, with its traceback.
        name: the call that raised it.
    """
    kind, text = type(error).__name__, " ".join(str(error).split())
    line = student_line(error)
    where = f"\nin your line {line[0]}: `{line[1]}`" if line else ""
    data = {"exception": kind, "text": text, "line": line[0] if line else None}
    if isinstance(error, NotImplementedError) and text.endswith(STUB):
        wrong(f"{name}: {text}", diagnosis=diagnosis("not_written"), **data)
    if isinstance(error, SystemExit):
        wrong(f"{name} ended the program with `exit`.{where}", hint="leave a function with `return`", **data)
    wrong(f"{name} raised {kind}{': ' if text else ''}{text[:300]}{where}", **data)


def student_line(error: BaseException) -> tuple[int, str] | None:
    """The innermost line of the traceback that is neither ours nor a library's.

    Returns:
        Line number within its cell and the line itself, or None when no such line is known.
    """
    if isinstance(error, RemoteError):
        return error.line
    found = None
    step: TracebackType | None = error.__traceback__
    while step is not None:
        filename = step.tb_frame.f_code.co_filename
        if not filename.startswith((_OUR_CODE, *_LIBRARIES)) and not _examiners(step.tb_frame):
            source = linecache.getline(filename, step.tb_lineno, step.tb_frame.f_globals).strip()
            if source:
                found = (step.tb_lineno, source[:MAX_LINE])
        step = step.tb_next
    return found


def _examiners(frame: FrameType) -> bool:
    """Whether a frame runs a check cell while grading: its lines may be hidden tests."""
    return getattr(type(frame.f_globals), "examiners", False)


def _called(name: str) -> str:
    """`softmax` of `softmax(X)`."""
    return name.split("(")[0]


def _printed() -> int:
    """How many characters have been printed inside this check so far."""
    tell = getattr(sys.stdout, "tell", None)
    try:
        return tell() if tell else 0
    except OSError:
        return 0
