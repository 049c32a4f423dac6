"""What a check hands to student code and keeps itself: functions, and objects that say what of them is public.

A function can be called and nothing else. An object of a class with `__autograder_public__`, a tuple of names, can be
asked for these: methods are called here, attributes are read and set by value. Any other object can only be handed
back: its attributes may be what is expected of the student.
"""

import builtins
import sys
import types
from typing import Any

import numpy as np

from autograder.errors import WireError
from autograder.wire.references import CALLABLE, MAX_NAME, Importable, Shown, Stream

MAX_LENT = 100_000  # objects of one check; student code may ask for new ones as often as it likes

_LIBRARIES = frozenset({"autograder", "autograd", "math", "numpy", "scipy"})
_HOMES = ("numpy", "autograd.numpy", "scipy.special", "autograd.scipy.special")
"""Where ufuncs and autograd's primitives live, which do not say it themselves."""

_DATA = (type(None), bool, int, float, complex, str, bytes, list, tuple, dict, set, np.ndarray, np.generic)

_FUNCTIONS = (types.FunctionType, types.MethodType, types.BuiltinFunctionType)


class Lent:
    """The table of what was handed over; lives as long as the check."""

    def __init__(self) -> None:
        self._objects: list[Any] = []
        self._numbers: dict[
            int, int
        ] = {}  # id -> number; the table keeps the object, so its id stays its own
        self._imported: dict[Importable, Any] = {}

    def show(self, value: Any) -> Shown | Importable | Stream:
        """A reference to a function or an object; the same object has the same reference.

        A random generator goes as a copy, for student code shuffles its own lists with it.

        Raises:
            WireError: there are too many.
        """
        if type(value) is np.random.Generator and type(value.bit_generator) is np.random.PCG64:
            return _stream(value)
        found = self._importable(value)
        if found is not None:
            self._imported[found] = value
            return found
        number = self._numbers.get(id(value))
        if number is None:
            if len(self._objects) >= MAX_LENT:
                raise WireError(f"the student's code has been given more than {MAX_LENT:,} functions.")
            number = self._numbers[id(value)] = len(self._objects)
            self._objects.append(value)
        methods, attributes = _public(value)
        name = getattr(value, "__name__", "") if isinstance(value, _FUNCTIONS) else ""
        flags = CALLABLE if callable(value) else 0
        return Shown(number, flags, type(value).__name__, name[:MAX_NAME], methods, attributes)

    def find(self, number: int) -> Any:
        """The object behind a number.

        Raises:
            WireError: there is none.
        """
        if type(number) is not int or not 0 <= number < len(self._objects):
            raise WireError("the student's process names an object that the check has not handed over.")
        return self._objects[number]

    def imported(self, reference: Importable) -> Any:
        """A library function that was handed over and comes back; nothing is imported for it.

        Raises:
            WireError: it was not handed over.
        """
        if reference not in self._imported:
            raise WireError("the student's process names a function that the check has not handed over.")
        return self._imported[reference]

    def call(self, number: int, method: str, args: tuple, kwargs: dict[str, Any]) -> Any:
        """Call a function, or a public method of an object."""
        target = self.find(number)
        if method:
            if method not in _public(target)[0]:
                raise AttributeError(f"{type(target).__name__!r} object has no attribute {method!r}")
            return getattr(target, method)(*args, **kwargs)
        if not callable(target):
            raise TypeError(f"{type(target).__name__!r} object is not callable")
        return target(*args, **kwargs)

    def get(self, number: int, name: str) -> Any:
        """Read a public attribute."""
        target = self.find(number)
        self._require_public(target, name)
        return getattr(target, name)

    def set(self, number: int, name: str, value: Any) -> None:
        """Set a public attribute to plain data of the same type and, for an array, the same shape."""
        target = self.find(number)
        self._require_public(target, name)
        current = getattr(target, name)
        if not isinstance(current, _DATA) or type(value) is not type(current):
            raise TypeError(f"{name} of this layer cannot be replaced by a {type(value).__name__}")
        if isinstance(current, np.ndarray) and (value.shape, value.dtype) != (current.shape, current.dtype):
            raise ValueError(f"{name} of this layer has shape {current.shape}, not {value.shape}")
        setattr(target, name, value)

    @staticmethod
    def _require_public(target: Any, name: str) -> None:
        if name not in _public(target)[1]:
            raise AttributeError(f"{type(target).__name__!r} object has no attribute {name!r}")

    def _importable(self, value: Any) -> Importable | None:
        """Where both processes find a function or class of a library, by identity; closures and methods have no such place.

        Run over there it can be traced by autograd, and it costs no question. What it gives is as untrusted as anything
        from over there.
        """
        if isinstance(value, type) and getattr(builtins, value.__name__, None) is value:
            return Importable("builtins", value.__name__)
        name = getattr(value, "__name__", None)
        if not callable(value) or type(name) is not str:
            return None
        for home in (getattr(value, "__module__", None), *_HOMES):
            module = sys.modules.get(home) if type(home) is str else None
            if module and home.split(".")[0] in _LIBRARIES and getattr(module, name, None) is value:
                return Importable(home, name)
        return None


def _public(value: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of the public methods and of the public attributes of an object."""
    names = getattr(type(value), "__autograder_public__", ())
    methods = tuple(name for name in names if callable(getattr(type(value), name, None)))
    return methods, tuple(name for name in names if name not in methods)


def _stream(rng: np.random.Generator) -> Stream:
    """A copy of a generator that was made for the student's code, or a child of any other one.

    `judge.generator` seeds with a list, a check that makes a generator to hand it over with a number. The state of
    the former would tell what the check is going to ask.
    """
    if not isinstance(rng.bit_generator.seed_seq.entropy, int):
        (rng,) = rng.spawn(1)
    state = rng.bit_generator.state
    return Stream(state["state"]["state"], state["state"]["inc"], state["has_uint32"], state["uinteger"])
