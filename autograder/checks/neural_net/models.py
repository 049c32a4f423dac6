"""Networks of a student with parameters of the check's choosing, and activations that nobody computed.

A gradient can be judged without a forward pass: `Point` chooses the activations and then the biases that make a right
network produce them. What the cost does when a parameter moves a little is then known from the activations alone.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.special

from autograder.causes import diagnosis
from autograder.judge import (
    CLEARLY,
    Chain,
    Layer,
    Product,
    apart,
    array,
    assign,
    call,
    log_loss,
    numerical_gradient,
    softmax_start,
    weights,
    wrong,
)

DIFFERENT = 0.1
"""By how much the slopes at a point differ at least, as a share of the largest."""

APART = 1.0
"""By how much pre-activations at a point differ at least."""

PARAMETERS = ("W_h", "b_h", "W_o", "b_o")
AXES = {"W_h": "(D, H)", "b_h": "(H,)", "W_o": "(H, C)", "b_o": "(C,)"}
FORWARD = "forward_keep_activations(X)"
CONSTRUCTOR = "NeuralNet(input_size, hidden_size, output_size)"

Activations = tuple[np.ndarray, np.ndarray, np.ndarray]
"""`(y, h, z_h)`, in the order in which the student's method returns them."""


def shapes_of(sizes: Sequence[int]) -> dict[str, tuple[int, ...]]:
    """Shapes of the four parameters of a network with sizes `(D, H, C)`."""
    inputs, hidden, classes = sizes
    return {"W_h": (inputs, hidden), "b_h": (hidden,), "W_o": (hidden, classes), "b_o": (classes,)}


def make(NeuralNet: Any, sizes: Sequence[int], rng: np.random.Generator) -> tuple[Any, dict[str, np.ndarray]]:
    """A student's network with parameters of order 1, whatever its constructor makes of them.

    Args:
        NeuralNet: the student's class.
        sizes: `(D, H, C)`.
        rng: draws the parameters.

    Returns:
        The network, and its four parameters by name.
    """
    model = call(NeuralNet, *sizes, name=CONSTRUCTOR)
    # The hidden layer adds up D terms: smaller weights keep the sigmoid where it has a slope.
    parameters = {
        name: weights(rng, *shape) / (np.sqrt(sizes[0]) if name == "W_h" else 1.0)
        for name, shape in shapes_of(sizes).items()
    }
    for name, value in parameters.items():
        put(model, name, value)
    if not hasattr(model, "output_size"):
        model.output_size = sizes[2]
    return model, parameters


def each_has_its_own(NeuralNet: Any) -> None:
    """Two networks of one size hold arrays of their own: what is done to one leaves the other as it was."""
    sizes = (4, 3, 2)
    first, second = (call(NeuralNet, *sizes, name=CONSTRUCTOR) for _ in range(2))
    before = {name: np.array(getattr(second, name)) for name in PARAMETERS}
    for name in PARAMETERS:
        put(first, name, np.array(getattr(first, name), dtype=float) + 1.0)
    for name, value in before.items():
        if not np.array_equal(np.array(getattr(second, name)), value):
            wrong(
                f"model.{name} changes when the {name} of another network is changed in place.",
                diagnosis=diagnosis("shared_by_all_objects"),
            )


def put(model: Any, name: str, value: np.ndarray) -> None:
    """Set a parameter, also one that the constructor forgot: that costs the aspect about the constructor only."""
    if hasattr(model, name):
        assign(model, name, value)
    else:
        setattr(model, name, value.copy())


def own_function(function: Any, name: str) -> Callable[[np.ndarray], np.ndarray]:
    """A student's elementwise function, called with the entries in another order than they stand in.

    What is asked of it cannot be told from the call, so it can stand for the right function where the student's own
    is wrong, without becoming a table of answers.

    Args:
        function: the student's function.
        name: its call, for messages.
    """

    def elementwise(values: np.ndarray) -> np.ndarray:
        order = np.random.default_rng(values.size).permutation(values.size)
        found = array(
            call(function, values.ravel()[order], name=name), name=name, shape=(values.size,), integers=True
        )
        result = np.empty(values.size)
        result[order] = found
        return result.reshape(values.shape)

    return elementwise


def not_constant(derivative: np.ndarray) -> np.ndarray:
    """The slopes that the student's `dsigmoid` gives, if a gradient that leaves them out would be another one.

    Raises:
        Wrong: they are the same everywhere.
    """
    if not apart(derivative, np.full_like(derivative, derivative.mean())) and derivative.size > 1:
        wrong("dsigmoid is constant, so nothing can be judged with it.", hint="dsigmoid")
    return derivative


def _alike(z_h: np.ndarray) -> bool:
    """Whether the slopes at some pre-activations hardly differ: those of the sigmoid, which are even, or those of a wrong one."""
    slope = sigmoid_slope(z_h)
    return bool(np.ptp(slope) < DIFFERENT * np.max(slope) or np.ptp(z_h) < APART)


def shows_a_loss(probabilities: np.ndarray) -> bool:
    """Whether it makes a difference to the loss which class is the true one; elsewhere the loss is known beforehand.

    Args:
        probabilities: `(C,)` or `(N, C)`.
    """
    spread = np.ptp(probabilities, axis=-1)
    return bool(np.all(spread > 1e-9) and np.max(spread) > CLEARLY)


def factors(model: Any, key: str, X: np.ndarray, y: Any) -> Product:
    """What the mean gradient of the stated cost consists of, at the activations of the student's forward pass.

    Args:
        model: the student's network.
        key: the parameter.
        X: `(N, D)`.
        y: classes, `(N,)`, or one.
    """
    single = len(X) == 1
    found = call(model.forward_keep_activations, X[0] if single else X, name=FORWARD)
    probabilities, h, z_h = (np.atleast_2d(array(value, name=FORWARD)) for value in found)
    logits = np.log(probabilities)
    start = softmax_start(logits, y)
    hidden = Layer(X, z_h, h, np.asarray(model.W_h), sigmoid_slope)
    chain = Chain([hidden, Layer(h, logits, probabilities, np.asarray(model.W_o))], *start)
    k = int(key.endswith("_o"))
    return chain.weights(k) if key.startswith("W") else chain.biases(k)


def sigmoid_slope(at: np.ndarray) -> np.ndarray:
    """The slope of the sigmoid, entry by entry, by difference quotients."""
    return numerical_gradient(lambda moved: np.sum(scipy.special.expit(moved)), at)


@dataclass(frozen=True)
class Point:
    """One sample with activations that were chosen, not computed.

    Attributes:
        x: the sample, `(D,)`.
        label: its class.
        y: probabilities, `(C,)`.
        h: hidden activations, `(H,)`.
        z_h: their pre-activations, `(H,)`.
        W_o: the weights behind the hidden layer, `(H, C)`.
    """

    x: np.ndarray
    label: np.integer
    y: np.ndarray
    h: np.ndarray
    z_h: np.ndarray
    W_o: np.ndarray

    @classmethod
    def choose(
        cls,
        model: Any,
        parameters: dict[str, np.ndarray],
        rng: np.random.Generator,
        *,
        size: float = 1.0,
        sure: bool | None = None,
    ) -> "Point":
        """Choose a sample and its activations, and give the network the biases that lead to them.

        Args:
            model: the student's network.
            parameters: what it holds.
            rng: draws.
            size: of the entries of the sample.
            sure: whether the class is the one that is predicted; default: any.
        """
        W_h, W_o = parameters["W_h"], parameters["W_o"]
        x, z_h = size * weights(rng, len(W_h)), weights(rng, len(W_o))
        while len(z_h) > 1 and _alike(z_h):
            z_h = weights(rng, len(W_o))  # or a constant derivative would look right
        y = rng.dirichlet(np.full(W_o.shape[1], 4.0))
        h = scipy.special.expit(z_h)
        put(model, "b_h", z_h - np.dot(x, W_h))
        put(model, "b_o", np.log(y) - np.dot(h, W_o))
        label = rng.integers(len(y))
        if sure is not None:
            label = np.argmax(y) if sure else np.argmin(y)
        return cls(x, label, y, h, z_h, W_o)

    @property
    def activations(self) -> Activations:
        """Copies of `(y, h, z_h)`."""
        return self.y.copy(), self.h.copy(), self.z_h.copy()

    def gradient(self, key: str) -> np.ndarray:
        """The derivative of the stated cost with respect to one parameter, by difference quotients."""
        shape = shapes_of((len(self.x), len(self.h), len(self.y)))[key]
        return numerical_gradient(lambda step: self._cost_after(key, step), np.zeros(shape))

    def _cost_after(self, key: str, step: np.ndarray) -> float:
        """The cost when one parameter has moved: only what lies behind that parameter changes."""
        logits = np.log(self.y)
        if key == "b_o":
            logits = logits + step
        elif key == "W_o":
            logits = logits + np.dot(self.h, step)
        else:
            pushed = self.z_h + (step if key == "b_h" else np.dot(self.x, step))
            logits = logits + np.dot(scipy.special.expit(pushed) - self.h, self.W_o)
        return log_loss(scipy.special.softmax(logits), self.label)


def answering(X: np.ndarray, answer: Callable[[], Any]) -> Callable[[Any], Any]:
    """A forward pass, to be planted, that knows the answer to one input and to no other.

    Args:
        X: the input; it may come in another shape.
        answer: gives what the forward pass returns for it.
    """

    def forward(given: Any) -> Any:
        entries = np.ravel(given)
        if entries.shape != X.ravel().shape or not np.allclose(entries, X.ravel()):
            raise ValueError("this is not the input that was handed over")
        return answer()

    return forward
