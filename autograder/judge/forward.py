"""What slips make of a forward pass through layers: an activation, a bias or a layer is missing, or another one is used."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

Step = tuple[np.ndarray, np.ndarray, Callable[[np.ndarray], Any]]
"""Weights `(in, out)`, biases `(out,)` and the activation function of one layer."""


def forward_suspects(X: np.ndarray, steps: Sequence[Step]) -> dict[str, Callable[[], np.ndarray]]:
    """Causes with what each would predict.

    Args:
        X: `(N, in)`.
        steps: the layers, from the input to the output.
    """
    last = len(steps) - 1
    plain = [function for *_, function in steps]

    def walk(
        functions: Sequence[Callable[[np.ndarray], Any]] = plain,
        *,
        biased: bool = True,
        left_out: int | None = None,
        inputs: np.ndarray | None = None,
    ) -> np.ndarray:
        a = X
        for k, ((W, b, _), function) in enumerate(zip(steps, functions, strict=True)):
            if k == left_out:
                continue
            a = np.asarray(function((a if inputs is None else inputs) @ W + b * biased), dtype=np.float64)
        return a

    suspects: dict[str, Callable[[], np.ndarray]] = {
        "bias_left_out": lambda: walk(biased=False),
        "activation_left_out": lambda: walk([_same] * (last + 1)),
        "last_activation_left_out": lambda: walk([*plain[:-1], _same]),
        "last_activation_twice": lambda: np.asarray(plain[-1](walk())),
    }
    if last:
        suspects |= {
            "hidden_activations_left_out": lambda: walk([*[_same] * last, plain[-1]]),
            "first_activation_everywhere": lambda: walk([plain[0]] * (last + 1)),
            "last_activation_everywhere": lambda: walk([plain[-1]] * (last + 1)),
            "activations_reversed": lambda: walk(plain[::-1]),
            "network_input_everywhere": lambda: walk(inputs=X),
        }
        first, final = (lambda: walk(left_out=0)), (lambda: walk(left_out=last))
        suspects |= {"first_layer_not_used": first, "last_layer_not_used": final}
    else:  # a single layer has but one activation
        del suspects["last_activation_left_out"]
    return suspects


def _same(z: np.ndarray) -> np.ndarray:
    return z
