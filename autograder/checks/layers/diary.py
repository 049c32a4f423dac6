"""Read the diaries of stand-in layers: which loop over the layers leaves such traces?"""

import numpy as np

from autograder.checks.layers import stand_ins


def proven_cause(network: list[stand_ins.Bend], X: np.ndarray, outputs: list[np.ndarray]) -> str | None:
    """What the diaries of the layers prove about one call of `train`, if anything.

    Args:
        network: the layers after the call.
        X: the network's input `(N, D)`.
        outputs: the right activations, layer by layer.

    Returns:
        The identifier of a cause, or None.
    """
    calls = [len(layer.moments) for layer in network]
    if not any(calls):
        return "backward_not_called"
    if calls[-1] == 0:
        return "last_layer_skipped"
    if calls[0] == 0:
        return "first_layer_left_out"
    if min(calls) > 1:
        return "step_made_twice"
    if calls != [1] * len(network):
        return None
    moments = [layer.moments[0] for layer in network]
    if len(network) > 1 and moments == sorted(moments):
        return "layers_forwards"
    given = [layer.inputs[0] for layer in network]
    if all(_same(value, output) for value, output in zip(given, outputs, strict=True)):
        return "input_of_next_layer"
    if len(network) > 1 and all(_same(value, X) for value in given):
        return "network_input_everywhere"
    return None


def _same(one: np.ndarray, other: np.ndarray) -> bool:
    return one.shape == other.shape and np.allclose(one, other)
