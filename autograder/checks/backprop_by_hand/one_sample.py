"""One sample and one network with known gradients, and what a student's `backpropagation` gives for them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.causes import diagnosis
from autograder.checks.backprop_by_hand import stated
from autograder.checks.backprop_by_hand.functions import HONEST
from autograder.checks.backprop_by_hand.pieces import slopes_of_sigmoid
from autograder.checks.backprop_by_hand.style import Derivative
from autograder.judge import Product, call, equal, sequence, wrong

NAME = "backpropagation(...)"


@dataclass(frozen=True)
class Problem:
    """One sample and one network, with all that a call of backpropagation needs.

    Attributes:
        x: (in,)
        target: (out,)
        layers: a list of (W, b).
        funcs: one activation for each layer.
        ders: its elementwise derivatives; they need not belong to `funcs`.
        styled: the same in the style of the student.
    """

    x: np.ndarray
    target: np.ndarray
    layers: stated.Layers
    funcs: Sequence[Derivative]
    ders: Sequence[Derivative]
    styled: Sequence[Derivative]

    def predict(self, layers: stated.Layers) -> np.ndarray:
        return stated.forward(self.x, layers, self.funcs)

    def gradients(self, cost: Callable[[np.ndarray], float]) -> stated.Layers:
        """The derivatives of a cost of the prediction, with the true slopes of the activations."""
        return stated.gradients(lambda rows: cost(rows[0]), self.x[None], self.layers, self.funcs)

    def straightened(self, upstream: np.ndarray, slopes: Sequence[np.ndarray]) -> stated.Layers:
        """What backpropagation gives from an upstream gradient `(out,)` and slopes `(out,)` of each layer."""
        zs = stated.pre_activations(self.x, self.layers, self.funcs)
        values = [function(z) for function, z in zip(self.funcs, zs, strict=True)]
        lines = stated.straightened(zs, values, slopes)
        return stated.gradients(lambda rows: upstream @ rows[0], self.x[None], self.layers, lines)

    def from_difference(self) -> stated.Layers:
        """What comes out where the last pre-activation has the derivative of softmax with the cross-entropy."""
        difference = self.predict(self.layers) - self.target
        return self.straightened(difference, [*self.slopes()[:-1], np.ones_like(difference)])

    def product(self, cost: Callable[[np.ndarray], float], i: int, part: int) -> Product:
        """The factors of dC_dW (part 0) or dC_db (part 1) of layer `i`, with the derivatives that are passed."""
        chain = stated.chain(
            self.x[None],
            self.target[None],
            self.layers,
            self.funcs,
            self.ders,
            lambda predicted: cost(predicted[0]),
            {"derivative_of_sigmoid": slopes_of_sigmoid},
        )
        return chain.weights(i, "oi") if part == 0 else chain.biases(i)

    def slopes(self) -> list[np.ndarray]:
        zs = stated.pre_activations(self.x, self.layers, self.funcs)
        return [der(z) for der, z in zip(self.ders, zs, strict=True)]

    def upstream(self, cost_der: Derivative) -> np.ndarray:
        return cost_der(self.predict(self.layers), self.target)

    def call(self, backpropagation: Any, *cost_der: Derivative) -> list[list[Any]]:
        """The student's answer: for each layer the pair of its gradients, still unjudged."""
        result = call(
            backpropagation,
            self.x,
            list(self.layers),
            list(self.funcs),
            self.target,
            list(self.styled),
            *cost_der,
            name=NAME,
        )
        return read_pairs(result, self.layers, NAME)


def problem(
    rng: np.random.Generator,
    sizes: Sequence[int],
    style: Callable[[Derivative], Derivative],
    kinds: Sequence[tuple[Derivative, Derivative]] = HONEST,
) -> Problem:
    """A random network of the given sizes with mixed activations."""
    chosen = [kinds[int(i)] for i in rng.permutation(np.arange(len(sizes) - 1) % len(kinds))]
    funcs, ders = [func for func, _ in chosen], [der for _, der in chosen]
    layers = stated.random_layers(rng, sizes)
    x, target = rng.normal(size=sizes[0]), rng.normal(size=sizes[-1])
    return Problem(x, target, layers, funcs, ders, [style(der) for der in ders])


def read_pairs(result: Any, layers: Sequence[tuple[np.ndarray, np.ndarray]], name: str) -> list[list[Any]]:
    """One pair `(dC_dW, dC_db)` for each layer; their shapes are judged later.

    Raises:
        Wrong: no such list, or a layer without its pair.
    """
    entries = sequence(result, len(layers), name=f"the result of {name}")
    pairs = []
    for i, entry in enumerate(entries):
        if isinstance(entry, list | tuple) and not entry:
            wrong(
                f"{name} gives no gradients for {place(i, len(entries))}: its pair is empty.",
                diagnosis=diagnosis("layer_left_out"),
            )
        pairs.append(sequence(entry, 2, name=f"entry {i} of the result, the pair (dC_dW, dC_db)"))
    shapes = [np.shape(W) for W, _ in layers]
    own = [np.shape(pair[0]) for pair in pairs if isinstance(pair[0], np.ndarray)]
    if len(shapes) > 1 and own == shapes[::-1] != shapes:
        wrong(f"{name} gives dC_dW with the shapes {own}.", diagnosis=diagnosis("layers_reversed"))
    return pairs


def place(i: int, depth: int) -> str:
    """What messages call layer `i`, counted from 0."""
    return f"layer {i + 1} of {depth}"


def judge_gradient(
    pairs: Sequence[Sequence[Any]],
    expected: stated.Layers,
    i: int,
    part: int,
    suspects: dict[str, Callable[[], Any]] | None = None,
    product: Callable[[], Product] | None = None,
) -> None:
    """Judge one gradient of layer `i`: part 0 is dC_dW, part 1 is dC_db."""
    equal(
        pairs[i][part],
        expected[i][part],
        name=f"{'dC_dW' if part == 0 else 'dC_db'} of {place(i, len(expected))}",
        axes="(out, in)" if part == 0 else "(out,)",
        one_sample=True,
        relative=1e-6,
        suspects=suspects,
        product=product,
        hint="the derivatives by hand, above: what changes for this layer, and what stays the same?",
    )
