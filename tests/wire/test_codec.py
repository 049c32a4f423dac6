"""Values survive the way as bytes, and no bytes do harm on the way back."""

import math
import pickle
import struct
import tracemalloc

import hypothesis.extra.numpy as hnp
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.errors import WireError
from autograder.wire import Decoder, Encoder, Limits, TooLarge, decode, encode
from autograder.wire.references import Argument, Importable, Known, Shown

SHOWN = b"r" + bytes(9) + b"s\0\0\0\0" * 2 + b"t\0\0\0\0" * 2

scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.complex_numbers(),
    st.text(st.characters(exclude_categories=())),  # with lone surrogates
    st.binary(),
)
dtypes = st.one_of(
    hnp.boolean_dtypes(),
    hnp.integer_dtypes(endianness="<"),
    hnp.unsigned_integer_dtypes(endianness="<"),
    hnp.floating_dtypes(endianness="<", sizes=(16, 32, 64)),
    hnp.complex_number_dtypes(endianness="<", sizes=(64, 128)),
    hnp.unicode_string_dtypes(endianness="<", min_len=1),
    hnp.byte_string_dtypes(min_len=1),
)
arrays = hnp.arrays(dtypes, hnp.array_shapes(min_dims=0, min_side=0, max_side=4))
numpy_scalars = dtypes.filter(lambda dtype: dtype.kind not in "US").flatmap(hnp.from_dtype)
keys = st.one_of(
    scalars.filter(lambda key: not isinstance(key, complex)), st.tuples(st.integers(), st.text())
)
values = st.recursive(
    st.one_of(scalars, arrays, numpy_scalars),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.lists(inner, max_size=4).map(tuple),
        st.dictionaries(keys, inner, max_size=4),
        st.sets(keys, max_size=4),
        st.slices(5),
    ),
    max_leaves=12,
)


def same(one, other) -> bool:
    """Equal, of the same types, with nan equal to nan and -0 different from 0."""
    if type(one) is not type(other):
        return False
    if isinstance(one, np.ndarray):
        return (one.dtype, one.shape, one.tobytes()) == (other.dtype, other.shape, other.tobytes())
    if isinstance(one, np.generic):
        return one.dtype == other.dtype and one.tobytes() == other.tobytes()
    if isinstance(one, float):
        return struct.pack("d", one) == struct.pack("d", other) or (math.isnan(one) and math.isnan(other))
    if isinstance(one, complex):
        return same(one.real, other.real) and same(one.imag, other.imag)
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict):
        return same(list(one), list(other)) and same(list(one.values()), list(other.values()))
    if isinstance(one, set):
        return sorted(map(repr, one)) == sorted(map(repr, other))
    return one == other


@given(values)
def test_values_survive(value) -> None:
    """Types, signs of zero, nan, and lone surrogates included."""
    assert same(decode(encode(value)), value)


@given(st.binary(max_size=200))
@settings(max_examples=500)
def test_random_bytes_do_no_harm(data: bytes) -> None:
    """They are a value or a `WireError`."""
    try:
        decode(data)
    except WireError as error:
        assert str(error).endswith(".")


@given(values, st.data())
@settings(max_examples=500)
def test_changed_frames_do_no_harm(value, data) -> None:
    """Also where almost everything is right."""
    frame = bytearray(encode(value))
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(frame) - 1))
        match data.draw(st.sampled_from(["set", "cut", "insert"])):
            case "set":
                frame[at] = data.draw(st.integers(0, 255))
            case "cut":
                del frame[at + 1 :]
            case "insert":
                frame[at:at] = data.draw(st.binary(max_size=9))
    try:
        decode(bytes(frame))
    except WireError as error:
        assert str(error).endswith(".")


@pytest.mark.parametrize(
    ("frame", "sentence"),
    [
        (b"", "ends in the middle"),
        (b"\xff", "unknown kind"),
        (pickle.dumps([1]), "unknown kind"),
        (b"NN", "after the end"),
        (b"i\0", "ends in the middle"),
        (b"l\xff\xff\xff\xff", "more than 200,000 entries"),
        (b"l\x10\0\0\0", "ends in the middle"),
        (b"s\xff\xff\xff\x7f", "at most 1048576"),
        (b"s\x01\0\0\0\xff", "not UTF-8"),
        (b"I\xff\xff\0\0", "at most 128"),
        (b"l\x01\0\0\0" * 50 + b"N", "nested more than 40"),
        (b"a\x02|O\x01\x01\x01\0\0\0" + bytes(8), "dtype that is not plain"),
        (b"a\x03<M8\x01\x01\x01\0\0\0" + bytes(8), "dtype that is not plain"),
        (b"a\x03|b1\x01\x01\x01\0\0\0\x02", "neither 0 nor 1"),
        (b"a\x03<U1\x01\x01\x01\0\0\0\xff\xff\xff\xff", "no characters"),
        (b"a\x03<f8\x01\x02\xff\xff\xff\xff\xff\xff\xff\xff", "axis of length"),
        (b"a\x03<f8\x01\x02\0\0\0\0\xff\xff\xff\xff", "axis of length"),
        (b"a\x03<f8\x01\x40", "64 axes"),
        (b"m\x02\0\0\0i" + bytes(8) + b"Ni" + bytes(8) + b"N", "same key twice"),
        (b"m\x01\0\0\0l\0\0\0\0N", "not plain"),
        (b"L\x03\0\0\0NNT", "not integers"),
        (b"l\x11\x27\0\0" + SHOWN * 10_001, "more than 10,000 objects"),
        (b"g\0\0\0\0", "none is allowed (Argument)"),
        (b"k" + bytes(8), "none is allowed (Known)"),
    ],
)
def test_each_breach_has_its_sentence(frame: bytes, sentence: str) -> None:
    """One sentence says what is wrong with a frame."""
    with pytest.raises(WireError) as caught:
        decode(frame, *([lambda reference: None] if SHOWN in frame else []))
    assert sentence in str(caught.value)


@pytest.mark.parametrize(
    "frame",
    [
        b"l\x40\x0d\x03\0" + b"l\0\0\0\0" * 200_000,
        b"a\x03<f8\x01\x01\xff\xff\xff\0",
        b"t\x02\0\0\0" * 39 + b"N",
        b"s\0\0\x10\0" + b"a" * 2**20,
    ],
    ids=["empty lists", "announced array", "nested", "text"],
)
def test_memory_is_bounded(frame: bytes) -> None:
    """Reading allocates a small multiple of the frame, whatever it announces."""
    tracemalloc.start()
    try:
        decode(frame)
    except WireError:
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20 * max(len(frame), 10_000)


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (np.zeros(20), "more than"),
        (np.broadcast_to(1.0, (10**9,)), "more than"),
        (np.zeros((0, 2**40)), "more than"),
        ([0] * 101, "more than 100 entries"),
        ("a" * 51, "a text"),
        (1 << 100, "an integer"),
    ],
)
def test_what_is_too_large_is_not_sent(value, sentence: str) -> None:
    """The sender says so; nothing is cut."""
    limits = Limits(frame=150, items=100, text=50, integer=8)
    with pytest.raises(TooLarge, match=sentence):
        encode(value, limits=limits)


def test_nesting_without_end_is_too_large() -> None:
    """A list that holds itself."""
    value: list = []
    value.append(value)
    with pytest.raises(TooLarge, match="nested"):
        encode(value)


@pytest.mark.parametrize(
    "value", [object(), np.array([None]), np.array(["2020"], dtype="M8[Y]"), {(1, (2,)): 3}, len]
)
def test_what_is_not_plain_does_not_travel(value) -> None:
    """Without `refer` it is a TypeError of the sender."""
    with pytest.raises(TypeError, match="travel"):
        encode(value)


def test_subclasses_are_not_plain() -> None:
    """`refer` decides what they are."""
    seen = []

    class Names(list):
        pass

    def refer(value):
        seen.append(type(value).__name__)
        return np.asarray(value) if isinstance(value, np.ndarray) else list(value)

    sent = encode([Names("ab"), np.ones((1, 1)).view(np.matrix), np.ma.masked_array([1.0])], refer)
    assert seen == ["Names", "matrix", "MaskedArray"]
    assert same(decode(sent), [["a", "b"], np.array([[1.0]]), np.array([1.0])])


def test_arrays_arrive_in_one_order_and_width() -> None:
    """C order, little-endian, eight bytes at most; whether they can be written stays."""
    frozen = np.arange(3.0)
    frozen.flags.writeable = False
    given_arrays = [
        np.arange(6).reshape(2, 3).T,
        np.arange(3, dtype=">f4"),
        np.ones(2, np.longdouble),
        frozen,
    ]
    transposed, swapped, wide, read_only = decode(encode(given_arrays))
    assert transposed.tolist() == [[0, 3], [1, 4], [2, 5]]
    assert transposed.flags.c_contiguous
    assert swapped.dtype == np.dtype("<f4")
    assert wide.dtype == np.float64
    assert not read_only.flags.writeable
    assert transposed.flags.writeable
    assert transposed.flags.owndata or transposed.base.flags.owndata


def test_references_survive() -> None:
    """With their names, cut to a length."""
    sent = [Shown(7, 1, "ReLU", "relu" * 100, ("forward",), ("W",)), Known(3), Importable("numpy", "tanh")]
    found = decode(encode(sent, refer=lambda value: value), resolve=lambda reference: reference)
    assert found == [Shown(7, 1, "ReLU", ("relu" * 100)[:200], ("forward",), ("W",)), *sent[1:]]


def test_what_comes_twice_is_one_thing() -> None:
    """Numbered containers keep their identity, also a list that holds itself."""
    array, ring = np.ones(2), []
    ring.append(ring)
    encoder = Encoder(number=True)
    sent = encoder.encode([array, array, ring])
    decoder = Decoder(lambda reference: decoder.numbered[reference.position])
    one, two, three = decoder.decode(sent)
    assert one is two
    assert three[0] is three
    assert len(decoder.numbered) == len(encoder.numbered) == 3
    assert decode(Encoder(known={id(array): 5}).encode([array]), lambda found: found) == [Argument(5)]
