"""Values to bytes; what travels, and what is asked about the rest, is told in `autograder.wire.codec`."""

import struct
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.wire import arrays
from autograder.wire.format import COUNT, INTEGER, KEYS, NUMBER, PAIR, REAL
from autograder.wire.limits import FROM_EXAMINER, Limits
from autograder.wire.references import MAX_NAME, Importable, Known, Shown, Stream

Refer = Callable[[Any], Any]


class TooLarge(ValueError):
    """A value of this process that does not fit into a frame; the sentence says why."""


def no_references(value: Any) -> Any:
    """Refuses whatever is no plain value."""
    raise TypeError(f"a {type(value).__name__} does not travel by value.")


class Encoder:
    """Writes one value.

    Args:
        refer: called with what does not travel by value; returns a reference, or something that does travel.
        limits: see `Limits`.
        known: `id` of lists, dicts, sets and arrays that the receiver has -> their position there.
        number: whether those that are written join `known`, so that one that comes twice is one there as well.

    Attributes:
        numbered: the lists, dicts, sets and arrays that joined `known`, by position.
    """

    def __init__(
        self,
        refer: Refer = no_references,
        limits: Limits = FROM_EXAMINER,
        *,
        known: dict[int, int] | None = None,
        number: bool = False,
    ) -> None:
        self.refer, self.limits, self.number = refer, limits, number
        self.known = {} if known is None else known
        self.numbered: list[Any] = []
        self._parts: list[bytes | memoryview] = []
        self._size = self._items = self._references = 0

    def encode(self, value: Any) -> bytes:
        """The bytes of a value.

        Raises:
            TooLarge: it breaks a limit.
            TypeError: it does not travel, and `refer` does not help.
        """
        self._write(value, 0)
        return b"".join(self._parts)

    def _put(self, part: bytes | memoryview) -> None:
        self._size += len(part)
        if self._size > self.limits.frame:
            raise TooLarge(f"the value takes more than {self.limits.frame / 2**20:g} MiB.")
        self._parts.append(part)

    def _write(self, value: Any, depth: int) -> None:
        write = _WRITERS.get(type(value))
        if write is not None:
            write(self, value, depth)
        elif isinstance(value, np.generic):
            self._scalar(value, depth)
        else:
            self._other(value, depth)

    def _other(self, value: Any, depth: int) -> None:
        found = self.refer(value)
        write = _WRITERS.get(type(found)) or _REFERENCES.get(type(found))
        if write is None:
            raise TypeError(f"a {type(value).__name__} does not travel.")
        write(self, found, depth)

    def _none(self, value: None, depth: int) -> None:
        self._put(b"N")

    def _bool(self, value: bool, depth: int) -> None:
        self._put(b"T" if value else b"F")

    def _int(self, value: int, depth: int) -> None:
        if -(2**63) <= value < 2**63:
            self._put(b"i" + INTEGER.pack(value))
            return
        size = value.bit_length() // 8 + 1
        if size > self.limits.integer:
            raise TooLarge(f"an integer has more than {self.limits.integer} bytes.")
        self._put(b"I" + COUNT.pack(size) + value.to_bytes(size, "little", signed=True))

    def _float(self, value: float, depth: int) -> None:
        self._put(b"d" + REAL.pack(value))

    def _complex(self, value: complex, depth: int) -> None:
        self._put(b"c" + PAIR.pack(value.real, value.imag))

    def _text(self, value: str, depth: int) -> None:
        data = value.encode("utf-8", "surrogatepass")
        if len(data) > self.limits.text:
            raise TooLarge(f"a text has more than {self.limits.text} bytes.")
        self._put(b"s" + COUNT.pack(len(data)) + data)

    def _bytes(self, value: bytes, depth: int) -> None:
        self._put(b"b" + COUNT.pack(len(value)))
        self._put(value)

    def _begin(self, tag: bytes, count: int, depth: int) -> int:
        self._items += count
        if self._items > self.limits.items:
            raise TooLarge(f"the value has more than {self.limits.items:,} entries; arrays may have more.")
        if depth >= self.limits.depth:
            raise TooLarge(f"the value is nested more than {self.limits.depth} levels deep.")
        self._put(tag + COUNT.pack(count))
        return depth + 1

    def _seen(self, value: Any) -> bool:
        """Write the position of a container that the receiver has; else count it, if that is asked for."""
        position = self.known.get(id(value))
        if position is not None:
            self._put(b"g" + COUNT.pack(position))
            return True
        if self.number:
            self.known[id(value)] = len(self.numbered)
            self.numbered.append(value)
        return False

    def _list(self, value: list, depth: int) -> None:
        if not self._seen(value):
            depth = self._begin(b"l", len(value), depth)
            for item in value:
                self._write(item, depth)

    def _tuple(self, value: tuple, depth: int) -> None:
        depth = self._begin(b"t", len(value), depth)
        for item in value:
            self._write(item, depth)

    def _dict(self, value: dict, depth: int) -> None:
        if not self._seen(value):
            depth = self._begin(b"m", len(value), depth)
            for key, item in value.items():
                self._key(key, depth)
                self._write(item, depth)

    def _set(self, value: set, depth: int) -> None:
        if not self._seen(value):
            depth = self._begin(b"e", len(value), depth)
            for item in value:
                self._key(item, depth)

    def _key(self, key: Any, depth: int) -> None:
        if isinstance(key, np.generic):
            key = key.item()  # equal to the scalar, and of the same hash
        if type(key) not in KEYS and not (type(key) is tuple and all(type(part) in KEYS for part in key)):
            raise TypeError(f"a dict or set with a {type(key).__name__} as key does not travel.")
        self._write(key, depth)

    def _slice(self, value: slice, depth: int) -> None:
        depth = self._begin(b"L", 3, depth)
        for part in (value.start, value.stop, value.step):
            self._write(part, depth)

    def _array(self, value: np.ndarray, depth: int) -> None:
        # Before anything is copied: an array that is broadcast may be far larger than the memory behind it.
        if self._size + value.nbytes > self.limits.frame or max(value.shape, default=0) > self.limits.frame:
            raise TooLarge(f"the value takes more than {self.limits.frame / 2**20:g} MiB.")
        plain = arrays.plain(value)
        if plain is None:
            self._other(value, depth)
        elif not self._seen(value):
            shape = plain.shape
            self._put(b"a" + _code(plain.dtype) + bytes((value.flags.writeable, len(shape))))
            self._put(struct.pack(f"<{len(shape)}I", *shape))
            self._put(plain.tobytes())

    def _scalar(self, value: np.generic, depth: int) -> None:
        plain = arrays.plain(np.asarray(value))
        if plain is None:
            self._other(value, depth)
        else:
            self._put(b"n" + _code(plain.dtype) + plain.tobytes())

    def _shown(self, value: Shown, depth: int) -> None:
        self._references += 1
        if self._references > self.limits.references:
            raise TooLarge(f"the value holds more than {self.limits.references:,} objects.")
        self._put(b"r" + NUMBER.pack(value.number) + bytes((value.flags,)))
        for name in (value.kind, value.name):
            self._text(name[:MAX_NAME], depth)
        for names in (value.methods, value.attributes):
            self._tuple(names, depth)

    def _known(self, value: Known, depth: int) -> None:
        self._put(b"k" + NUMBER.pack(value.number))

    def _importable(self, value: Importable, depth: int) -> None:
        self._put(b"h")
        for name in (value.module, value.name):
            self._text(name, depth)

    def _stream(self, value: Stream, depth: int) -> None:
        self._put(b"q")
        for part in (value.state, value.increment, value.has_half, value.half):
            self._int(part, depth)


def _code(dtype: np.dtype) -> bytes:
    code = dtype.str.encode("ascii")
    return bytes((len(code),)) + code


_WRITERS: dict[type, Callable[[Encoder, Any, int], None]] = {
    type(None): Encoder._none,
    bool: Encoder._bool,
    int: Encoder._int,
    float: Encoder._float,
    complex: Encoder._complex,
    str: Encoder._text,
    bytes: Encoder._bytes,
    list: Encoder._list,
    tuple: Encoder._tuple,
    dict: Encoder._dict,
    set: Encoder._set,
    slice: Encoder._slice,
    np.ndarray: Encoder._array,
}

_REFERENCES: dict[type, Callable[[Encoder, Any, int], None]] = {
    Shown: Encoder._shown,
    Known: Encoder._known,
    Importable: Encoder._importable,
    Stream: Encoder._stream,
}
