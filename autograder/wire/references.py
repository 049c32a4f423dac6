"""Names for what does not travel as a value, because it is code or holds code.

Each process keeps a table of the objects that it has shown to the other one. A reference is a number in one of the two
tables, or a name that both processes can import.
"""

from dataclasses import dataclass

CALLABLE, MAPPING, CLASS = 1, 2, 4
"""Flags of `Shown`."""

MAX_NAME = 200  # characters of a name in a reference


@dataclass(frozen=True, slots=True)
class Shown:
    """An object of the sender.

    Attributes:
        number: its place in the sender's table.
        flags: what can be done with it.
        kind: the name of its type.
        name: its own `__name__`, or "".
        methods: for an object of the examiner: the methods that may be called.
        attributes: for an object of the examiner: the attributes that may be read and set.
    """

    number: int
    flags: int = 0
    kind: str = ""
    name: str = ""
    methods: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """An object of the receiver, which it has shown before."""

    number: int


@dataclass(frozen=True, slots=True)
class Argument:
    """A list, dict, set or array among the arguments of the call that is being answered, by position."""

    position: int


@dataclass(frozen=True, slots=True)
class Importable:
    """A function or class of a library that both processes have installed."""

    module: str
    name: str


@dataclass(frozen=True, slots=True)
class Stream:
    """A random generator as a copy: the four numbers that are the state of PCG64."""

    state: int
    increment: int
    has_half: int
    half: int


Reference = Shown | Known | Argument | Importable | Stream
