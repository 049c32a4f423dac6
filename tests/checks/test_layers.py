"""What the variants do not reach: odd results, planted errors of 0.05 %, fakes, and what checks leave behind."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import autograd.numpy as anp
import numpy as np
import pytest

from autograder.checks import layers as check
from autograder.checks.layers import stand_ins
from autograder.course.assignment import Course
from autograder.course.marks import without_marks
from autograder.errors import CheckFailed
from autograder.judge import Wrong, numerical_gradient

ROOT = Path(__file__).resolve().parents[2]
CELLS = (
    "Layer",
    "relu",
    "dense",
    "crossentropy",
    "crossentropy_grad",
    "network",
    "xavier",
    "l2",
    "optimizer",
)
PLANTED = 1 + 5e-4


@pytest.fixture
def right() -> SimpleNamespace:
    """Everything that the notebook's solutions define, fresh for each test."""
    assignment = Course(ROOT).assignment("layers")
    held: dict[str, Any] = {"np": anp}
    for grade_id in (*CELLS, "dropout", "batchnorm"):
        exec(without_marks(assignment.cell(grade_id).source), held)  # noqa: S102 - the course's own cells
    return SimpleNamespace(**held)


def checks(s: SimpleNamespace) -> dict[str, Callable[[], None]]:
    """Every visible check, of the classes and functions in a namespace."""
    loss, gradient = s.softmax_crossentropy_with_logits, s.grad_softmax_crossentropy_with_logits
    optimizers = s.DenseMomentum, s.DenseRMSprop, s.Dense
    return {
        "relu-forward": lambda: check.relu_forward(s.ReLU),
        "relu-backward": lambda: check.relu_backward(s.ReLU),
        "dense-init": lambda: check.dense_init(s.Dense),
        "dense-forward": lambda: check.dense_forward(s.Dense),
        "dense-grad_input": lambda: check.dense_grad_input(s.Dense),
        "dense-weights": lambda: check.dense_step(s.Dense, "weights"),
        "dense-biases": lambda: check.dense_step(s.Dense, "biases"),
        "crossentropy-values": lambda: check.crossentropy_values(loss),
        "crossentropy-stable": lambda: check.crossentropy_stable(loss),
        "crossentropy_grad-values": lambda: check.crossentropy_gradient(gradient, loss),
        "network-forward": lambda: check.network_forward(s.forward),
        "network-predict": lambda: check.network_predict(s.predict, s.forward),
        "network-loss": lambda: check.network_loss(s.train, s.forward, loss),
        "network-step": lambda: check.network_step(s.train, gradient, s.Dense, s.ReLU),
        "xavier-spread": lambda: check.xavier_spread(s.DenseXavier),
        "xavier-layer": lambda: check.xavier_layer(s.DenseXavier, s.Dense),
        "l2-weights": lambda: check.l2_step(s.DenseL2, s.Dense, "weights"),
        "l2-biases": lambda: check.l2_step(s.DenseL2, s.Dense, "biases"),
        "l2-layer": lambda: check.l2_layer(s.DenseL2, s.Dense),
        "optimizer-weights": lambda: check.optimizer_step(*optimizers, "weights"),
        "optimizer-biases": lambda: check.optimizer_step(*optimizers, "biases"),
        "optimizer-layer": lambda: check.optimizer_layer(*optimizers),
        "dropout-mask": lambda: check.dropout_mask(s.Dropout),
        "dropout-backward": lambda: check.dropout_backward(s.Dropout),
        "dropout-predict": lambda: check.dropout_predict(s.Dropout),
        "batchnorm-start": lambda: check.batchnorm_start(s.BatchNorm),
        "batchnorm-train": lambda: check.batchnorm_train(s.BatchNorm),
        "batchnorm-running": lambda: check.batchnorm_running(s.BatchNorm),
        "batchnorm-predict": lambda: check.batchnorm_predict(s.BatchNorm),
        "batchnorm-grad_input": lambda: check.batchnorm_grad_input(s.BatchNorm),
        "batchnorm-gamma": lambda: check.batchnorm_step(s.BatchNorm, "gamma"),
        "batchnorm-beta": lambda: check.batchnorm_step(s.BatchNorm, "beta"),
    }


def test_solutions_pass_whatever_the_seed(right: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    """The random numbers of a check never decide; several of them are statistical."""
    for seed in range(4):
        monkeypatch.setenv("AUTOGRADER_SEED", str(seed))
        np.random.seed(seed)
        for run in checks(right).values():
            run()


def test_checks_leave_nothing_behind(right: SimpleNamespace) -> None:
    """Numpy's random state is the same afterwards, although layers draw from it."""
    before = np.random.get_state()[1].copy()
    for aspect, run in checks(right).items():
        with check.aspect(aspect):
            run()
    assert np.array_equal(np.random.get_state()[1], before)


def test_unwritten_layers_say_so(right: SimpleNamespace) -> None:
    """Every check of a stub names the question and the TODO."""

    def stub(*_: Any) -> Any:
        raise NotImplementedError("this is not written yet")

    unwritten = SimpleNamespace(**dict.fromkeys(vars(right), stub))
    for aspect, run in checks(unwritten).items():
        with pytest.raises(Wrong, match="this is not written yet") as caught:
            run()
        assert caught.value.finding.cause == "not_written", aspect


def relu_that_returns(result: Callable[[np.ndarray], Any]) -> type:
    class ReLU:
        def forward(self, x: np.ndarray) -> Any:
            return result(np.maximum(x, 0))

    return ReLU


@pytest.mark.parametrize(
    ("result", "message"),
    [
        (lambda x: None, "returned None"),
        (lambda x: "yes", "is a str; an array of numbers is expected"),
        (lambda x: x[:1, :1], "has shape (1, 1), expected (4, 3)"),
        (lambda x: x.astype(int), "whole numbers"),
        (lambda x: x.astype(np.float32), "float32"),
        (lambda x: x / 0 * 0, "nan"),
        (lambda x: 1 / [], "raised TypeError"),
    ],
)
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_odd_results_have_sentences_of_their_own(result: Callable, message: str) -> None:
    """Type, shape, dtype, finite: each says what is wrong in its own words."""
    with pytest.raises(Wrong) as caught:
        check.relu_forward(relu_that_returns(result))
    assert message in caught.value.finding.message


def test_missing_name() -> None:
    """A name that does not exist is told as such."""
    with pytest.raises(CheckFailed, match="`Dense` does not exist yet"), check.aspect("dense-init"):
        raise NameError("name 'Dense' is not defined", name="Dense")


@pytest.mark.parametrize("key", ["weights", "biases"])
def test_missing_attribute(right: SimpleNamespace, key: str) -> None:
    """Names of attributes are fixed; a missing one is named."""

    class Dense(right.Dense):
        def __init__(self, *sizes: Any) -> None:
            super().__init__(*sizes)
            delattr(self, key)

    with pytest.raises(Wrong, match=f"has no attribute `{key}`"):
        check.dense_init(Dense)


def planted(value: np.ndarray) -> np.ndarray:
    """The array with an error of 0.05 % in its largest entry."""
    value = np.array(value, dtype=float)
    index = np.unravel_index(np.argmax(np.abs(value)), value.shape)
    value[index] *= PLANTED
    return value


def with_method(base: type, method: str, change: Callable) -> type:
    """A subclass whose method hands its result to `change` first."""

    def changed(self: Any, *arguments: Any) -> Any:
        return change(getattr(base, method)(self, *arguments))

    return type(base.__name__, (base,), {method: changed})


@pytest.mark.parametrize(
    ("name", "method", "aspect"),
    [
        ("ReLU", "forward", "relu-forward"),
        ("ReLU", "backward", "relu-backward"),
        ("Dense", "forward", "dense-forward"),
        ("Dense", "backward", "dense-grad_input"),
        ("DenseXavier", "forward", "xavier-layer"),
        ("DenseL2", "backward", "l2-layer"),
        ("DenseMomentum", "backward", "optimizer-layer"),
        ("DenseRMSprop", "forward", "optimizer-layer"),
        ("Dropout", "forward", "dropout-mask"),
        ("Dropout", "backward", "dropout-backward"),
        ("BatchNorm", "forward", "batchnorm-train"),
        ("BatchNorm", "forward", "batchnorm-predict"),
        ("BatchNorm", "backward", "batchnorm-grad_input"),
    ],
)
def test_planted_error_in_a_result(right: SimpleNamespace, name: str, method: str, aspect: str) -> None:
    """An error of 0.05 % in one entry of what a layer returns is seen."""
    setattr(right, name, with_method(getattr(right, name), method, planted))
    with pytest.raises(Wrong):
        checks(right)[aspect]()


@pytest.mark.parametrize("key", ["weights", "biases"])
@pytest.mark.parametrize("name", ["Dense", "DenseL2", "DenseMomentum", "DenseRMSprop", "BatchNorm"])
def test_planted_error_in_a_step(right: SimpleNamespace, name: str, key: str) -> None:
    """An error of 0.05 % in one entry of a step is seen."""
    base = getattr(right, name)
    attribute = {"weights": "gamma", "biases": "beta"}[key] if name == "BatchNorm" else key

    class Planted(base):
        def backward(self, x: np.ndarray, upstream: np.ndarray) -> np.ndarray:
            before = np.array(getattr(self, attribute))
            result = super().backward(x, upstream)
            setattr(self, attribute, before + planted(getattr(self, attribute) - before))
            return result

    setattr(right, name, Planted)
    aspect = {"Dense": "dense", "DenseL2": "l2", "BatchNorm": "batchnorm"}.get(name, "optimizer")
    with pytest.raises(Wrong):
        checks(right)[f"{aspect}-{attribute}"]()


@pytest.mark.parametrize(
    ("name", "aspect"),
    [
        ("softmax_crossentropy_with_logits", "crossentropy-values"),
        ("grad_softmax_crossentropy_with_logits", "crossentropy_grad-values"),
    ],
)
def test_planted_error_in_a_function(right: SimpleNamespace, name: str, aspect: str) -> None:
    """An error of 0.05 % in one entry of the losses or of their gradient is seen."""
    function = getattr(right, name)
    setattr(right, name, lambda *arguments: planted(function(*arguments)))
    with pytest.raises(Wrong):
        checks(right)[aspect]()


def test_epsilon_in_the_logarithm_passes(right: SimpleNamespace) -> None:
    """An epsilon of 1e-6 is the student's choice, as long as logits stay moderate."""

    def loss(logits: np.ndarray, y: np.ndarray) -> np.ndarray:
        probabilities = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
        return -np.log(probabilities[np.arange(len(y)), y] + 1e-6)

    def gradient(logits: np.ndarray, y: np.ndarray) -> np.ndarray:
        return numerical_gradient(lambda at: loss(at, y).mean(), np.array(logits, dtype=float))

    check.crossentropy_values(loss)
    check.crossentropy_gradient(gradient, loss)


def test_constant_loss_with_zero_gradient_fails(right: SimpleNamespace) -> None:
    """A cost that depends on nothing agrees with its gradient, and earns nothing."""
    right.softmax_crossentropy_with_logits = lambda logits, y: np.zeros(len(y))
    right.grad_softmax_crossentropy_with_logits = lambda logits, y: np.zeros(logits.shape)
    right.train = lambda network, X, y: 0.0
    judged = checks(right)
    for aspect in ("crossentropy-values", "crossentropy_grad-values", "network-loss", "network-step"):
        with pytest.raises(Wrong):
            judged[aspect]()


@pytest.mark.parametrize(
    ("loss", "gradient"),
    [
        (lambda z, y: np.sum(z, axis=1), lambda z, y: np.ones_like(z) / len(z)),
        (lambda z, y: -z[np.arange(len(z)), y], lambda z, y: -np.eye(z.shape[1])[y] / len(z)),
        (
            lambda z, y: np.sum((z - np.eye(z.shape[1])[y]) ** 2, axis=1),
            lambda z, y: 2 * (z - np.eye(z.shape[1])[y]) / len(z),
        ),
    ],
    ids=["linear", "logit of the truth", "squares"],
)
def test_loss_that_is_no_softmax_is_no_measure(loss: Callable, gradient: Callable) -> None:
    """A gradient agrees with the student's own loss; that earns its points only if a softmax is behind it."""
    with pytest.raises(Wrong):
        check.crossentropy_gradient(gradient, loss)


def test_loss_to_another_base_is_a_measure(right: SimpleNamespace) -> None:
    """A slip in the loss does not follow the student into its gradient."""
    loss, gradient = right.softmax_crossentropy_with_logits, right.grad_softmax_crossentropy_with_logits
    check.crossentropy_gradient(lambda z, y: gradient(z, y) / np.log(2), lambda z, y: loss(z, y) / np.log(2))


def test_table_of_activations_is_no_measure(right: SimpleNamespace) -> None:
    """Where `forward` or the loss depends on nothing, nobody has to compute anything to agree with it."""

    def table(network: list, X: np.ndarray) -> list:
        return [np.sin(np.add.outer(5 * np.arange(len(X)), np.arange(len(network[-1].biases))))]

    loss = right.softmax_crossentropy_with_logits
    with pytest.raises(Wrong):
        check.network_predict(lambda network, X: table(network, X)[-1].argmax(axis=1), table)
    with pytest.raises(Wrong):
        check.network_loss(lambda network, X, y: loss(table(network, X)[-1], y).mean(), table, loss)
    with pytest.raises(Wrong):
        check.network_loss(lambda network, X, y: 1.0, right.forward, lambda logits, y: np.ones(len(y)))


@pytest.mark.parametrize("factor", [0.0, 1.0])
def test_dropout_that_drops_nothing_or_everything_fails(right: SimpleNamespace, factor: float) -> None:
    """Forward and backward agree with each other, and there is no mask to agree on."""

    class Dropout(right.Dropout):
        def forward(self, x: np.ndarray) -> np.ndarray:
            return factor * x

        def backward(self, x: np.ndarray, upstream: np.ndarray) -> np.ndarray:
            return factor * upstream

    with pytest.raises(Wrong, match="drops nothing, or lets nothing through"):
        check.dropout_backward(Dropout)


def test_layer_that_does_nothing_fails(right: SimpleNamespace) -> None:
    """A Dense of zeros, and the layers that inherit from it, earn nothing but what does not depend on it."""

    class Nothing(right.Dense):
        def forward(self, x: np.ndarray) -> np.ndarray:
            return np.zeros((len(x), len(self.biases)))

        def backward(self, x: np.ndarray, upstream: np.ndarray) -> np.ndarray:
            return np.zeros(np.shape(x))

    fake = SimpleNamespace(**vars(right))
    for name in ("Dense", "DenseXavier", "DenseL2", "DenseMomentum", "DenseRMSprop"):
        setattr(fake, name, type(name, (Nothing,), {}))
    judged = checks(fake)
    for aspect in judged:
        if aspect.startswith(("dense", "l2", "optimizer", "xavier-layer")) and aspect != "dense-init":
            with pytest.raises(Wrong):
                judged[aspect]()


def test_layer_that_only_inherits_fails(right: SimpleNamespace) -> None:
    """Above a Dense that is not written, or always answers the same, a class must have done its own work."""

    class Unwritten(right.Dense):
        def __init__(self, *_: Any) -> None:
            raise NotImplementedError

    class Same(right.Dense):
        def __init__(self, inputs: int, outputs: int, rate: float = 0.1, more: float = 0) -> None:
            self.weights, self.biases, self.learning_rate = (
                np.zeros((inputs, outputs)),
                np.zeros(outputs),
                rate,
            )

        def forward(self, x: np.ndarray) -> np.ndarray:
            return np.arange(1.0 * len(x) * len(self.biases)).reshape(len(x), -1)

        def backward(self, x: np.ndarray, upstream: np.ndarray) -> np.ndarray:
            self.weights, self.biases = self.weights - self.learning_rate, self.biases - self.learning_rate
            return np.sin(np.arange(1.0 * x.size)).reshape(x.shape)

    for base in (Unwritten, Same):
        fake = SimpleNamespace(**vars(right))
        fake.Dense, fake.DenseRMSprop = base, None
        for name in ("DenseXavier", "DenseL2", "DenseMomentum"):
            setattr(
                fake,
                name,
                type(
                    name,
                    (base,),
                    {"__init__": lambda self, *sizes, base=base: base.__init__(self, *sizes[:3])},
                ),
            )
        for aspect, run in checks(fake).items():
            if aspect.startswith(("l2", "optimizer", "xavier-layer")):
                with pytest.raises(Wrong):
                    run()


def test_slip_in_dense_does_not_follow(right: SimpleNamespace) -> None:
    """Layers that inherit a wrong Dense, and the network, are judged on their own work."""

    class Averaged(right.Dense):
        def backward(self, x: np.ndarray, upstream: np.ndarray) -> np.ndarray:
            result = upstream @ self.weights.T
            self.weights = self.weights - self.learning_rate * x.T @ upstream / len(x)
            self.biases = self.biases - self.learning_rate * upstream.mean(axis=0)
            return result

    class DenseL2(Averaged):
        def __init__(self, inputs: int, outputs: int, rate: float = 0.1, alpha: float = 1e-3) -> None:
            super().__init__(inputs, outputs, rate)
            self.alpha = alpha

        def backward(self, x: np.ndarray, upstream: np.ndarray) -> np.ndarray:
            decay = 2 * self.alpha * self.weights
            result = super().backward(x, upstream)
            self.weights = self.weights - self.learning_rate * decay
            return result

    right.Dense, right.DenseXavier, right.DenseL2 = Averaged, with_xavier(Averaged), DenseL2
    failing = set()
    for aspect, run in checks(right).items():
        try:
            run()
        except Wrong:
            failing.add(aspect)
    assert failing == {"dense-weights", "dense-biases"}


def test_own_layers_of_the_network_need_not_be_right(right: SimpleNamespace) -> None:
    """A `train` that works with the notebook's classes alone is right, whatever these do; one that does nothing is not."""

    class Dense(right.Dense):
        def forward(self, x: np.ndarray) -> np.ndarray:
            return np.zeros((len(x), 1)) + self.biases

        def backward(self, x: np.ndarray, upstream: np.ndarray) -> np.ndarray:
            return upstream

    class ReLU(right.ReLU):
        def forward(self, x: np.ndarray) -> np.ndarray:
            raise NotImplementedError

    def train(network: list, X: np.ndarray, y: np.ndarray) -> None:
        inputs = [X]
        for layer in network:
            inputs.append(layer.forward(inputs[-1]))
        gradient = right.grad_softmax_crossentropy_with_logits(inputs.pop(), y)
        for layer in reversed(network):
            if isinstance(layer, Dense | ReLU):
                gradient = layer.backward(inputs.pop(), gradient)

    def last_biases(network: list, X: np.ndarray, y: np.ndarray) -> None:
        last = network[-1]
        p = np.exp(last.biases) / np.exp(last.biases).sum()
        last.biases = last.biases - last.learning_rate * (p - np.eye(len(p))[y].mean(axis=0))

    gradient = right.grad_softmax_crossentropy_with_logits
    check.network_step(train, gradient, Dense, ReLU)
    with pytest.raises(Wrong):
        check.network_step(last_biases, gradient, Dense, ReLU)


def with_xavier(base: type) -> type:
    """DenseXavier on top of some Dense."""

    class DenseXavier(base):
        def __init__(self, inputs: int, outputs: int, rate: float = 0.1) -> None:
            super().__init__(inputs, outputs, rate)
            self.weights = np.random.normal(0, np.sqrt(2 / (inputs + outputs)), (inputs, outputs))

    return DenseXavier


def test_half_written_optimizer(right: SimpleNamespace) -> None:
    """One optimizer is enough, but one that is written must be right."""
    broken = with_method(right.DenseRMSprop, "backward", lambda result: -result)
    with pytest.raises(Wrong, match="sign is wrong"):
        check.optimizer_layer(right.DenseMomentum, broken, right.Dense)
    check.optimizer_layer(right.DenseMomentum, None, right.Dense)
    check.optimizer_layer(None, right.DenseRMSprop, right.Dense)
    with pytest.raises(Wrong, match="neither DenseMomentum nor DenseRMSprop exists yet"):
        check.optimizer_layer(None, None, right.Dense)


def test_stand_ins_step_along_their_derivative() -> None:
    """The layers of the check are right themselves, and keep a diary."""
    rng = np.random.default_rng(3)
    w, b, x, g = (rng.normal(size=shape) for shape in ((3, 2), (2,), (4, 3), (4, 2)))
    (layer,) = stand_ins.bends([(w, b)], 0.1)
    assert np.array_equal(layer.forward(x), stand_ins.bent(x, w, b))
    down = layer.backward(x, g)
    assert np.allclose(
        down, numerical_gradient(lambda at: np.sum(stand_ins.bent(at, w, b) * g), x), rtol=1e-8
    )
    moved = numerical_gradient(lambda at: np.sum(stand_ins.bent(x, at, b) * g), w)
    assert np.allclose(w - layer.weights, 0.1 * moved, rtol=1e-7, atol=1e-11)
    assert layer.moments == [0]
    assert np.array_equal(layer.inputs[0], x)
    with pytest.raises(ValueError, match=r"the input of this layer must have shape \(N, 3\)"):
        layer.forward(g)
    with pytest.raises(ValueError, match="4 rows and grad_output has 3"):
        layer.backward(x, g[:3])


def test_network_of_the_wrong_kind() -> None:
    """`network` must be a list of layers."""
    with pytest.raises(Wrong, match="network is not a list of layers"):
        check.fit_accuracy(None)
    with pytest.raises(Wrong, match=r"network\[0\] has no attribute `forward`"):
        check.fit_accuracy([3])
