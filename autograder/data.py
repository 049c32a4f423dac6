"""The data of the course, loaded from packages or files, never from the network and never from a notebook.

Checks that measure accuracy load the test set here: what a notebook holds under the same names decides nothing.
"""

import gzip
import math
import os
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.datasets import load_digits, load_iris
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

from autograder.errors import DataError

FOLDER_VARIABLE = "BACKPROP_DATA"
"""Environment variable that names a folder of IDX images; without it assignment 4 trains on the digits."""

VALIDATION_SHARE = 6
"""One in six training images validates: of the usual 60,000 the last 10,000."""

IMAGE_SHAPE = (28, 28)

_IMAGES_MAGIC, _LABELS_MAGIC = 0x0803, 0x0801  # unsigned bytes in three and in one dimension


@dataclass(frozen=True)
class Split:
    """Training and test data: features `(N, D)` float64 and standardised, classes `(N,)` integers."""

    X_train: np.ndarray
    y_train: np.ndarray
    X_test: np.ndarray
    y_test: np.ndarray


def digits() -> Split:
    """scikit-learn's 1,797 handwritten digits of 8x8 pixels, 1,527 for training and 270 for testing."""
    images, classes = load_digits(return_X_y=True)
    X_train, X_test, y_train, y_test = train_test_split(images, classes, test_size=0.15, random_state=37)
    scaler = StandardScaler().fit(X_train)
    return Split(scaler.transform(X_train), y_train, scaler.transform(X_test), y_test)


def iris() -> tuple[np.ndarray, np.ndarray]:
    """Fisher's 150 irises: four standardised features `(150, 4)` and classes `(150,)`."""
    features, classes = load_iris(return_X_y=True)
    return StandardScaler().fit_transform(features), classes


@dataclass(frozen=True)
class ValidatedSplit(Split):
    """Data with a part that chooses settings, so that the test set stays unseen.

    Attributes:
        X_val: validation features `(N, D)`, float64, scaled with the training set's statistics.
        y_val: their classes `(N,)`.
        image_shape: what a row of `D` pixels looks like, `(8, 8)` or `(28, 28)`.
        floor: the validation accuracy that assignment 4 asks for on these data.
        mean: what was taken off each pixel, a number or `(D,)`.
        deviation: what each pixel was then divided by.
    """

    X_val: np.ndarray
    y_val: np.ndarray
    image_shape: tuple[int, int]
    floor: float
    mean: np.ndarray | float
    deviation: np.ndarray | float

    def pixels(self, X: np.ndarray) -> np.ndarray:
        """Features `(N, D)` as images `(N, height, width)` again, with the brightness that the files hold."""
        return (X * self.deviation + self.mean).reshape(-1, *self.image_shape)


def images() -> ValidatedSplit:
    """The images of assignment 4: those in the folder that `BACKPROP_DATA` names, otherwise the digits.

    Raises:
        DataError: the folder or a file in it is not what it must be.
    """
    folder = os.environ.get(FOLDER_VARIABLE, "").strip()
    return idx_images(folder) if folder else validated_digits()


def validated_digits() -> ValidatedSplit:
    """The 1,797 digits: 1,272 for training, 255 for validation, and the 270 test images of `digits`."""
    rows, classes = load_digits(return_X_y=True)
    rest, X_test, y_rest, y_test = train_test_split(rows, classes, test_size=0.15, random_state=37)
    # Splits differ by what happens to be hard. In this one a network that is right gets 0.98 of the validation images,
    # which leaves room above the 0.95 that are asked for.
    X_train, X_val, y_train, y_val = train_test_split(
        rest, y_rest, test_size=1 / VALIDATION_SHARE, random_state=2
    )
    scaler = StandardScaler().fit(X_train)
    X_train, X_val, X_test = (scaler.transform(part) for part in (X_train, X_val, X_test))
    return ValidatedSplit(
        X_train, y_train, X_test, y_test, X_val, y_val, (8, 8), 0.95, scaler.mean_, scaler.scale_
    )


def idx_images(folder: str | Path) -> ValidatedSplit:
    """Images of 28x28 pixels in the four IDX files of MNIST and Fashion-MNIST, plain or gzipped.

    The last sixth of the training images validates. All pixels are scaled by one mean and one deviation: pixels
    at the rim are almost always empty, and a deviation of their own would make rare ink there enormous.

    Args:
        folder: holds `train-images-idx3-ubyte`, `train-labels-idx1-ubyte`, `t10k-images-idx3-ubyte` and
            `t10k-labels-idx1-ubyte`; `.gz` at the end, and a dot before `idx`, are fine.

    Raises:
        DataError: the folder or a file is missing, or a file is not what its name says.
    """
    folder = Path(folder).expanduser()
    if not folder.is_dir():
        raise DataError(f"{FOLDER_VARIABLE} names {folder}, which is not a folder")
    train, y_train = _labelled_images(folder, "train")
    test, y_test = _labelled_images(folder, "t10k")
    if len(train) < VALIDATION_SHARE:
        raise DataError(f"{folder}: {len(train)} training images are too few to train and validate")
    split = len(train) - len(train) // VALIDATION_SHARE
    mean, deviation = train[:split].mean(), train[:split].std()
    if deviation == 0:
        raise DataError(f"{folder}: all pixels of the training images are the same")
    X_train, X_val, X_test = ((part - mean) / deviation for part in (train[:split], train[split:], test))
    y_train, y_val = y_train[:split], y_train[split:]
    floor = _floor(X_train, y_train, X_val, y_val)
    return ValidatedSplit(X_train, y_train, X_test, y_test, X_val, y_val, IMAGE_SHAPE, floor, mean, deviation)


def _floor(X_train: np.ndarray, y_train: np.ndarray, X_val: np.ndarray, y_val: np.ndarray) -> float:
    """The validation accuracy to ask for: 0.95 where classes are as distinct as digits are, else 0.85.

    The measure is the nearest class mean, which gets 0.8 of MNIST right and less than 0.7 of Fashion-MNIST, whose
    shirts and coats no network of this size tells apart in 95 of 100 cases.
    """
    present = np.unique(y_train)
    means = np.array([X_train[y_train == c].mean(axis=0) for c in present])
    nearest = present[np.argmin(np.sum(means**2, axis=1) - 2 * X_val @ means.T, axis=1)]
    return 0.95 if np.mean(nearest == y_val) >= 0.75 else 0.85


def _labelled_images(folder: Path, part: str) -> tuple[np.ndarray, np.ndarray]:
    """Images `(N, 784)` of unsigned bytes and their classes `(N,)`; `part` is `train` or `t10k`."""
    path = _find(folder, f"{part}-images", "idx3-ubyte")
    pixels = _read_idx(path, _IMAGES_MAGIC, "images")
    if pixels.shape[1:] != IMAGE_SHAPE:
        height, width = pixels.shape[1:]
        raise DataError(f"{path}: images of {height}x{width} pixels; 28x28 are expected")
    labels_path = _find(folder, f"{part}-labels", "idx1-ubyte")
    classes = _read_idx(labels_path, _LABELS_MAGIC, "labels").astype(int)
    if len(classes) != len(pixels):
        raise DataError(f"{labels_path}: {len(classes)} labels for {len(pixels)} images")
    if len(classes) == 0 or classes.max() > 9:
        raise DataError(f"{labels_path}: at least one label is expected, and none above 9")
    return pixels.reshape(len(pixels), -1), classes


def _find(folder: Path, stem: str, kind: str) -> Path:
    for name in (f"{stem}-{kind}", f"{stem}-{kind}.gz", f"{stem}.{kind}", f"{stem}.{kind}.gz"):
        if (folder / name).is_file():
            return folder / name
    raise DataError(f"{folder} has no file {stem}-{kind} (or {stem}-{kind}.gz)")


def _read_idx(path: Path, magic: int, content: str) -> np.ndarray:
    """An IDX file of unsigned bytes: magic number, sizes, then the entries; all integers are big-endian."""
    try:
        # The file decides, not its name: some copies are unpacked and keep the `.gz`.
        raw = path.read_bytes()
        data = gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw
    except (OSError, EOFError, zlib.error) as error:
        raise DataError(f"{path}: cannot be read ({error})") from error
    axes = magic & 0xFF
    start = 4 + 4 * axes
    if len(data) < start or struct.unpack(">I", data[:4])[0] != magic:
        raise DataError(f"{path}: not an IDX file of {content} (its first four bytes say otherwise)")
    shape = struct.unpack(f">{axes}I", data[4:start])
    if math.prod(shape) != len(data) - start:
        sizes = " x ".join(map(str, shape))
        raise DataError(
            f"{path}: {sizes} = {math.prod(shape)} bytes are announced, {len(data) - start} are there"
        )
    return np.frombuffer(data, dtype=np.uint8, offset=start).reshape(shape)
