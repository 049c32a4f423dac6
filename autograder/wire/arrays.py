"""Which arrays travel: those of plain numbers and plain text. Nothing else than their bytes is ever read."""

import re
from functools import lru_cache

import numpy as np

from autograder.errors import WireError

NUMBERS = {
    code: np.dtype(code)
    for code in "|b1 |i1 |u1 <i2 <u2 <i4 <u4 <i8 <u8 <f2 <f4 <f8 <c8 <c16".split()  # noqa: SIM905 - one line reads better
}
_TEXT = re.compile(r"<U[1-9][0-9]{0,6}|\|S[1-9][0-9]{0,7}")

MAX_DIMENSIONS = 32
LAST_CODE_POINT = 0x10FFFF


def plain(array: np.ndarray) -> np.ndarray | None:
    """The same numbers as a C-contiguous array of a dtype that travels, or None for objects, dates and records.

    Subclasses become arrays: a masked array loses its mask, as `numpy.asarray` does. Numbers wider than eight bytes
    are narrowed to eight: their spare bytes would be whatever was in memory.
    """
    array = np.asarray(array)
    if array.ndim > MAX_DIMENSIONS:
        return None
    if array.dtype.str not in NUMBERS:
        array = _converted(array)
    return array if array is None or array.flags.c_contiguous else np.ascontiguousarray(array)


def _converted(array: np.ndarray) -> np.ndarray | None:
    kind, size = array.dtype.kind, array.dtype.itemsize
    if kind == "f" and size > 8:
        return array.astype(np.float64)
    if kind == "c" and size > 16:
        return array.astype(np.complex128)
    if kind in "biufcUS" and size:
        return array.astype(array.dtype.newbyteorder("<"), copy=False)
    return None


@lru_cache(maxsize=64)
def dtype_of(code: str) -> np.dtype:
    """The dtype of a code that came over the wire.

    Raises:
        WireError: it is not on the list.
    """
    if code in NUMBERS:
        return NUMBERS[code]
    if _TEXT.fullmatch(code):
        return np.dtype(code)
    raise WireError("an array came with a dtype that is not plain numbers or text.")


def rebuilt(dtype: np.dtype, shape: tuple[int, ...], content: memoryview) -> np.ndarray:
    """A new array from bytes of exactly its size.

    Raises:
        WireError: bytes that no such array has.
    """
    flat = np.frombuffer(content, dtype=dtype).copy()
    # numpy trusts these bytes blindly: True is 1 and nothing else, and text is made of code points.
    if dtype.kind == "b" and flat.size and flat.view(np.uint8).max() > 1:
        raise WireError("an array of booleans came with bytes that are neither 0 nor 1.")
    if dtype.kind == "U" and flat.size and flat.view(np.uint32).max() > LAST_CODE_POINT:
        raise WireError("an array of text came with numbers that are no characters.")
    return flat.reshape(shape)
