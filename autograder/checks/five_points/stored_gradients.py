"""What `backward` leaves in the layers: one call of it, and which of the stored gradients a check asks for."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import numpy as np

from autograder.causes import diagnosis
from autograder.judge import Wrong, attribute, call, planted, wrong

BACKWARD = "backward(x, y)"


def judged_layers(which: str, depth: int) -> list[int]:
    """Which layers, from the last to the first: a layer is judged when those above it are right."""
    return [depth - 1] if which in ("single", "output") else list(reversed(range(depth - 1)))


@contextmanager
def storing(net: Any, layers: list[Any], which: str, x: np.ndarray, y: np.ndarray) -> Iterator[None]:
    """Call `backward`, let the block judge what it stored, and complain about an exception where it matters.

    An exception on the way down costs the hidden layers, not the last one, whose gradients are stored by then.
    """
    failure = call_backward(net, layers, x, y)
    if failure is not None and which == "hidden" and layers[-2].linear.weight_grad is None:
        raise failure
    yield
    if failure is not None and which == "hidden":
        raise failure


def call_backward(net: Any, layers: list[Any], x: np.ndarray, y: np.ndarray) -> Wrong | None:
    """Call `backward`; what is wrong with the call, if the last layer's gradients are stored all the same.

    A gradient of the wrong shape gets past the given setters: a check can say more about it than they can, and the
    gradients that follow are still stored.
    """
    with ExitStack() as stack:
        for layer in layers:
            stack.enter_context(planted(layer, _same_shape=lambda *shapes: None))
        try:
            call(attribute(net, "backward", name="net"), x, y, name=BACKWARD, returns=False)
        except Wrong as failure:
            last = layers[-1].linear
            if last.weight_grad is None or last.bias_grad is None:
                raise
            return failure
    return None


def stored_gradient(layers: list[Any], k: int, parameter: str) -> Any:
    """What `backward` left in a layer; None is explained."""
    gradients = [attribute(layer.linear, f"{parameter}_grad", name="linear") for layer in layers]
    if gradients[k] is not None:
        return gradients[k]
    some = any(gradient is not None for gradient in gradients)
    wrong(
        f"{gradient_name(k, parameter)} is still None after {BACKWARD}.",
        diagnosis=diagnosis("layer_left_out") if some else None,
        hint="" if some else f"whether `set_{parameter}_gradient` is called for each layer",
    )


def gradient_name(k: int, parameter: str) -> str:
    """How the student would write a stored gradient."""
    return f"net.layers[{k}].linear.{parameter}_grad"
