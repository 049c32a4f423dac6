"""Random networks with a backward pass into which a slip can be planted, and a check of its gradients.

This is not a student's code and no variant of the course: layers of random sizes and activations, the mean squared error, and one
switch for each slip. The judge sees the gradients only.
"""

import itertools
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from autograder import judge


def bend(z):
    return np.tanh(0.8 * z)


def bend_slope(z):
    return 0.8 / np.cosh(0.8 * z) ** 2


def turn(z):
    return np.arctan(z) + 0.3 * z


def turn_slope(z):
    return 1.0 / (1.0 + z * z) + 0.3


PAIRS = ((bend, bend_slope), (turn, turn_slope))


@dataclass(frozen=True)
class Network:
    """Weights, a batch, and what a right forward pass makes of it."""

    X: np.ndarray
    target: np.ndarray
    W: list[np.ndarray]
    b: list[np.ndarray]
    pairs: list[Any]
    zs: list[np.ndarray] = field(default_factory=list)
    outputs: list[np.ndarray] = field(default_factory=list)

    @classmethod
    def draw(cls, rng: np.random.Generator, sizes: tuple[int, ...], n: int) -> "Network":
        W = [judge.weights(rng, i, o) for i, o in itertools.pairwise(sizes)]
        b = [judge.weights(rng, o) for o in sizes[1:]]
        pairs = [PAIRS[k % 2] for k in range(len(W))]
        X, target = rng.normal(size=(n, sizes[0])), rng.normal(size=(n, sizes[-1]))
        network, a = cls(X, target, W, b, pairs), X
        for w, c, (function, _) in zip(W, b, pairs, strict=True):
            network.zs.append(a @ w + c)
            network.outputs.append(a := function(network.zs[-1]))
        return network

    def cost(self, predicted: np.ndarray) -> float:
        return float(np.mean((predicted - self.target) ** 2))

    def chain(self) -> judge.Chain:
        inputs = [self.X, *self.outputs[:-1]]
        layers = [
            judge.Layer(a, z, out, w, slope)
            for a, z, out, w, (_, slope) in zip(
                inputs, self.zs, self.outputs, self.W, self.pairs, strict=True
            )
        ]
        return judge.Chain(layers, *judge.cost_start(self.cost, self.outputs[-1], self.target))


def gradients(net: Network, slips: frozenset[str] = frozenset()) -> dict[tuple[str, int], np.ndarray]:
    """The gradients of all weights and biases, with slips."""
    n, last = len(net.X), len(net.W) - 1
    inputs = [net.X, *net.outputs[:-1]]
    difference = net.outputs[-1] - net.target
    if "target_not_subtracted" in slips:
        difference = net.outputs[-1]
    if "target_added" in slips:
        difference = net.outputs[-1] + net.target
    if "difference_without_sign" in slips:
        difference = np.abs(difference)
    upstream = 2 * difference / net.target.size
    found = {}
    for k in reversed(range(last + 1)):
        slope = net.pairs[k][1](net.zs[k])
        if "missing_activation_derivative" in slips:
            slope = np.ones_like(slope)
        if "doubled_activation_derivative" in slips:
            slope = slope**2
        if "derivative_at_activation" in slips:
            slope = net.pairs[k][1](net.outputs[k])
        if "activation_for_derivative" in slips:
            slope = net.outputs[k]
        if "derivative_of_another_layer" in slips:
            slope = net.pairs[last][1](net.zs[k])
        delta = upstream * slope
        rows = slice(None)
        if "one_sample_only" in slips:
            rows = slice(0, 1)
        if "one_sample_left_out" in slips:
            rows = slice(1, None)
        a = inputs[k]
        if "network_input_everywhere" in slips:
            a = net.X
        if "preactivation_for_activation" in slips and k:
            a = net.zs[k - 1]
        if "input_left_out" in slips:
            a = np.ones_like(a)
        if "weights_for_input" in slips:
            found["W", k] = net.W[k] * delta[rows].sum(axis=0)
        else:
            found["W", k] = a[rows].T @ delta[rows]
        found["b", k] = delta[rows].sum(axis=0)
        if "bias_gradient_of_ones" in slips:
            found["b", k] = np.ones_like(found["b", k])
        down = net.W[k].T
        if "weights_not_transposed" in slips:
            down = net.W[k]
        if "weights_of_another_layer" in slips:
            down = net.W[k - 1].T if k else down
        upstream = (upstream if "slope_above_left_out" in slips else delta) @ down
        if "weights_left_out" in slips:
            upstream = np.broadcast_to(delta.sum(axis=1, keepdims=True), upstream.shape)
    factor = 1.0
    factor *= -1.0 if "wrong_sign" in slips else 1.0
    factor *= n if "batch_not_averaged" in slips else 1.0
    factor *= 1 / n if "batch_averaged_twice" in slips else 1.0
    factor *= 0.5 if "missing_factor_two" in slips else 1.0
    found = {key: factor * value for key, value in found.items()}
    if "layers_in_reverse" in slips:
        return {(part, k): found[part, last - k] for part, k in found}
    return found


@judge.confirmed
def check(backward, sizes: tuple[int, ...], n: int, parts: str = "Wb", name: str = "planted") -> None:
    """Judge all gradients of a network from the last layer to the first."""
    rng = judge.generator(name)
    for shape, samples in judge.cases(((sizes, n), (sizes, n + 1))):
        net = Network.draw(rng, shape, samples)
        found, chain = backward(net), net.chain()
        for k in reversed(range(len(net.W))):
            for part in parts:
                product = chain.weights(k) if part == "W" else chain.biases(k)
                right = gradients(net)[part, k]
                assert judge.agree(product.right, right), "the factors do not make the gradient"
                judge.equal(
                    found[part, k],
                    right,
                    name=f"d{part} of layer {k + 1}",
                    product=product,
                    factors={
                        "batch_not_averaged": samples,
                        "batch_averaged_twice": 1 / samples,
                        "missing_factor_two": 0.5,
                    },
                )
