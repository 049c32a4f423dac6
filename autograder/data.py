"""The data of the course, loaded from packages or files, never from the network and never from a notebook.

Checks that measure accuracy load the test set here: what a notebook holds under the same names decides nothing.
"""

from dataclasses import dataclass

import numpy as np
from sklearn.datasets import load_digits, load_iris
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler


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
