"""The gradients of a network of layers, and what becomes of them when one step on the way back is another one.

A check describes its network by what its forward pass gave for a batch: the input, pre-activation and output of each
layer, from probes of the student's own functions or planted by the check, and how the cost changes with the last
output, from difference quotients. Everything else is made here: for each gradient the factors that it consists of, and
for each factor what slips put in its place. Nothing is differentiated by a formula: what is handed down to a layer is
found by moving its output.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np

from autograder.judge.products import Factor, Product

SLOPES = (
    "missing_activation_derivative",
    "doubled_activation_derivative",
    "derivative_at_activation",
    "activation_for_derivative",
    "derivative_of_another_layer",
)
"""Slips in the factor of the activation's derivative; a loop over the layers makes them everywhere."""


@dataclass(frozen=True)
class Layer:
    """One layer on one batch.

    Attributes:
        input: `(N, in)`.
        pre: its pre-activations, `(N, out)`.
        output: its activations, `(N, out)`.
        weights: `(in, out)`, whatever the student's layout.
        slope: the derivative of its activation, elementwise; None where the way back starts behind it.
        moved: the weights after the step, where there is one.
        other_slopes: causes with a derivative that may stand in the place of `slope`, whatever the activation.
    """

    input: np.ndarray
    pre: np.ndarray
    output: np.ndarray
    weights: np.ndarray
    slope: Callable[[np.ndarray], np.ndarray] | None = None
    moved: np.ndarray | None = None
    other_slopes: Mapping[str, Callable[[np.ndarray], np.ndarray]] = field(default_factory=dict)

    @cached_property
    def right_slope(self) -> np.ndarray:
        return np.ones_like(self.pre) if self.slope is None else _slope(self.slope, self.pre)


@dataclass(frozen=True)
class Chain:
    """A network on one batch, seen from the cost.

    Attributes:
        layers: from the input to the output.
        start: how the cost changes with the last output, `(N, out)`; with the last pre-activation where the last layer has no
            slope. It carries every mean.
        starts: causes with what else the way back may start with.
        parts: what `start` is the sum of, by what a sentence calls it, such as `the truth`.
        extra: causes with a factor `(N, out)` of the last layer that does not belong there.
    """

    layers: Sequence[Layer]
    start: np.ndarray
    starts: Mapping[str, Any] = field(default_factory=dict)
    extra: Mapping[str, Any] = field(default_factory=dict)
    parts: Mapping[str, np.ndarray] = field(default_factory=dict)

    @property
    def last(self) -> int:
        return len(self.layers) - 1

    def weights(self, k: int, result: str = "io") -> Product:
        """The gradient of the weights of layer `k`, `(in, out)`; with `oi` as result, `(out, in)`."""
        inside = Factor("ni", self.layers[k].input, dict(self._other_inputs(k)), left_out="input_left_out")
        return Product(
            result,
            [inside, *self._delta(k)],
            suspects=self._everywhere(k, [inside], result),
            parts=self._of_parts(lambda chain: chain.weights(k, result)),
            added={"the weights": np.einsum(f"io->{result}", self.layers[k].weights)},
        )

    def biases(self, k: int) -> Product:
        """The gradient of the biases of layer `k`, `(out,)`."""
        n, out = self.layers[k].pre.shape
        ones = [("bias_gradient_of_ones", np.full(out, value)) for value in (1.0, float(n))[: 1 + (n > 1)]]
        upstream, *others = self._delta(k)
        if self.layers[k].slope is None:  # nothing else is in it
            upstream, ones = replace(upstream, left_out="bias_gradient_of_ones"), []
        return Product(
            "o",
            [upstream, *others],
            suspects=[*ones, *self._everywhere(k, [], "o")],
            parts=self._of_parts(lambda chain: chain.biases(k)),
        )

    def _of_parts(self, product: Callable[[Chain], Product]) -> dict[str, Product]:
        """The same product for each part of the start."""
        alone = {words: Chain(self.layers, start) for words, start in self.parts.items()}
        return {words: product(chain) for words, chain in alone.items()}

    def pre(self, k: int) -> Product:
        """The derivative by the pre-activations of layer `k`, `(N, out)`."""
        return Product(
            "no",
            self._delta(k),
            suspects=self._everywhere(k, [], "no"),
            parts=self._of_parts(lambda chain: chain.pre(k)),
        )

    def outputs(self, k: int) -> Product:
        """The derivative by the activations of layer `k`, `(N, out)`."""
        return Product("no", [self._upstream(k)], parts=self._of_parts(lambda chain: chain.outputs(k)))

    def inputs(self, k: int) -> Product:
        """The derivative by the inputs of layer `k`, `(N, in)`."""
        layer = self.layers[k]
        other: dict[str, Any] = {} if layer.moved is None else {"weights_after_the_step": layer.moved}
        if layer.weights.shape[0] == layer.weights.shape[1]:
            other["weights_not_transposed"] = layer.weights.T
        down = Factor("io", layer.weights, other, left_out="weights_left_out")
        return Product("ni", [*self._delta(k), down])

    def _delta(self, k: int) -> list[Factor]:
        """The factors of the derivative by the pre-activations of layer `k`."""
        layer, factors = self.layers[k], [self._upstream(k)]
        if layer.slope is not None:
            factors.append(
                Factor(
                    "no",
                    layer.right_slope,
                    {cause: values for cause, values in self._other_slopes(k).items() if values},
                    left_out="missing_activation_derivative",
                    doubled="doubled_activation_derivative",
                )
            )
        if k == self.last and self.extra:
            factors.append(Factor("no", np.ones_like(layer.pre), self.extra))
        return factors

    def _upstream(self, k: int) -> Factor:
        instead: dict[str, list[Any]] = {}
        for cause, starts in self.starts.items():
            for start in starts if isinstance(starts, list) else [starts]:
                other = lambda start=start: replace(self, start=_array(start)).upstream(k)
                instead.setdefault(cause, []).append(other)
        for cause, other in self._other_ways(k):
            instead.setdefault(cause, []).append(lambda other=other: other.upstream(k))
        return Factor("no", self.upstream(k), instead, left_out="upstream_left_out")

    def upstream(self, k: int) -> np.ndarray:
        """How the cost changes with the outputs of layer `k`, `(N, out)`."""
        if k == self.last:
            return self.start
        above = self.layers[k + 1]
        delta = self.upstream(k + 1) * above.right_slope
        units = np.eye(above.weights.shape[0])
        return np.stack([np.sum(delta * (unit @ above.weights), axis=1) for unit in units], axis=1)

    def _other_ways(self, k: int) -> Iterator[tuple[str, Chain]]:
        """Slips in the layers above `k` that change what layer `k` is handed."""
        for j in range(k + 1, len(self.layers)):
            layer = self.layers[j]
            if layer.slope is not None:
                yield "slope_above_left_out", self._with(j, slope=np.ones_like)
            for other in self.layers:
                if other is not layer and other.weights.shape == layer.weights.shape:
                    yield "weights_of_another_layer", self._with(j, weights=other.weights)
            if layer.weights.shape[0] == layer.weights.shape[1]:
                yield "weights_not_transposed", self._with(j, weights=layer.weights.T)
                yield "weights_left_out", self._with(j, weights=np.eye(len(layer.weights)))
            yield "weights_left_out", self._with(j, weights=np.ones_like(layer.weights))
            for unit in {0, layer.weights.shape[1] - 1} if layer.weights.shape[1] > 1 else ():
                one = np.arange(layer.weights.shape[1]) == unit
                yield "one_unit_only", self._with(j, weights=layer.weights * one)
            if layer.moved is not None:
                yield "weights_after_the_step", self._with(j, weights=layer.moved)
        if all(layer.moved is not None for layer in self.layers[k + 1 :]):
            moved = [
                replace(layer, weights=layer.moved) if j > k else layer for j, layer in enumerate(self.layers)
            ]
            yield "weights_after_the_step", replace(self, layers=moved)
        above = [j for j in range(k + 1, len(self.layers)) if self.layers[j].slope is not None]
        if len(above) > 1:
            yield "slope_above_left_out", self._with_slopes({j: np.ones_like for j in above})

    def _other_slopes(self, k: int) -> dict[str, list[np.ndarray]]:
        """What may stand for the derivative of the activation of layer `k`."""
        layer = self.layers[k]
        assert layer.slope is not None
        others = [other for other in self.layers if other is not layer and other.slope is not None]
        return {
            "derivative_at_activation": [_slope(layer.slope, layer.output)],
            "activation_for_derivative": [layer.output],
            "derivative_of_another_layer": [_slope(other.slope, layer.pre) for other in others]
            + [other.right_slope for other in others if other.pre.shape == layer.pre.shape],
            "derivative_at_input": [_slope(layer.slope, layer.input)]
            if layer.input.shape == layer.pre.shape
            else [],
            **{cause: [_slope(slope, layer.pre)] for cause, slope in layer.other_slopes.items()},
        }

    def _other_inputs(self, k: int) -> Iterator[tuple[str, Any]]:
        """What may stand for the input of layer `k`."""
        layer = self.layers[k]
        if k:
            yield "network_input_everywhere", self.layers[0].input
            if not np.array_equal(self.layers[k - 1].pre, layer.input):
                yield "preactivation_for_activation", self.layers[k - 1].pre
        yield "input_of_next_layer", layer.output
        yield "preactivation_for_input", layer.pre
        others = [
            other.input
            for j, other in enumerate(self.layers)
            if j not in (0, k, k + 1) and j < len(self.layers)
        ]
        yield "input_of_another_layer", others
        yield "weights_for_input", ("io", layer.weights)

    def _everywhere(
        self, k: int, inside: Sequence[Factor], result: str
    ) -> list[tuple[str, Callable[[], np.ndarray]]]:
        """A slip in the slope that is made at layer `k` and at all layers above it that have one."""
        sloped = [j for j in range(k, len(self.layers)) if self.layers[j].slope is not None]
        if len(sloped) < 2 or sloped[0] != k:
            return []
        ways: list[tuple[str, dict[int, Callable[[np.ndarray], np.ndarray]]]] = [
            ("missing_activation_derivative", dict.fromkeys(sloped, np.ones_like)),
            (
                "doubled_activation_derivative",
                {j: _constant(self.layers[j].right_slope ** 2) for j in sloped},
            ),
            ("activation_for_derivative", {j: _constant(self.layers[j].output) for j in sloped}),
            (
                "derivative_at_activation",
                {j: _constant(_slope(self.layers[j].slope, self.layers[j].output)) for j in sloped},
            ),
            *(
                ("derivative_of_another_layer", dict.fromkeys(sloped, self.layers[j].slope))
                for j in (0, self.last)
            ),
        ]

        def value(slopes: dict[int, Callable[[np.ndarray], np.ndarray]]) -> np.ndarray:
            other = self._with_slopes(slopes)
            delta = Factor("no", other.upstream(k)), Factor("no", other.layers[k].right_slope)
            return Product(result, [*inside, *delta]).right

        return [
            (cause, lambda slopes=slopes: value(slopes))
            for cause, slopes in ways
            if all(slope is not None for slope in slopes.values())
        ]

    def _with(self, j: int, **changes: Any) -> Chain:
        layers = [replace(layer, **changes) if i == j else layer for i, layer in enumerate(self.layers)]
        return replace(self, layers=layers)

    def _with_slopes(self, slopes: Mapping[int, Callable[[np.ndarray], np.ndarray] | None]) -> Chain:
        layers = [
            replace(layer, slope=slopes[i]) if i in slopes else layer for i, layer in enumerate(self.layers)
        ]
        return replace(self, layers=layers)


def _array(value: Any) -> np.ndarray:
    return np.asarray(value() if callable(value) else value, dtype=np.float64)


def _constant(values: np.ndarray) -> Callable[[np.ndarray], np.ndarray]:
    return lambda _: values


def _slope(slope: Callable[[np.ndarray], Any] | None, at: np.ndarray) -> np.ndarray:
    assert slope is not None
    return np.asarray(slope(at), dtype=np.float64)
