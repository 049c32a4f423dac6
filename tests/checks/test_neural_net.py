"""What the variants do not reach: odd results, planted errors of 0.05 %, slips below a question, fakes, Keras."""

import copy
import functools
import importlib.util
import warnings
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sklearn.neural_network import MLPClassifier

from autograder.checks import neural_net as check
from autograder.course.assignment import Course
from autograder.course.marks import without_marks
from autograder.data import digits
from autograder.errors import CheckFailed
from autograder.judge import Wrong

ROOT = Path(__file__).resolve().parents[2]
ASSIGNMENT = Course(ROOT).assignment("neural_net")
DEFINITIONS = (
    "given_functions",
    "sigmoid",
    "dsigmoid",
    "neural_net",
    "minibatch",
    "momentum",
    "activations",
    "deep_net",
)
PLANTED = 1 + 5e-4  # the smallest error that the course promises to see

GRADIENTS = ["neural_net-grad_W_o", "neural_net-grad_b_o", "neural_net-grad_W_h", "neural_net-grad_b_h"]
OF_CLASS = ["neural_net-init", "neural_net-forward_one", "neural_net-forward_batch", "neural_net-loss"]
OF_CLASS += [*GRADIENTS, "neural_net-train"]
OF_BATCH = ["minibatch-output", "minibatch-hidden", "minibatch-one_row"]
OF_DEEP = ["init", "forward", "loss", "grad_weights", "grad_biases", "default_activation"]


@functools.cache
def solution(grade_id: str) -> str:
    """The solved cell, without marks and without what trains or draws."""
    return without_marks(ASSIGNMENT.cell(grade_id).source)


def solved(**changes: tuple[str, str]) -> dict[str, Any]:
    """The names that the solutions define, after (old, new) edits of some of the cells."""
    import autograd.numpy as anp

    names: dict[str, Any] = {"np": anp, "pairwise": pairwise}

    for grade_id in DEFINITIONS:
        source = solution(grade_id)
        if grade_id in changes:
            old, new = changes[grade_id]
            assert source.count(old) == 1
            source = source.replace(old, new)
        exec(source, names)  # noqa: S102 - the course's own cells
    return names


def failing(names: dict[str, Any], aspects: list[str]) -> list[str]:
    """The aspects, hidden tests included, that fail with these names."""
    failed = []
    for aspect in aspects:
        try:
            exec(ASSIGNMENT.cell(aspect).source, dict(names))  # noqa: S102 - the course's own cells
        except CheckFailed:
            failed.append(aspect)
    return failed


def scaled(values: Any, factor: float = PLANTED) -> np.ndarray:
    """The same values with an error in one entry."""
    values = np.array(values, dtype=float)
    values.flat[np.argmax(np.abs(values))] *= factor
    return values


def test_solutions_pass() -> None:
    """The cells of this module judge the solution right, without the training cells."""
    assert failing(solved(), OF_CLASS + OF_BATCH + [f"deep_net-{aspect}" for aspect in OF_DEEP]) == []


@pytest.mark.parametrize(
    ("cell", "edit"),
    [
        ("sigmoid", ("0.5 + 0.5 * np.tanh(0.5 * X)", "1 / (1 + np.exp(X))")),
        ("sigmoid", ("0.5 + 0.5 * np.tanh(0.5 * X)", "np.tanh(X)")),
        ("dsigmoid", ("activation = sigmoid(X)", "activation = X")),
        ("dsigmoid", ("activation * (1 - activation)", "activation * (1 - activation * 2)")),
        ("neural_net", ("X @ self.W_h + self.b_h", "X @ self.W_h")),
        ("neural_net", ("h @ self.W_o + self.b_o", "h @ self.W_o - self.b_o")),
        ("neural_net", ("return y, h, z_h", "return y, z_h, h")),
        ("neural_net", ("np.outer(x, delta_h)", "np.outer(x, delta_h) * 2")),
        ("neural_net", ("delta_o = y - one_hot", "delta_o = y + one_hot")),
    ],
)
def test_a_slip_below_does_not_cost_what_stands_on_it(cell: str, edit: tuple[str, str]) -> None:
    """A wrong sigmoid, derivative, forward pass or gradient leaves the questions above it alone."""
    above = OF_BATCH + ["deep_net-forward", "deep_net-grad_weights", "deep_net-default_activation"]
    if cell != "neural_net":
        above += OF_CLASS
    assert failing(solved(**{cell: edit}), above) == []


@pytest.mark.parametrize("key", ["W_h", "b_h", "W_o", "b_o"])
def test_a_small_error_in_one_entry_is_seen(key: str) -> None:
    """0.05 % in one entry of one gradient costs that aspect, and no other."""
    names = solved()

    class Planted(names["NeuralNet"]):
        def grad_loss(self, x, y_true):
            grads = super().grad_loss(x, y_true)
            return grads | {key: scaled(grads[key])}

    assert failing(names | {"NeuralNet": Planted}, GRADIENTS) == [f"neural_net-grad_{key}"]


def test_a_small_error_in_batches_and_deep_networks_is_seen() -> None:
    """0.05 % in one entry of a mean gradient."""
    names = solved()
    right, DeepNet = names["grad_loss_batch"], names["DeepNet"]

    def planted(model, X, y):
        grads = right(model, X, y)
        return grads | {"W_h": scaled(grads["W_h"])}

    class Planted(DeepNet):
        def grad_loss(self, X, y):
            grads = super().grad_loss(X, y)
            return grads | {"biases": [scaled(grads["biases"][0]), *grads["biases"][1:]]}

    assert failing(names | {"grad_loss_batch": planted}, OF_BATCH) == [
        "minibatch-hidden",
        "minibatch-one_row",
    ]
    aspects = ["deep_net-grad_weights", "deep_net-grad_biases"]
    assert failing(names | {"DeepNet": Planted}, aspects) == ["deep_net-grad_biases"]


@pytest.mark.parametrize("epsilon", [0.0, 1e-15, 1e-8, 1e-6])
def test_the_epsilon_in_the_logarithm_does_not_matter(epsilon: float) -> None:
    """Any epsilon up to 1e-6 passes, whatever is compared with the student's own loss."""
    names = solved(given_functions=("1e-12", repr(epsilon)))
    assert failing(names, [*OF_CLASS, *OF_BATCH, "deep_net-loss", "deep_net-grad_weights"]) == []


def test_a_constant_cost_with_zero_gradients_earns_nothing() -> None:
    """A deep network that agrees with itself because nothing ever changes."""
    names = solved()

    class Constant(names["DeepNet"]):
        def forward(self, X):
            return np.full((len(X), 4), 0.25)

        def loss(self, X, y):
            return 1.0

        def grad_loss(self, X, y):
            return {name: [0 * value for value in getattr(self, name)] for name in ("weights", "biases")}

    assert failing(names | {"DeepNet": Constant}, [f"deep_net-{aspect}" for aspect in OF_DEEP[1:]]) == [
        f"deep_net-{aspect}" for aspect in OF_DEEP[1:]
    ]
    zero = names | {
        "grad_loss_batch": lambda model, X, y: {
            key: 0 * getattr(model, key) for key in ("W_h", "b_h", "W_o", "b_o")
        }
    }
    assert failing(zero, OF_BATCH) == OF_BATCH


def nothing(*arguments: Any) -> None:
    """Returns nothing."""


def prints(*arguments: Any) -> None:
    """Prints instead of returning."""
    print("0.5")


def fails(*arguments: Any) -> None:
    """Raises."""
    raise ValueError("half done")


ELEMENTWISE: dict[str, Callable[[Any], None]] = {
    "sigmoid": check.sigmoid_values,
    "dsigmoid": lambda function: check.dsigmoid_values(function, solved()["sigmoid"]),
    "tanh": check.tanh_values,
    "dtanh": lambda function: check.dtanh_values(function, np.tanh),
    "relu": check.relu_values,
    "drelu": lambda function: check.drelu_values(function, lambda X: np.maximum(X, 0)),
}


@pytest.mark.parametrize("name", ELEMENTWISE)
@pytest.mark.parametrize(
    ("function", "message"),
    [
        (nothing, "returned None"),
        (fails, "raised ValueError: half done"),
        (0.5, "cannot be called"),
        (lambda X: "0.5", "a str"),
        (lambda X: np.asarray(X)[..., None] * 1.0, "has shape"),
        (lambda X: np.asarray(X) * np.nan, "nan"),
        (lambda X: np.asarray(X) * 1j, "complex numbers"),
    ],
)
def test_each_odd_result_has_its_own_sentence(name: str, function: Any, message: str) -> None:
    """Not callable, None, an exception, a wrong type, shape, nan: told apart."""
    with pytest.raises(Wrong, match=message):
        ELEMENTWISE[name](function)


@pytest.mark.parametrize("name", ["sigmoid", "dsigmoid", "tanh", "dtanh"])
def test_float32_out_of_float64_is_told(name: str) -> None:
    """Losing digits on the way has its own message."""
    right = solved()[name]
    with pytest.raises(Wrong, match="float64 went in"):
        ELEMENTWISE[name](lambda X: np.asarray(right(X), dtype=np.float32))


def test_a_missing_name_is_told() -> None:
    """A check cell of a question that was never run names what is missing."""
    names = solved()
    del names["DeepNet"]
    with pytest.raises(CheckFailed, match="`DeepNet` does not exist yet"):
        exec(ASSIGNMENT.cell("deep_net-forward").source, names)  # noqa: S102 - the course's own cells


@pytest.mark.parametrize(
    ("grads", "message"),
    [
        (None, "returned None"),
        ([1, 2], "a dict with the keys"),
        ({"W_h": 0}, "has no key"),
    ],
)
def test_a_gradient_that_is_no_dict_is_told(grads: Any, message: str) -> None:
    """None, a list, missing keys."""
    names = solved()

    class Odd(names["NeuralNet"]):
        def grad_loss(self, x, y_true):
            return grads

    with pytest.raises(Wrong, match=message):
        check.network_gradient(Odd, names["dsigmoid"], "W_h")


def test_identical_biases_and_zero_output_weights_are_a_right_start() -> None:
    """Only hidden units that are alike are wrong; where they differ, the rest may start anywhere."""
    names = solved(
        neural_net=(
            "np.random.uniform(-0.1, 0.1, size=(hidden_size, output_size))",
            "np.zeros((hidden_size, output_size))",
        )
    )
    assert failing(names, OF_CLASS) == []


@pytest.mark.parametrize("kind", [0.0, 0.5, 1.0, True, False])
def test_any_value_at_the_kink_of_relu_is_right(kind: float) -> None:
    """0, 0.5, 1 and booleans."""

    def drelu(X):
        step = np.asarray(X) > 0
        return (
            step | (np.asarray(X) == 0) & kind
            if isinstance(kind, bool)
            else np.where(np.asarray(X) == 0, kind, step)
        )

    assert failing(solved() | {"drelu": drelu}, ["activations-drelu"]) == []


def test_the_kink_takes_no_other_value() -> None:
    """2 is no derivative of relu anywhere."""
    with pytest.raises(Wrong, match="is wrong in"):
        check.drelu_values(
            lambda X: np.where(np.asarray(X) == 0, 2.0, np.asarray(X) > 0), lambda X: np.maximum(X, 0)
        )


def test_checks_leave_random_numbers_alone() -> None:
    """Students' numbers are the same whether or not they ran a check cell."""
    names = solved()
    np.random.seed(3)
    expected = np.random.get_state()[1].copy()
    assert failing(names, ["sigmoid-values", *OF_CLASS]) == []
    assert np.array_equal(np.random.get_state()[1], expected)


@pytest.fixture(scope="module")
def trained() -> MLPClassifier:
    """A library model as the notebook makes it, with a few epochs less."""
    data = digits()
    model = MLPClassifier(
        (10,), activation="logistic", solver="sgd", learning_rate_init=0.1, batch_size=32, random_state=0
    )
    for _ in range(10):
        model.partial_fit(data.X_train, data.y_train, classes=np.arange(10))
    return model


class Own:
    """A trained network of the student's, as far as the check reads it."""

    def __init__(self, model: MLPClassifier) -> None:
        self.forward = model.predict_proba


def numbers(predict: Callable[[np.ndarray], np.ndarray]) -> tuple[float, float, float]:
    """nll_of_42, mean_nll_train and mean_nll_test of probabilities, with an epsilon as students have it."""
    data = digits()
    costs = [
        -np.log(np.asarray(predict(X))[np.arange(len(y)), y] + 1e-6)
        for X, y in ((data.X_test, data.y_test), (data.X_train, data.y_train))
    ]
    return float(costs[0][42]), float(costs[1].mean()), float(costs[0].mean())


def judge_library(model: Any, values: tuple[float, float, float], own: Any) -> list[str]:
    """The aspects of question library_model that fail."""
    names = {"library_model": model, "model": own}
    names |= dict(zip(("nll_of_42", "mean_nll_train", "mean_nll_test"), values, strict=True))
    return failing(
        names,
        [
            f"library_model-{aspect}"
            for aspect in ("nll_of_42", "mean_nll_train", "mean_nll_test", "accuracy")
        ],
    )


def test_the_library_model_passes(trained: MLPClassifier) -> None:
    """With any epsilon up to 1e-6."""
    assert judge_library(trained, numbers(trained.predict_proba), Own(trained)) == []


def test_an_object_that_predicts_more_than_its_weights_is_no_model(trained: MLPClassifier) -> None:
    """Weights of a real model, predictions of a better one."""

    class Fake:
        coefs_, intercepts_ = [0.9 * W for W in trained.coefs_], trained.intercepts_
        predict_proba = staticmethod(trained.predict_proba)

    assert len(judge_library(Fake(), numbers(trained.predict_proba), Own(trained))) == 4


def test_a_model_that_is_too_sure_is_judged_by_the_usual_epsilons(trained: MLPClassifier) -> None:
    """One that has learnt, and whose training has gone too far; between its ends lies almost any number."""
    sure = copy.deepcopy(trained)
    sure.coefs_[1], sure.intercepts_[1] = 1e4 * sure.coefs_[1], 1e4 * sure.intercepts_[1]
    data = digits()
    low, high = (
        float(
            np.mean(
                -np.log(np.maximum(sure.predict_proba(data.X_test)[range(len(data.y_test)), data.y_test], e))
            )
        )
        for e in (1e-6, 1e-12)
    )
    for value in (low, high):
        check.library_mean_nll(sure, value, "test")
    with pytest.raises(Wrong, match="wrong value"):
        check.library_mean_nll(sure, low + 0.42 * (high - low), "test")
    sure.coefs_[1] = -sure.coefs_[1]
    with pytest.raises(Wrong, match="proves nothing"):
        check.library_mean_nll(sure, 100.0, "test")


@pytest.mark.parametrize(
    ("model", "message"),
    [
        (object(), "neither `coefs_`"),
        (MLPClassifier((10,)), "neither `coefs_`"),
        (
            MLPClassifier((5,)).partial_fit(np.eye(10, 8), np.arange(10), classes=np.arange(10)),
            "sizes 8-5-10; 64-10-10 is expected",
        ),
    ],
)
def test_what_is_no_network_of_the_text_is_told(model: Any, message: str) -> None:
    """Untrained, no model at all, other sizes."""
    with pytest.raises(Wrong, match=message):
        check.library_nll_of_42(model, 0.1)


def test_a_network_of_ones_own_that_did_not_learn_makes_the_task_no_easier(trained: MLPClassifier) -> None:
    """The library model is then held against what was asked of the student's own network."""
    data = digits()
    idle = MLPClassifier((10,), activation="logistic", solver="sgd", learning_rate_init=1e-6, random_state=0)
    idle.partial_fit(data.X_train, data.y_train, classes=np.arange(10))
    check.library_accuracy(trained, Own(idle))
    with pytest.raises(Wrong, match="percentage points apart"):
        check.library_accuracy(idle, Own(idle))


@pytest.mark.skipif(not importlib.util.find_spec("keras"), reason="the extra `keras` is not installed")
@pytest.mark.xdist_group("keras")  # whose import takes seconds
class TestKeras:
    """The same checks accept a Keras model, on whatever backend; here it is JAX (`tests/conftest.py`)."""

    @pytest.fixture(scope="class")
    @staticmethod
    def model() -> Any:
        """64-10-10 with softmax, a few epochs."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Keras and JAX warn about themselves
            import keras

            keras.utils.set_random_seed(0)
            dense = keras.layers.Dense
            model = keras.Sequential(
                [keras.Input((64,)), dense(10, activation="sigmoid"), dense(10, activation="softmax")]
            )
            model.compile(keras.optimizers.Adam(0.02), "sparse_categorical_crossentropy")
            data = digits()
            model.fit(data.X_train, data.y_train, epochs=10, batch_size=32, verbose=0)
        return model

    @pytest.mark.filterwarnings("ignore")
    def test_a_keras_model_passes(self, model: Any, trained: MLPClassifier) -> None:
        """Its numbers come from float32 probabilities."""
        values = numbers(lambda X: model.predict(X, verbose=0))
        assert judge_library(model, values, Own(trained)) == []
        assert (
            len(judge_library(model, (values[0] * 1.01, values[1] * 1.01, values[2] * 1.01), Own(trained)))
            == 3
        )

    @pytest.mark.filterwarnings("ignore")
    def test_a_wrapper_with_other_weights_is_no_model(self, model: Any, trained: MLPClassifier) -> None:
        """Predictions that do not follow from the weights."""

        class Fake:
            predict = staticmethod(lambda X: trained.predict_proba(X))
            get_weights = staticmethod(model.get_weights)

        assert len(judge_library(Fake(), numbers(trained.predict_proba), Own(trained))) == 4
