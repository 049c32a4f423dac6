"""Turn what student code returned into a plain float64 array, or say what is wrong with it.

The order is always the same: type, shape, dtype, finite. Values come later (`autograder.judge.compare`). What
counts as right is generous where the course does not care: nested lists, numpy scalars and 0-d arrays are arrays.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from autograder.causes import diagnosis
from autograder.judge.elsewhere import type_name
from autograder.judge.report import Wrong, wrong

_NUMERIC_KINDS = "biuf"


def kind_of(value: Any) -> str:
    """Name a value for a message: `a numpy array of shape (3, 4)`, `a str`, `None`."""
    if value is None:
        return "None"
    if isinstance(value, np.ndarray):
        return f"a numpy array of shape {value.shape}"
    kind = type_name(value)
    article = "an" if kind[:1].lower() in "aeiou" else "a"
    return f"{article} {kind}"


def array(
    value: Any,
    *,
    name: str,
    shape: Sequence[int] | None = None,
    axes: str = "",
    one_sample: bool = False,
    integers: bool = False,
    narrow: bool = False,
    finite: bool = True,
) -> np.ndarray:
    """Read a student's value as an array of float64.

    Args:
        value: what the student's code returned or stored.
        name: how the student would write it.
        shape: the expected shape; None accepts any.
        axes: the shape in the letters of the text, such as `(N, C)`, for the message.
        one_sample: accept a leading axis of 1 beyond `shape`, since only one sample went in.
        integers: accept integers and booleans (classes, the derivative of relu).
        narrow: accept float32 and float16 (when float32 went in).
        finite: whether nan and infinity are wrong.

    Returns:
        A new float64 array of the expected shape.

    Raises:
        Wrong: the type, the shape, the dtype, or an entry that is not finite.
    """
    result = _numeric(value, name)
    if shape is not None:
        result = _shaped(result, tuple(shape), name, axes, one_sample)
    if result.dtype.kind == "b" and not integers:
        wrong(
            f"{name} holds only True and False; numbers are expected.",
            hint="whether a comparison is returned itself, and not what it is multiplied with",
            dtype=str(result.dtype),
        )
    if result.dtype.kind in "iu" and not integers:
        wrong(
            f"{name} has dtype {result.dtype}: whole numbers; float64 is expected.",
            diagnosis=diagnosis("integer_result"),
            dtype=str(result.dtype),
        )
    if result.dtype.kind == "f" and result.dtype.itemsize < 8 and not narrow:
        wrong(
            f"{name} has dtype {result.dtype}; float64 went in, so float64 is expected.",
            hint="conversions such as `astype` or `dtype=` on the way: they lose digits",
            dtype=str(result.dtype),
        )
    result = result.astype(np.float64)
    if finite:
        _require_finite(result, name)
    return result


def argument(value: Any, *, name: str, shape: Sequence[int] | None = None) -> np.ndarray:
    """Read an array that the student's code hands to a function of the check.

    Another kind of value is an error of the student's code, as it would be in numpy, and not yet a verdict.

    Raises:
        ValueError: the type, the shape, or an entry that is not finite.
    """
    try:
        return array(value, name=name, shape=shape, integers=True)
    except Wrong as found:
        raise ValueError(str(found)) from None


def number(
    value: Any, *, name: str, one_sample: bool = False, integers: bool = False, narrow: bool = False
) -> float:
    """Read a student's value as one finite float.

    A Python float, a numpy scalar and a 0-d array are all right; with `one_sample`, so is an array of one entry.

    Raises:
        Wrong: the type, an array where a number is expected, the dtype, or nan or infinity.
    """
    if isinstance(value, tuple) and len(value) > 1:
        wrong(
            f"{name} is {kind_of(value)} of {len(value)} things; one number is expected.",
            hint="what stands behind `return`",
        )
    result = _numeric(value, name)
    if result.ndim and not (one_sample and result.size == 1):
        wrong(
            f"{name} is {kind_of(result)}; one number is expected.",
            hint="whether the result is summed or averaged to one number",
            shape=list(result.shape),
        )
    return float(
        array(result.reshape(()), name=name, integers=integers or float(result.item()) == 0.0, narrow=narrow)
    )


def mapping(value: Any, keys: Sequence[str], *, name: str) -> dict[str, Any]:
    """Read a student's dict with the given keys; further keys are fine.

    Raises:
        Wrong: not a dict, or a key is missing.
    """
    if not isinstance(value, Mapping):
        wrong(f"{name} is {kind_of(value)}; a dict with the keys {_listed(keys)} is expected.")
    missing = [key for key in keys if key not in value]
    if missing:
        there = _listed([str(key) for key in value]) or "none"
        wrong(f"{name} has no key {_listed(missing)}.\nkeys there: {there}", missing=missing)
    return {key: value[key] for key in keys}


def sequence(value: Any, length: int, *, name: str) -> list[Any]:
    """Read a student's list or tuple of a given length.

    Raises:
        Wrong: neither a list nor a tuple, or another length.
    """
    if isinstance(value, np.ndarray) and value.ndim:
        value = list(value)
    if not isinstance(value, list | tuple):
        wrong(f"{name} is {kind_of(value)}; a list of length {length} is expected.")
    if len(value) != length:
        wrong(f"{name} has length {len(value)}, expected {length}.", length=len(value), expected=length)
    return list(value)


def _numeric(value: Any, name: str) -> np.ndarray:
    """Type: something that numpy reads as an array of real numbers."""
    if value is None:
        wrong(f"{name} is None; an array is expected.", hint="whether it is computed and returned")
    if isinstance(value, np.ndarray):
        result = np.asarray(value)  # drops subclasses such as np.matrix, whose `*` is another one
    elif isinstance(value, bool | int | float | np.generic | list | tuple):
        try:
            result = np.asarray(value)
        except (ValueError, TypeError):
            wrong(f"{name} is {kind_of(value)} whose rows differ in length; an array is expected.")
    else:
        wrong(f"{name} is {kind_of(value)}; an array of numbers is expected.", type=type_name(value))
    if result.dtype.kind not in _NUMERIC_KINDS:
        wrong(
            f"{name} holds {_contents(result)}, not real numbers.",
            hint="what is put into the array",
            dtype=str(result.dtype),
        )
    return result


def _contents(result: np.ndarray) -> str:
    if result.dtype.kind == "c":
        return "complex numbers"
    if result.dtype.kind in "US":
        return "text"
    first = next(iter(result.flat), None)
    return f"objects such as {kind_of(first)}"


def _shaped(result: np.ndarray, shape: tuple[int, ...], name: str, axes: str, one_sample: bool) -> np.ndarray:
    if result.shape == shape:
        return result
    if one_sample and result.shape == (1, *shape):
        return result[0]
    expected = f"{axes} = {shape}" if axes else f"{shape}"
    transposed = len(shape) > 1 and result.shape == shape[::-1]
    wrong(
        f"{name} has shape {result.shape}, expected {expected}.",
        diagnosis=diagnosis("transposed") if transposed else None,
        actual=list(result.shape),
        expected=list(shape),
    )


def _require_finite(result: np.ndarray, name: str) -> None:
    bad = ~np.isfinite(result)
    if not bad.any():
        return
    index = tuple(int(i) for i in np.argwhere(bad)[0])
    what = "nan" if np.isnan(result[bad]).all() else "inf" if np.isinf(result[bad]).all() else "nan or inf"
    if result.ndim == 0:
        wrong(
            f"{name} is {what}, not a finite number.", hint="divisions by zero, logarithms of zero, overflow"
        )
    wrong(
        f"{name} has {what} in {int(bad.sum())} of {result.size} entries, first at {list(index)}.",
        hint="divisions by zero, logarithms of zero, exponentials of large numbers",
        index=list(index),
        count=int(bad.sum()),
    )


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
