"""What a check holds in place of a student's function, class or instance.

A proxy behaves like the object as far as checks go: it is called, read, set, iterated, asked for its length; each of
these is one question to the student's process. It never computes: arithmetic with it is refused, since what an
object says about itself there must not decide anything here.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Protocol

import numpy as np

from autograder.errors import WireError
from autograder.judge.elsewhere import Elsewhere
from autograder.proxies.questions import Question
from autograder.wire.references import CALLABLE, MAPPING, Shown

MAX_STEPS = 100_000  # of one loop over an object: it may have no end


class Asker(Protocol):
    """What a proxy needs of the examiner's end of a conversation; see `Client`."""

    def ask(self, question: Question, *details: Any, number: bool = False) -> Any:
        """Ask the student's process."""

    def read(self, owner: "Proxy", name: str) -> Any:
        """An attribute of the student's object."""

    def write(self, question: Question, owner: "Proxy", name: str, *value: Any) -> None:
        """Set, assign or delete an attribute of the student's object."""

    def release(self, number: int, count: int) -> None:
        """Tell the other side that a reference is not needed any more."""


def _local(name: str) -> bool:
    """Names that Python, numpy and IPython look for on any object; they are not asked of the student's process."""
    return (name.startswith("__") and name.endswith("__")) or name.startswith(("_repr_", "_ipython_"))


class Proxy(Elsewhere):
    """An object in the student's process; made by `Client` alone.

    Its own names begin and end with two underscores: all others are the student's.
    """

    __slots__ = ("__autograder_client__", "__autograder_count__", "__autograder_shown__", "__weakref__")

    __array_ufunc__ = None  # numpy's arithmetic with a proxy is refused as well

    def __init__(self, client: Asker, shown: Shown) -> None:
        object.__setattr__(self, "__autograder_client__", client)
        # The names are the student's, and will be part of messages.
        kind = shown.kind if shown.kind.replace(" ", "_").isidentifier() else "object"
        name = shown.name if shown.name.isidentifier() else ""
        object.__setattr__(self, "__autograder_shown__", replace(shown, kind=kind, name=name))
        object.__setattr__(self, "__autograder_count__", 0)

    def __del__(self) -> None:
        self.__autograder_client__.release(self.__autograder_shown__.number, self.__autograder_count__)

    def __autograder_kind__(self) -> str:
        return self.__autograder_shown__.kind

    def __autograder_assign__(self, name: str, value: Any) -> None:
        self.__autograder_client__.write(Question.ASSIGN, self, name, value)

    def __autograder_own__(self, name: str, absent: Any) -> Any:
        match _ask(self, Question.OWN, name):
            case ():
                return absent
            case (Proxy() as found,):
                return found
        raise WireError("an attribute came that is none.")

    def __autograder_run__(self, function: Callable, *args: Any) -> Any:
        # A function of ours changes no argument and hands none back, whatever an answer says.
        return self.__autograder_client__.ask(Question.CALL, function, args, {})

    def __getattr__(self, name: str) -> Any:
        if name == "__name__" and self.__autograder_shown__.name:
            return self.__autograder_shown__.name
        if _local(name):
            raise AttributeError(f"{self!r} has no {name}")
        return self.__autograder_client__.read(self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        self.__autograder_client__.write(Question.SET, self, name, value)

    def __delattr__(self, name: str) -> None:
        self.__autograder_client__.write(Question.DELETE, self, name)

    def __getitem__(self, key: Any) -> Any:
        return _ask(self, Question.GET_ITEM, key)

    def __setitem__(self, key: Any, value: Any) -> None:
        _ask(self, Question.SET_ITEM, key, value)

    def __delitem__(self, key: Any) -> None:
        _ask(self, Question.DELETE_ITEM, key)

    def __len__(self) -> int:
        return _ask(self, Question.LENGTH)

    def __bool__(self) -> bool:
        return _ask(self, Question.TRUTH)

    def __contains__(self, value: Any) -> bool:
        return _ask(self, Question.CONTAINS, value)

    def __iter__(self) -> Iterator[Any]:
        steps = _ask(self, Question.ITERATE)
        if not isinstance(steps, Proxy):
            raise WireError("an iterator came that is none.")
        for _ in range(MAX_STEPS):
            match _ask(steps, Question.NEXT):
                case ():
                    return
                case (found,):
                    yield found
                case _:
                    raise WireError("a step of an iterator came that is none.")
        raise ValueError(f"{self!r} gives more than {MAX_STEPS:,} entries.")

    def __repr__(self) -> str:
        shown = self.__autograder_shown__
        return f"<{shown.kind}{' ' if shown.name else ''}{shown.name} in the student's process>"

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> np.ndarray:
        """What numpy makes of any object that is no array: one entry, the object itself."""
        if dtype is not None and np.dtype(dtype) != object:
            raise TypeError(f"{self!r} is not an array of numbers.")
        entry = np.empty((), dtype=object)
        entry[()] = self
        return entry

    def __reduce_ex__(self, protocol: Any) -> Any:
        raise TypeError(f"{self!r} can be neither copied nor pickled.")


def _ask(proxy: Proxy, question: Question, *details: Any) -> Any:
    return proxy.__autograder_client__.ask(question, proxy, *details)


def _refuse(operator: str) -> Any:
    def refuse(self: Proxy, *others: Any) -> Any:
        raise TypeError(
            f"a check cannot compute with {self!r} ({operator}); ask it for an array or a number."
        )

    return refuse


for _name in "add sub mul matmul truediv floordiv mod pow lshift rshift and xor or divmod".split():  # noqa: SIM905
    for _side in ("", "r", "i"):
        setattr(Proxy, f"__{_side}{_name}__", _refuse(_name))
for _name in "neg pos abs invert lt le gt ge float int complex index round".split():  # noqa: SIM905
    setattr(Proxy, f"__{_name}__", _refuse(_name))


class CallableProxy(Proxy):
    """A function, a class, or an instance with `__call__`."""

    __slots__ = ()

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self.__autograder_client__.ask(Question.CALL, self, args, kwargs, number=True)


class MappingProxy(Proxy, Mapping):
    """A dict with methods of the student's own."""

    __slots__ = ()
    __hash__ = Proxy.__hash__
    __eq__ = Proxy.__eq__


def proxy(client: Asker, shown: Shown) -> Proxy:
    """A new proxy of the class that fits."""
    if shown.flags & CALLABLE:
        return CallableProxy(client, shown)
    return (MappingProxy if shown.flags & MAPPING else Proxy)(client, shown)
