"""Checks of question `library_model`: numbers about a model that a library trained.

Nothing is taken on trust: the model's own weights are put into a fresh `MLPClassifier` of the examiner, which must
predict what the model predicts at inputs that nobody has seen. All numbers are then judged with the fresh one. So a
Keras model, whose weights come from `get_weights`, is judged in the same way, without importing Keras.
"""

import warnings
from typing import Any

import numpy as np
from sklearn.neural_network import MLPClassifier

from autograder.causes import diagnosis
from autograder.checks.neural_net.training import FLOOR, accuracy_on_test_set, unseen
from autograder.data import digits
from autograder.judge import array, call, confirmed, equal, generator, number, sequence, wrong

ACTIVATIONS = ("logistic", "tanh", "relu", "identity")
EPSILON = 1e-6  # the largest that a student may put into the logarithm
SINGLE = 1e-4  # libraries work in float32: absolute error of a probability
RELATIVE = 1e-3
"""Allowed relative error of a mean. float32 probabilities move it by about 1e-5; a library's own training loss, the
usual slip, is off by more than 1e-2."""

SURE = 0.2
"""The least mean of the largest probability that shows a trained model; it is 0.1 for one that knows nothing."""

ALIKE = 0.05
"""By how much a probability varies at least from sample to sample. Weights as they were drawn are enough for 0.08."""

OPEN = 2.0
"""How many times as large a likelihood may be without an epsilon as with the largest one, to be judged by these two ends.

Networks that are trained for a hundred times as long as the text asks for come to 1.5. Between ends further apart lies almost any
number: a model with huge weights is sure, and often wrong, so that what was put into the logarithm is all there is to see."""

USUAL = tuple(10.0**-digits for digits in range(6, 17)) + (float(np.finfo(np.float64).eps),)
"""Epsilons that people put into a logarithm; the notebook's own is among them."""

GAP = 0.05  # between the test accuracies of the two networks


@confirmed
def library_nll_of_42(library_model: Any, nll_of_42: Any) -> None:
    """The negative log likelihood of the test sample with index 42."""
    data = digits()
    rebuilt = rebuild(library_model)
    near = {
        "index_counted_from_one": _nll(rebuilt, data.X_test[41:42], data.y_test[41:42]),
        "training_for_test": _nll(rebuilt, data.X_train[42:43], data.y_train[42:43]),
    }
    _judge_nll(nll_of_42, rebuilt, data.X_test[42:43], data.y_test[42:43], "nll_of_42", near)


@confirmed
def library_mean_nll(library_model: Any, mean_nll: Any, part: str) -> None:
    """The mean negative log likelihood over the training or the test set.

    Args:
        library_model: the student's trained model.
        mean_nll: the student's number.
        part: `train` or `test`.
    """
    data = digits()
    rebuilt = rebuild(library_model)
    sets = {"train": (data.X_train, data.y_train), "test": (data.X_test, data.y_test)}
    X, y = sets.pop(part)
    [(other_X, other_y)] = sets.values()
    other = "test_for_training" if part == "train" else "training_for_test"
    reported = getattr(library_model, "loss_", None)
    near = {
        "sum_for_mean": len(y) * _nll(rebuilt, X, y),
        "mean_over_classes": _nll(rebuilt, X, y) / 10,
        "training_loss_reported": float(reported) if isinstance(reported, float) else np.nan,
        other: _nll(rebuilt, other_X, other_y),
    }
    _judge_nll(mean_nll, rebuilt, X, y, f"mean_nll_{part}", near)


@confirmed
def library_accuracy(library_model: Any, model: Any) -> None:
    """The library's network and the student's own end near each other.

    Args:
        library_model: the student's trained library model.
        model: the student's trained network.
    """
    data = digits()
    rebuilt = rebuild(library_model)
    found = float(np.mean(rebuilt.predict(data.X_test) == data.y_test))
    own = accuracy_on_test_set(model)
    # A network of one's own that did not learn has cost its own aspect; here it would make the task easier.
    own = max(own, FLOOR)
    if abs(found - own) <= GAP:
        unseen(rebuilt.predict, "library_model")
        return
    wrong(
        f"library_model classifies {found:.1%} of the test set, your own model {own:.1%}.\n"
        f"They may be {GAP * 100:.0f} percentage points apart.",
        hint="how long and at which learning rate library_model is trained, and on which data",
        library=found,
        own=own,
    )


def rebuild(library_model: Any) -> MLPClassifier:
    """A classifier of the examiner with the weights of the student's model, proved to predict the same.

    Raises:
        Wrong: the model has no weights that can be read, they have other shapes than the network of the text, or the
            model's predictions do not follow from them.
    """
    coefficients, intercepts = _weights(library_model)
    sizes = [len(coefficients[0]), *(matrix.shape[1] for matrix in coefficients)]
    if sizes[0] != 64 or sizes[-1] != 10 or len(sizes) < 3:
        shape = "-".join(map(str, sizes))
        wrong(
            f"library_model is a network of sizes {shape}; 64-10-10 is expected.",
            hint="64 pixels, one hidden layer, 10 classes",
            sizes=sizes,
        )
    fresh = MLPClassifier(hidden_layer_sizes=tuple(sizes[1:-1]), max_iter=1)
    rng = generator("library_model")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # one iteration does not converge: it only makes the parts
        fresh.fit(np.eye(10, 64), np.arange(10))
    fresh.coefs_, fresh.intercepts_ = coefficients, intercepts
    X = np.vstack([rng.normal(size=(30, 64)), digits().X_test[:10]])
    predicted = _predicted(library_model, X)
    for activation in ACTIVATIONS:
        fresh.activation = activation
        if np.max(np.abs(fresh.predict_proba(X) - predicted)) < SINGLE:
            return fresh
    wrong(
        "library_model does not predict what its own weights say.",
        hint="library_model: a trained network with one hidden layer and a softmax output, as the library made it",
    )


def _weights(library_model: Any) -> tuple[list[np.ndarray], list[np.ndarray]]:
    """Matrices `(in, out)` and vectors `(out,)` of a scikit-learn or Keras network, from the input on."""
    if hasattr(library_model, "coefs_"):
        matrices = list(library_model.coefs_)
        vectors = sequence(library_model.intercepts_, len(matrices), name="library_model.intercepts_")
    elif hasattr(library_model, "get_weights"):
        found = list(call(library_model.get_weights, name="library_model.get_weights()"))
        matrices, vectors = found[0::2], found[1::2]
    else:
        wrong(
            "library_model has neither `coefs_` (scikit-learn) nor `get_weights` (Keras): it is no trained network.",
            hint="library_model must be the fitted model itself",
        )
    arrays = [
        [array(value, name="a weight of library_model", narrow=True) for value in values]
        for values in (matrices, vectors)
    ]
    chained = all(
        matrix.ndim == 2 and vector.shape == matrix.shape[1:] for matrix, vector in zip(*arrays, strict=False)
    ) and all(left.shape[1] == len(right) for left, right in zip(arrays[0], arrays[0][1:], strict=False))
    if not matrices or len(matrices) != len(vectors) or not chained:
        wrong(
            "the weights of library_model are not those of dense layers, each a matrix and a vector.",
            hint="library_model: dense layers with biases only",
        )
    return arrays[0], arrays[1]


def _predicted(library_model: Any, X: np.ndarray) -> np.ndarray:
    name = "predict_proba" if hasattr(library_model, "predict_proba") else "predict"
    name_of_call = f"library_model.{name}(X)"
    found = call(getattr(library_model, name), X, name=name_of_call)
    return array(found, name=name_of_call, shape=(len(X), 10), axes="(N, C)", narrow=True)


def _known_beforehand(rebuilt: MLPClassifier, expected: float) -> bool:
    """Whether a likelihood takes no computation: all samples are alike to the model, or all classes, or it is sure and wrong."""
    data = digits()
    probabilities = rebuilt.predict_proba(data.X_test)
    if np.ptp(probabilities, axis=0).max() < ALIKE:
        return True
    if (
        np.median(probabilities.max(axis=1)) == 1.0
        and np.mean(probabilities.argmax(axis=1) == data.y_test) < 0.5
    ):
        return True
    guess = float(np.log(probabilities.shape[1]))
    return float(probabilities.max(axis=1).mean()) < SURE and abs(expected - guess) < 2 * RELATIVE * guess


def _ends(rebuilt: MLPClassifier, X: np.ndarray, y: np.ndarray) -> list[tuple[float, float]]:
    """Between which numbers a likelihood may lie, for what a student may put into the logarithm."""
    low, high = _nll(rebuilt, X, y, EPSILON), _nll(rebuilt, X, y)
    if high <= OPEN * low + 3 * EPSILON:
        return [(low, high)]
    return [(one, one) for one in (_nll(rebuilt, X, y, epsilon) for epsilon in USUAL)]


def _nll(rebuilt: MLPClassifier, X: np.ndarray, y: np.ndarray, epsilon: float = 0.0) -> float:
    true_class = rebuilt.predict_proba(X)[np.arange(len(y)), y]
    return float(np.mean(-np.log(np.maximum(true_class + epsilon, np.finfo(float).tiny))))


def _judge_nll(
    value: Any, rebuilt: MLPClassifier, X: np.ndarray, y: np.ndarray, name: str, near: dict[str, float]
) -> None:
    found = number(value, name=name, one_sample=True, narrow=True)
    high = _nll(rebuilt, X, y)
    if _known_beforehand(rebuilt, high):
        wrong(
            f"library_model knows nothing about the classes of the test set, so {name} proves nothing.",
            hint="whether library_model is trained, and on which data",
        )
    # float32 rounds a probability near 1 by 6e-8, which is all that a very sure prediction costs.
    for least, most in _ends(rebuilt, X, y):
        if least * (1 - RELATIVE) - 2 * EPSILON <= found <= most * (1 + RELATIVE) + 2 * EPSILON:
            return
    causes = [
        cause
        for cause, wrong_value in near.items()
        if abs(found - wrong_value) <= RELATIVE * abs(wrong_value)
    ]
    if len(causes) == 1:
        wrong(
            f"{name} has the wrong value.\nyours {found:.6g}, expected {high:.6g}",
            diagnosis=diagnosis(causes[0]),
        )
    equal(
        found,
        high,
        name=name,
        relative=RELATIVE,
        suspects={"wrong_logarithm": [np.array(high / np.log(base)) for base in (2, 10)]},
        hint="the probability that library_model gives the true class, and which samples are averaged",
    )
