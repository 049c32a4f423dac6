"""Layers that behave rightly and keep a diary, to stand where a student's own layers would.

A training step that is right must not fail because of a slip in `Dense`. So the check gives `train` a network of these.
They are no `Dense`: each bends its output, so that no layer's input can be taken for another's, and
`backward` is a difference quotient. The module needs nothing but numpy: its text can be run wherever the student's
code runs.
"""

import numpy as np


def bends(parameters, learning_rate):
    """A network of `Bend` layers.

    Args:
        parameters: for each layer a pair of weights `(in, out)` and biases `(out,)`; copied.
        learning_rate: of every layer.
    """
    clock = []
    return [Bend(weights, biases, learning_rate, clock) for weights, biases in parameters]


class Bend:
    """A layer from `(N, in)` to `(N, out)` with a bend in it, and a diary of its backward calls.

    Attributes:
        weights: `(in, out)`.
        biases: `(out,)`.
        learning_rate: of the step that `backward` makes.
        inputs: the input of each call of `backward`, in order.
        moments: when each call of `backward` came, counted over the whole network.
    """

    __autograder_public__ = ("forward", "backward", "weights", "biases", "learning_rate")
    """What student code sees of a layer while grading, when the layer lives in another process; not the diary."""

    def __init__(self, weights, biases, learning_rate, clock):
        self.weights = np.array(weights, dtype=float)
        self.biases = np.array(biases, dtype=float)
        self.learning_rate = learning_rate
        self.inputs = []
        self.moments = []
        self._clock = clock

    def forward(self, input):
        """Activations `(N, out)` of a batch `(N, in)`."""
        input = self._batch(input, len(self.weights), "the input")
        return bent(input, self.weights, self.biases)

    def backward(self, input, grad_output):
        """Derivative with respect to `input`; weights and biases make one step."""
        input = self._batch(input, len(self.weights), "the input")
        upstream = self._batch(grad_output, len(self.biases), "grad_output")
        if len(input) != len(upstream):
            raise ValueError(f"the input has {len(input)} rows and grad_output has {len(upstream)}")
        self.inputs.append(input.copy())
        self.moments.append(len(self._clock))
        self._clock.append(None)
        held = [input, self.weights, self.biases]
        grad_input, grad_weights, grad_biases = (_derivative(held, which, upstream) for which in range(3))
        self.weights = self.weights - self.learning_rate * grad_weights
        self.biases = self.biases - self.learning_rate * grad_biases
        return grad_input

    def _batch(self, value, units, role):
        value = np.asarray(value, dtype=float)
        if value.ndim != 2 or value.shape[1] != units:
            raise ValueError(f"{role} of this layer must have shape (N, {units}), it has shape {value.shape}")
        return value


class Sway:
    """A layer without parameters, whose factors differ from entry to entry.

    Attributes:
        input: `(N, D)`, of the last forward pass; None before the first.
        factors: `(N, D)`, of the last forward pass; the same in each, for two passes where one is enough are no mistake.
        used: the factors of the last backward pass; None before the first.
        faithful: whether that was given the input that the forward pass before it had.
    """

    __autograder_public__ = ("forward", "backward")

    def __init__(self):
        self.input = self.factors = self.used = None
        self.faithful = False

    def forward(self, input):
        """Activations `(N, D)` of a batch `(N, D)`."""
        self.input = input = np.array(input, dtype=float)
        self.factors = 1 + 0.5 * np.sin(np.arange(input.size).reshape(input.shape) + 2.0)
        return swayed(input, self.factors)

    def backward(self, input, grad_output):
        """Derivative with respect to `input`."""
        input, upstream = np.asarray(input, dtype=float), np.asarray(grad_output, dtype=float)
        if self.factors is None:
            raise ValueError("backward of this layer was called before its forward")
        for value, role in ((input, "the input"), (upstream, "grad_output")):
            if value.shape != self.factors.shape:
                raise ValueError(
                    f"{role} of this layer must have shape {self.factors.shape}, it has {value.shape}"
                )
        self.used, self.faithful = self.factors, np.allclose(input, self.input)
        total = 0.0
        for steps, weight in ((1, 45), (2, -9), (3, 1)):
            for side in (steps, -steps):
                total = total + np.sign(side) * weight * swayed(input + side * 1e-3, self.factors)
        return upstream * total / (60 * 1e-3)


def swayed(input, factors):
    """What a `Sway` layer makes of a batch `(N, D)`: `(N, D)`."""
    return factors * np.arctan(input)


def bent(input, weights, biases):
    """What a `Bend` layer makes of a batch `(N, in)`: `(N, out)`."""
    return np.arctan(np.einsum("ni,io->no", input, weights)) + np.sin(biases)


def _derivative(held, which, upstream, step=1e-3):
    """Derivative of `sum(output * upstream)` with respect to `held[which]`, by the seven-point rule.

    Its truncation error is about 1e-2 * step**6, that is 1e-20; rounding leaves about 1e-13.
    """
    gradient = np.empty_like(held[which])
    for index in np.ndindex(gradient.shape):
        total = 0.0
        for steps, weight in ((1, 45), (2, -9), (3, 1)):
            for side in (steps, -steps):
                moved = [value.copy() for value in held]
                moved[which][index] += side * step
                total += np.sign(side) * weight * np.sum(bent(*moved) * upstream)
        gradient[index] = total / (60 * step)
    return gradient
