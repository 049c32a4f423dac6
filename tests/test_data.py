"""Tests of the data of the course; IDX files are written here, a few images each."""

import gzip
import struct
from pathlib import Path

import numpy as np
import pytest

from autograder import data
from autograder.course.assignment import Course
from autograder.errors import DataError

ROOT = Path(__file__).resolve().parent.parent
NAMES = {
    ("train", "images"): "train-images-idx3-ubyte",
    ("train", "labels"): "train-labels-idx1-ubyte",
    ("t10k", "images"): "t10k-images-idx3-ubyte",
    ("t10k", "labels"): "t10k-labels-idx1-ubyte",
}


def idx(entries: np.ndarray) -> bytes:
    """The bytes of an IDX file of unsigned bytes."""
    header = struct.pack(">I", 0x0800 + entries.ndim) + struct.pack(f">{entries.ndim}I", *entries.shape)
    return header + entries.astype(np.uint8).tobytes()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four plain IDX files: 60 images for training, 10 for testing, a bright row for each class."""
    rng = np.random.default_rng(1)
    for part, n in (("train", 60), ("t10k", 10)):
        classes = np.arange(n) % 10
        pixels = rng.integers(0, 50, size=(n, 28, 28))
        pixels[np.arange(n), 2 * classes] = 255
        (tmp_path / NAMES[part, "images"]).write_bytes(idx(pixels))
        (tmp_path / NAMES[part, "labels"]).write_bytes(idx(classes))
    return tmp_path


def test_digits_are_split_in_three() -> None:
    """Validation images come out of the training images; the test images are those of the other assignments."""
    here, other = data.validated_digits(), data.digits()
    assert len(here.X_train) + len(here.X_val) == len(other.X_train)
    assert np.array_equal(here.y_test, other.y_test)
    pixels = here.pixels(here.X_test)
    assert pixels.shape == (270, 8, 8)
    assert np.allclose(pixels, np.round(pixels))
    assert set(np.round(pixels).ravel()) <= set(range(17))


def test_digits_are_standardised_with_the_training_set() -> None:
    """Mean 0 and deviation 1 hold for the training images exactly, for the others nearly."""
    here = data.validated_digits()
    assert np.allclose(here.X_train.mean(axis=0), 0)
    assert np.abs(here.X_val.mean(axis=0)).max() > 1e-3
    assert here.floor == 0.95


def test_the_notebook_has_the_split_of_the_loader() -> None:
    """The data cell of the notebook gives the arrays that the check of `fit` loads."""
    assignment = Course(ROOT).assignment("layers")
    held: dict = {"images": data.images}
    exec(assignment.cell("data").source, held)  # noqa: S102 - the course's own cell
    expected = data.images()
    for name in ("X_train", "y_train", "X_val", "y_val", "X_test", "y_test"):
        assert np.array_equal(held[name], getattr(expected, name)), name


def test_plain_files(folder: Path) -> None:
    """Of 60 training images the last ten validate; one mean and one deviation for all pixels."""
    split = data.idx_images(folder)
    assert split.X_train.shape == (50, 784)
    assert split.X_val.shape == split.X_test.shape == (10, 784)
    assert split.X_train.dtype == np.float64
    assert split.y_val.tolist() == split.y_test.tolist() == list(range(10))
    assert split.y_train.dtype.kind == "i"
    assert abs(split.X_train.mean()) < 1e-12
    assert abs(split.X_train.std() - 1) < 1e-12
    assert split.pixels(split.X_test[3:4])[0, 6].tolist() == [255.0] * 28


@pytest.mark.parametrize("pattern", ["{}.gz", "{}"])
@pytest.mark.parametrize("dot", [False, True])
def test_gzipped_files(folder: Path, pattern: str, dot: bool) -> None:
    """Gzipped files, with or without `.gz`, with a dot in the name or not, hold the same images."""
    plain = data.idx_images(folder)
    for name in NAMES.values():
        content = (folder / name).read_bytes()
        (folder / name).unlink()
        other = name.replace("-idx", ".idx") if dot else name
        (folder / pattern.format(other)).write_bytes(gzip.compress(content, mtime=0))
    packed = data.idx_images(folder)
    assert np.array_equal(plain.X_train, packed.X_train)
    assert np.array_equal(plain.y_test, packed.y_test)


def test_environment_variable_chooses(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`BACKPROP_DATA` names the folder; empty or unset means the digits."""
    monkeypatch.setenv("BACKPROP_DATA", str(folder))
    assert data.images().X_train.shape == (50, 784)
    monkeypatch.setenv("BACKPROP_DATA", " ")
    assert data.images().X_train.shape[1] == 64


def test_images_that_are_hard_ask_for_less(folder: Path) -> None:
    """Where the nearest class mean fails, the floor of the accuracy is lower."""
    assert data.idx_images(folder).floor == 0.95
    noise = np.random.default_rng(2).integers(0, 256, size=(60, 28, 28))
    (folder / NAMES["train", "images"]).write_bytes(idx(noise))
    assert data.idx_images(folder).floor == 0.85


def test_no_folder(tmp_path: Path) -> None:
    """A folder that is not there is named."""
    with pytest.raises(DataError, match=r"BACKPROP_DATA names .*nowhere, which is not a folder"):
        data.idx_images(tmp_path / "nowhere")


@pytest.mark.parametrize("name", NAMES.values())
def test_missing_file(folder: Path, name: str) -> None:
    """A file that is not there is named."""
    (folder / name).unlink()
    with pytest.raises(DataError, match=rf"has no file {name} \(or {name}\.gz\)"):
        data.idx_images(folder)


@pytest.mark.parametrize(
    ("key", "content", "message"),
    [
        (("train", "images"), b"", "not an IDX file of images"),
        (("train", "labels"), b"PNG\x00\x00\x00\x00\x00", "not an IDX file of labels"),
        (("train", "images"), idx(np.zeros(60)), "not an IDX file of images"),
        (
            ("train", "images"),
            idx(np.zeros((60, 28, 28)))[:-1],
            "60 x 28 x 28 = 47040 bytes are announced, 47039",
        ),
        (("train", "images"), idx(np.zeros((60, 8, 8))), "images of 8x8 pixels; 28x28 are expected"),
        (("t10k", "labels"), idx(np.zeros(9)), "9 labels for 10 images"),
        (("t10k", "labels"), idx(np.full(10, 10)), "none above 9"),
        (("train", "images"), idx(np.zeros((60, 28, 28))), "all pixels of the training images are the same"),
        (("t10k", "images"), gzip.compress(b"abc" * 100, mtime=0)[:-9], "cannot be read"),
        (("t10k", "images"), b"\x1f\x8bnothing packed", "cannot be read"),
    ],
)
def test_broken_file(folder: Path, key: tuple[str, str], content: bytes, message: str) -> None:
    """What is wrong with a file is said in one sentence that names it."""
    (folder / NAMES[key]).write_bytes(content)
    with pytest.raises(DataError, match=message) as caught:
        data.idx_images(folder)
    assert str(folder) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_too_few_images(folder: Path) -> None:
    """Five images leave none to validate with."""
    (folder / NAMES["train", "images"]).write_bytes(idx(np.zeros((5, 28, 28))))
    (folder / NAMES["train", "labels"]).write_bytes(idx(np.zeros(5)))
    with pytest.raises(DataError, match="5 training images are too few"):
        data.idx_images(folder)
