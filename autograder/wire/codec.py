"""Values as bytes, by a strict whitelist.

    data = encode([1, 2.5, numpy.ones(3)])
    decode(data)                        # the same again; WireError, one sentence, for any other bytes

None, booleans, integers, floats, complex numbers, text, bytes, lists, tuples, dicts and sets of these, slices, numpy
scalars and arrays of plain dtypes travel by value, and only if they are of exactly these types. For everything else an
encoder is given `refer`, which makes a reference (`autograder.wire.references`) or a plain value of it, and a
decoder `resolve`, which finds what a reference means. There is no pickle, no eval, and no class is looked up by name.

The format: one byte says what follows; numbers are little-endian. Lists, dicts, sets and arrays are counted in the
order in which they begin, so that an answer can name them (`Argument`).
"""

import struct
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.errors import WireError
from autograder.wire import arrays
from autograder.wire.limits import FROM_EXAMINER, FROM_STUDENT, Limits
from autograder.wire.references import MAX_NAME, Argument, Importable, Known, Reference, Shown

_INT = struct.Struct("<q")
_FLOAT = struct.Struct("<d")
_COMPLEX = struct.Struct("<dd")
_COUNT = struct.Struct("<I")
_NUMBER = struct.Struct("<Q")

NONE, TRUE, FALSE, INT, BIG, FLOAT, COMPLEX, TEXT, BYTES = b"NTFiIdcsb"
LIST, TUPLE, DICT, SET, SLICE, ARRAY, SCALAR = b"ltmeLan"
SHOWN, KNOWN, ARGUMENT, IMPORTABLE = b"rkgh"

_KEYS = (type(None), bool, int, float, str, bytes)

Refer = Callable[[Any], Any]
Resolve = Callable[[Reference], Any]


class TooLarge(ValueError):
    """A value of this process that does not fit into a frame; the sentence says why."""


def _no_references(value: Any) -> Any:
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
        refer: Refer = _no_references,
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
            self._put(b"i" + _INT.pack(value))
            return
        size = value.bit_length() // 8 + 1
        if size > self.limits.integer:
            raise TooLarge(f"an integer has more than {self.limits.integer} bytes.")
        self._put(b"I" + _COUNT.pack(size) + value.to_bytes(size, "little", signed=True))

    def _float(self, value: float, depth: int) -> None:
        self._put(b"d" + _FLOAT.pack(value))

    def _complex(self, value: complex, depth: int) -> None:
        self._put(b"c" + _COMPLEX.pack(value.real, value.imag))

    def _text(self, value: str, depth: int) -> None:
        data = value.encode("utf-8", "surrogatepass")
        if len(data) > self.limits.text:
            raise TooLarge(f"a text has more than {self.limits.text} bytes.")
        self._put(b"s" + _COUNT.pack(len(data)) + data)

    def _bytes(self, value: bytes, depth: int) -> None:
        self._put(b"b" + _COUNT.pack(len(value)))
        self._put(value)

    def _begin(self, tag: bytes, count: int, depth: int) -> int:
        self._items += count
        if self._items > self.limits.items:
            raise TooLarge(f"the value has more than {self.limits.items:,} entries; arrays may have more.")
        if depth >= self.limits.depth:
            raise TooLarge(f"the value is nested more than {self.limits.depth} levels deep.")
        self._put(tag + _COUNT.pack(count))
        return depth + 1

    def _seen(self, value: Any) -> bool:
        """Write the position of a container that the receiver has; else count it, if that is asked for."""
        position = self.known.get(id(value))
        if position is not None:
            self._put(b"g" + _COUNT.pack(position))
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
        if type(key) not in _KEYS and not (type(key) is tuple and all(type(part) in _KEYS for part in key)):
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
        self._put(b"r" + _NUMBER.pack(value.number) + bytes((value.flags,)))
        for name in (value.kind, value.name):
            self._text(name[:MAX_NAME], depth)
        for names in (value.methods, value.attributes):
            self._tuple(names, depth)

    def _known(self, value: Known, depth: int) -> None:
        self._put(b"k" + _NUMBER.pack(value.number))

    def _importable(self, value: Importable, depth: int) -> None:
        self._put(b"h")
        for name in (value.module, value.name):
            self._text(name, depth)


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
}


def _unresolved(reference: Reference) -> Any:
    raise WireError(f"a reference came where none is allowed ({type(reference).__name__}).")


class Decoder:
    """Reads one value and believes nothing.

    Args:
        resolve: called with each reference; returns what it means or raises `WireError`.
        limits: see `Limits`.

    Attributes:
        numbered: the lists, dicts, sets and arrays that were read, in the order in which they begin.
    """

    def __init__(self, resolve: Resolve = _unresolved, limits: Limits = FROM_STUDENT) -> None:
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
        return _COUNT.unpack(self._take(4))[0]

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
        if type(key) is tuple and all(type(part) in _KEYS for part in key):
            self._tuple_keys += 1
            if self._tuple_keys <= self.limits.tuple_keys:
                return key
        elif type(key) in _KEYS:
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
        number, flags = _NUMBER.unpack(self._take(8))[0], self._take(1)[0]
        return self.resolve(Shown(number, flags, self._name(), self._name(), self._names(), self._names()))

    def _known(self, depth: int) -> Any:
        return self.resolve(Known(_NUMBER.unpack(self._take(8))[0]))

    def _argument(self, depth: int) -> Any:
        return self.resolve(Argument(self._count()))

    def _importable(self, depth: int) -> Any:
        return self.resolve(Importable(self._name(), self._name()))


_READERS: dict[int, Callable[[Decoder, int], Any]] = {
    NONE: lambda self, depth: None,
    TRUE: lambda self, depth: True,
    FALSE: lambda self, depth: False,
    INT: lambda self, depth: _INT.unpack(self._take(8))[0],
    BIG: Decoder._big,
    FLOAT: lambda self, depth: _FLOAT.unpack(self._take(8))[0],
    COMPLEX: lambda self, depth: complex(*_COMPLEX.unpack(self._take(16))),
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
}


def encode(value: Any, refer: Refer = _no_references, limits: Limits = FROM_EXAMINER) -> bytes:
    """The bytes of one value; see `Encoder`."""
    return Encoder(refer, limits).encode(value)


def decode(data: bytes, resolve: Resolve = _unresolved, limits: Limits = FROM_STUDENT) -> Any:
    """The value of some bytes; see `Decoder`."""
    return Decoder(resolve, limits).decode(data)
