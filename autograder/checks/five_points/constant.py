"""A network so simple that its training can be computed in the head.

It knows one number and predicts a multiple of it for each point. Planted on a student's network, it shows whether `train`
is right where `backward` or something below it is not.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import numpy as np

from autograder.checks.five_points.costs import squared_error
from autograder.judge import attribute, planted


class ConstantNetwork:
    """A network with one parameter, of which it predicts a multiple for each point; planted on a student's network.

    The multiple depends on the point, so points that are fed with the labels of others do not go unseen.

    Attributes:
        net: the student's network that it is planted on.
        value: the parameter now.
    """

    START = 0.9

    def __init__(self, net: Any, x: np.ndarray, y: np.ndarray) -> None:
        self.net, self.x, self.y, self.value = net, x, y, self.START
        self._slope: float | None = None

    @contextmanager
    def planted(self) -> Iterator[None]:
        """Stand in for the network's methods, from the start value on."""
        self.value, self._slope = self.START, None
        # Functions, not bound methods: a copy of the student's network must still be this one.
        methods = {
            "forward": lambda x: self.forward(x),
            "get_loss": lambda x, y: self.get_loss(x, y),
            "backward": lambda x, y: self.backward(x, y),
            "apply_gradients": lambda learning_rate: self.apply_gradients(learning_rate),
        }
        loss = attribute(self.net, "loss", name="net")
        with ExitStack() as stack:
            stack.enter_context(planted(self.net, **methods))
            stack.enter_context(planted(loss, forward=lambda y_true, y_pred: squared_error(y_true, y_pred)))
            yield

    def forward(self, x: np.ndarray) -> np.ndarray:
        """The parameter times what is seen of each point, `(N, 1)`."""
        return self.value * seen(x)

    def get_loss(self, x: np.ndarray, y: np.ndarray) -> float:
        """The stated cost."""
        return squared_error(y, self.forward(x))

    def backward(self, x: np.ndarray, y: np.ndarray) -> None:
        """The cost is a parabola in the parameter."""
        self._slope = 2 * float(np.mean(seen(x) * (self.forward(x) - y)))

    def apply_gradients(self, learning_rate: float) -> None:
        """One step down the parabola."""
        if self._slope is None:
            raise ValueError("backward has not been called")
        self.value -= learning_rate * self._slope

    def values(self, count: int, rate: float) -> np.ndarray:
        """The parameter before each epoch: each step shrinks the distance to the best one by the same factor."""
        curvature = float(np.mean(seen(self.x) ** 2))
        left = (1 - 2 * rate * curvature) ** np.arange(count)
        return self.START + (self.best() - self.START) * (
            1 - left
        )  # exactly the start before the first epoch

    def best(self) -> float:
        """The parameter at which the cost is least."""
        return float(np.mean(seen(self.x) * self.y) / np.mean(seen(self.x) ** 2))

    def losses(self, count: int, rate: float) -> np.ndarray:
        """The cost before each epoch."""
        return np.array([squared_error(self.y, value * seen(self.x)) for value in self.values(count, rate)])


def seen(x: np.ndarray) -> np.ndarray:
    """What the network sees of each point, `(N, 1)`: a number around 1."""
    return 1 + 0.5 * np.asarray(x, dtype=np.float64)[:, :1]
