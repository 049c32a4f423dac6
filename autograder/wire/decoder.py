"""Bytes to values; what is believed of them is told in `autograder.wire.codec`."""

import struct
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.errors import WireError
from autograder.wire import arrays
from autograder.wire.format import (
    ARGUMENT,
    ARRAY,
    BIG,
    BYTES,
    COMPLEX,
    COUNT,
    DICT,
    FALSE,
    FLOAT,
    IMPORTABLE,
    INT,
    INTEGER,
    KEYS,
    KNOWN,
    LIST,
    NONE,
    NUMBER,
    PAIR,
    REAL,
    SCALAR,
    SET,
    SHOWN,
    SLICE,
    STREAM,
    TEXT,
    TRUE,
    TUPLE,
)
from autograder.wire.limits import FROM_STUDENT, Limits
from autograder.wire.references import MAX_NAME, Argument, Importable, Known, Reference, Shown, Stream

Resolve = Callable[[Reference], Any]


def unresolved(reference: Reference) -> Any:
    """Refuses every reference."""
    raise WireError(f"a reference came where none is allowed ({type(reference).__name__}).")


class Decoder:
    """Reads one value and believes nothing.

    Args:
        resolve: called with each reference; returns what it means or raises `WireError`.
        limits: see `Limits`.

    Attributes:
        numbered: the lists, dicts, sets and arrays that were read, in the order in which they begin.
    """

    def __init__(self, resolve: Resolve = unresolved, limits: Limits = FROM_STUDENT) -> None:
        self.resolve, self.limits = resolve, limits
        self.numbered: list[Any] = []
        self._data = memoryview(b"")
        self._at = self._items = self._tuple_keys = self._references = 0

    def decode(self, data: bytes | bytearray | memoryview) -> Any:
        """The value of bytes that `Encoder` could have written.

        Raises:
            WireError: any other bytes; one sentence.
        """
        self._data, self._at = memoryview(data).toreadonly(), 0
        if len(self._data) > self.limits.frame:
            raise WireError(f"a frame of {len(self._data)} bytes came; at most {self.limits.frame} are read.")
        value = self._read(0)
        if self._at != len(self._data):
            raise WireError(f"{len(self._data) - self._at} bytes came after the end of a value.")
        return value

    def _take(self, size: int) -> memoryview:
        end = self._at + size
        if end > len(self._data):
            raise WireError("a frame ends in the middle of a value.")
        taken = self._data[self._at : end]
        self._at = end
        return taken

    def _read(self, depth: int) -> Any:
        tag = self._take(1)[0]
        read = _READERS.get(tag)
        if read is None:
            raise WireError(f"a value of an unknown kind came (byte {tag}).")
        return read(self, depth)

    def _count(self) -> int:
        return COUNT.unpack(self._take(4))[0]

    def _big(self, depth: int) -> int:
        size = self._count()
        if size > self.limits.integer:
            raise WireError(f"an integer of {size} bytes came; at most {self.limits.integer} are read.")
        return int.from_bytes(self._take(size), "little", signed=True)

    def _text(self, depth: int) -> str:
        size = self._count()
        if size > self.limits.text:
            raise WireError(f"a text of {size} bytes came; at most {self.limits.text} are read.")
        try:
            return str(self._take(size), "utf-8", "surrogatepass")
        except UnicodeDecodeError:
            raise WireError("a text came that is not UTF-8.") from None

    def _name(self) -> str:
        if self._take(1)[0] != TEXT:
            raise WireError("a reference came without its names.")
        name = self._text(0)
        if len(name) > MAX_NAME:
            raise WireError("a reference came with a name that is too long.")
        return name

    def _names(self) -> tuple[str, ...]:
        if self._take(1)[0] != TUPLE:
            raise WireError("a reference came without its names.")
        return tuple(self._name() for _ in range(self._begin(0)))

    def _begin(self, depth: int, size: int = 1) -> int:
        """The number of entries of a container; each takes at least `size` bytes of what is left."""
        count = self._count()
        self._items += count
        if self._items > self.limits.items:
            raise WireError(f"a frame with more than {self.limits.items:,} entries came.")
        if depth >= self.limits.depth:
            raise WireError(f"a value came that is nested more than {self.limits.depth} levels deep.")
        if count * size > len(self._data) - self._at:
            raise WireError("a frame ends in the middle of a value.")
        return count

    def _list(self, depth: int) -> list:
        count, value = self._begin(depth), []
        self.numbered.append(value)
        for _ in range(count):
            value.append(self._read(depth + 1))
        return value

    def _tuple(self, depth: int) -> tuple:
        return tuple([self._read(depth + 1) for _ in range(self._begin(depth))])

    def _dict(self, depth: int) -> dict:
        count, value = self._begin(depth, 2), {}
        self.numbered.append(value)
        for _ in range(count):
            key = self._key(depth + 1)
            value[key] = self._read(depth + 1)
        if len(value) != count:
            raise WireError("a dict came with the same key twice.")
        return value

    def _set(self, depth: int) -> set:
        count, value = self._begin(depth), set()
        self.numbered.append(value)
        for _ in range(count):
            value.add(self._key(depth + 1))
        return value

    def _key(self, depth: int) -> Any:
        key = self._read(depth)
        if type(key) is tuple and all(type(part) in KEYS for part in key):
            self._tuple_keys += 1
            if self._tuple_keys <= self.limits.tuple_keys:
                return key
        elif type(key) in KEYS:
            return key
        raise WireError("a dict or set came with a key that is not plain.")

    def _slice(self, depth: int) -> slice:
        if self._begin(depth) != 3:
            raise WireError("a slice came without its three parts.")
        parts = [self._read(depth + 1) for _ in range(3)]
        if any(type(part) not in (type(None), int) for part in parts):
            raise WireError("a slice came with parts that are not integers.")
        return slice(*parts)

    def _dtype(self) -> np.dtype:
        try:
            return arrays.dtype_of(str(self._take(self._take(1)[0]), "ascii"))
        except UnicodeDecodeError:
            raise WireError("an array came with a dtype that is no text.") from None

    def _array(self, depth: int) -> np.ndarray:
        dtype = self._dtype()
        writeable, dimensions = self._take(2)
        if writeable > 1 or dimensions > arrays.MAX_DIMENSIONS:
            raise WireError(f"an array with {dimensions} axes came.")
        shape = struct.unpack(f"<{dimensions}I", self._take(4 * dimensions))
        size = dtype.itemsize
        for length in shape:
            size *= length
        # An empty array may claim any length along its other axes, and code that believes it would allocate that.
        if max(shape, default=0) > self.limits.frame:
            raise WireError(f"an array with an axis of length {max(shape)} came.")
        value = arrays.rebuilt(dtype, shape, self._take(size))
        value.flags.writeable = bool(writeable)
        self.numbered.append(value)
        return value

    def _scalar(self, depth: int) -> np.generic:
        dtype = self._dtype()
        return arrays.rebuilt(dtype, (), self._take(dtype.itemsize))[()]

    def _shown(self, depth: int) -> Any:
        self._references += 1
        if self._references > self.limits.references:
            raise WireError(f"a frame with more than {self.limits.references:,} objects came.")
        number, flags = NUMBER.unpack(self._take(8))[0], self._take(1)[0]
        return self.resolve(Shown(number, flags, self._name(), self._name(), self._names(), self._names()))

    def _known(self, depth: int) -> Any:
        return self.resolve(Known(NUMBER.unpack(self._take(8))[0]))

    def _argument(self, depth: int) -> Any:
        return self.resolve(Argument(self._count()))

    def _importable(self, depth: int) -> Any:
        return self.resolve(Importable(self._name(), self._name()))

    def _stream(self, depth: int) -> Any:
        parts = [self._read(depth) for _ in range(4)]
        if any(type(part) is not int for part in parts):
            raise WireError("a random generator came whose state is not four integers.")
        return self.resolve(Stream(*parts))


_READERS: dict[int, Callable[[Decoder, int], Any]] = {
    NONE: lambda self, depth: None,
    TRUE: lambda self, depth: True,
    FALSE: lambda self, depth: False,
    INT: lambda self, depth: INTEGER.unpack(self._take(8))[0],
    BIG: Decoder._big,
    FLOAT: lambda self, depth: REAL.unpack(self._take(8))[0],
    COMPLEX: lambda self, depth: complex(*PAIR.unpack(self._take(16))),
    TEXT: Decoder._text,
    BYTES: lambda self, depth: bytes(self._take(self._count())),
    LIST: Decoder._list,
    TUPLE: Decoder._tuple,
    DICT: Decoder._dict,
    SET: Decoder._set,
    SLICE: Decoder._slice,
    ARRAY: Decoder._array,
    SCALAR: Decoder._scalar,
    SHOWN: Decoder._shown,
    KNOWN: Decoder._known,
    ARGUMENT: Decoder._argument,
    IMPORTABLE: Decoder._importable,
    STREAM: Decoder._stream,
}
