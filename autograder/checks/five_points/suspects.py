"""What classic slips would store as a gradient, found by numerical differentiation alone.

How the cost changes with one pre-activation of one sample is the derivative of this sample's cost with respect to the
bias. Dividing by the given activation's slope, or multiplying with it once more, gives what a slip would hand down.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.judge import parameter_gradient


def suspects_of(
    layer: Any, parameter: str, x: np.ndarray, rows: Callable[[], np.ndarray]
) -> dict[str, Callable[[], np.ndarray] | np.ndarray]:
    """Causes with what each would store; nothing is computed before it is asked for.

    Args:
        layer: a layer of the student's network, after a forward pass.
        parameter: `weight` or `bias`.
        x: the network's input `(N, in)`.
        rows: takes nothing, returns what each sample adds to the cost, `(N,)`, by a new forward pass.
    """

    def per_sample() -> np.ndarray:
        n = len(x)
        return np.stack([parameter_gradient(layer.linear, "bias", lambda i=i: rows()[i]) for i in range(n)])

    def slope(at: Any) -> np.ndarray:
        return np.asarray(layer.act.get_gradient(at))

    def stored(change: Callable[[np.ndarray], np.ndarray], inputs: np.ndarray | None = None) -> np.ndarray:
        delta = per_sample()
        rows()  # the layer remembers its last forward pass: it must be one with the weights as they are
        handed_down = change(delta)
        inputs = np.array(layer.last_input) if inputs is None else inputs
        return parameter_gradient(
            layer.linear, parameter, lambda: float(np.sum(handed_down * layer.linear.forward(inputs)))
        )

    suspects: dict[str, Callable[[], np.ndarray] | np.ndarray] = {
        "missing_activation_derivative": lambda: stored(lambda delta: delta / slope(layer.last_zin)),
        "derivative_at_activation": lambda: stored(
            lambda delta: delta / slope(layer.last_zin) * slope(layer.last_zout)
        ),
        "doubled_activation_derivative": lambda: stored(lambda delta: delta * slope(layer.last_zin)),
    }
    if len(x) > 1:
        first = np.zeros((len(x), 1))
        first[0] = 1.0
        suspects["one_sample_only"] = lambda: stored(lambda delta: delta * first)
    if parameter == "weight":
        suspects["network_input_everywhere"] = lambda: stored(lambda delta: delta, x)
    else:
        suspects["bias_gradient_of_ones"] = np.ones(np.shape(layer.linear.bias))
    return suspects
