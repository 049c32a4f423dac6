"""Checks of question `backpropagation`: any number of layers, one sample."""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from autograd import grad

from autograder.causes import diagnosis
from autograder.checks.backprop_by_hand import stated
from autograder.checks.backprop_by_hand.functions import (
    HONEST,
    UNTRUE,
    any_cost_der,
    cosh_cost,
    cosh_cost_der,
    squared_cost,
)
from autograder.checks.backprop_by_hand.left_alone import left_as_they_were
from autograder.checks.backprop_by_hand.pieces import slopes_of_sigmoid
from autograder.checks.backprop_by_hand.stand_ins import right_mse_der
from autograder.checks.backprop_by_hand.style import Derivative, in_style_of
from autograder.judge import (
    Product,
    Wrong,
    agree,
    any_route,
    array,
    call,
    cases,
    confirmed,
    equal,
    existing,
    generator,
    sequence,
    wrong,
)

NAME = "backpropagation(...)"
DEPTHS = ((3, 4), (2, 4, 3), (3, 5, 2, 4), (4, 2, 3, 5, 2), (2, 3, 4, 5, 3, 4), (3, 3, 3, 3))
"""Sizes of networks; in the last one all layers are alike, so that two of them may share an array by mistake."""


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
                f"{name} gives no gradients for {_place(i, len(entries))}: its pair is empty.",
                diagnosis=diagnosis("layer_left_out"),
            )
        pairs.append(sequence(entry, 2, name=f"entry {i} of the result, the pair (dC_dW, dC_db)"))
    shapes = [np.shape(W) for W, _ in layers]
    own = [np.shape(pair[0]) for pair in pairs if isinstance(pair[0], np.ndarray)]
    if len(shapes) > 1 and own == shapes[::-1] != shapes:
        wrong(f"{name} gives dC_dW with the shapes {own}.", diagnosis=diagnosis("layers_reversed"))
    return pairs


def _place(i: int, depth: int) -> str:
    return f"layer {i + 1} of {depth}"


@confirmed
def one_layer(backpropagation: Any, sigmoid_der: Callable[[], Any], mse_der: Callable[[], Any]) -> None:
    """The weights of a single layer, for the mean squared error, without passing `cost_der`."""
    rng, style = generator("backpropagation-one_layer"), in_style_of(sigmoid_der)
    for sizes in cases(((3, 4), (4, 2), (2, 5))):
        judge = _weights_or_biases(0, backpropagation, problem(rng, sizes, style))
        any_route(
            judge.stated,
            lambda judge=judge: judge.from_own(mse_der),
            lambda judge=judge: judge.on_right_start(mse_der),
        )


@confirmed
def several_layers(which: str, backpropagation: Any, sigmoid_der: Callable[[], Any]) -> None:
    """All gradients of networks of one to five layers with mixed activations.

    Args:
        which: `weights` or `biases`.
        backpropagation: the student's.
        sigmoid_der: gives the student's; its style is the style of the derivatives.
    """
    rng, style = generator(f"backpropagation-{which}"), in_style_of(sigmoid_der)
    if which == "weights":
        _leaves_layers(backpropagation, problem(generator("backpropagation-untouched"), (2, 4, 3), style))
    for sizes in cases(DEPTHS if which == "biases" else DEPTHS[1:]):
        judge = _weights_or_biases(int(which == "biases"), backpropagation, problem(rng, sizes, style))
        # Where `mse_der` or the default is wrong, the backward pass may still be right.
        any_route(judge.stated, judge.with_cost_der)


def _leaves_layers(backpropagation: Any, case: Problem) -> None:
    own = [(W.copy(), b.copy()) for W, b in case.layers]
    left_as_they_were(
        lambda input, target, activation_funcs, activation_ders: backpropagation(
            input, own, activation_funcs, target, activation_ders, cosh_cost_der
        ),
        lambda: own,
        name=NAME,
        data={"input": case.x, "target": case.target},
        lists={"activation_funcs": case.funcs, "activation_ders": case.styled},
    )


@dataclass(frozen=True)
class _weights_or_biases:
    part: int
    backpropagation: Any
    problem: Problem

    def stated(self) -> None:
        target = self.problem.target
        self.fits(self.problem.call(self.backpropagation), lambda p: squared_cost(p, target))

    def with_cost_der(self) -> None:
        target = self.problem.target
        self.fits(self.problem.call(self.backpropagation, cosh_cost_der), lambda p: cosh_cost(p, target))

    def from_own(self, mse_der: Callable[[], Any]) -> None:
        """The prediction may be differentiated wrongly by `mse_der`, and the rest may follow."""
        predict = self.problem.predict(self.problem.layers)
        function = existing(mse_der, "mse_der")
        own = call(function, predict, self.problem.target, name="mse_der(predict, target)")
        upstream = array(own, name="mse_der(predict, target)", shape=predict.shape, one_sample=True)
        if not np.any(upstream) or np.ptp(upstream) == 0.0:
            wrong("mse_der(predict, target) is zero or the same everywhere.")
        self.fits(self.problem.call(self.backpropagation), lambda p: upstream @ p)

    def on_right_start(self, mse_der: Callable[[], Any]) -> None:
        """Where `mse_der` gives nothing to follow, the rest may be right as soon as a right one stands there."""
        with right_mse_der(self.backpropagation, mse_der):
            self.stated()

    def fits(self, pairs: Sequence[Sequence[Any]], cost: Callable[[np.ndarray], float]) -> None:
        expected = self.problem.gradients(cost)
        _no_array_twice([pair[self.part] for pair in pairs], "Wb"[self.part])
        for i in reversed(range(len(expected))):
            if i and self.part == 0:
                _fed_by_its_own_input(pairs[i][0], expected, i, self.problem.x)
            product = partial(self.problem.product, cost, i, self.part)
            fits(pairs, expected, i, self.part, product=product)


def _no_array_twice(found: Sequence[Any], part: str) -> None:
    """Two layers with one array for their gradients: what is written for the second one replaces the first."""
    for i, j in itertools.combinations(range(len(found)), 2):
        if isinstance(found[i], np.ndarray) and found[i] is found[j]:
            wrong(
                f"dC_d{part} of layer {i + 1} and dC_d{part} of layer {j + 1} are one and the same array.",
                hint="lines such as `delta *= ...` or `delta[:] = ...`: they change what is in the list already",
            )


def _fed_by_its_own_input(value: Any, expected: stated.Layers, i: int, x: np.ndarray) -> None:
    """Name the slip of a layer that meets the network's input: it shows in the shape, so `equal` cannot."""
    slip = np.outer(expected[i][1], x)
    if isinstance(value, np.ndarray) and value.shape == slip.shape and np.allclose(value, slip):
        wrong(
            f"dC_dW of {_place(i, len(expected))} has shape {value.shape}, expected {expected[i][0].shape}.",
            diagnosis=diagnosis("network_input_everywhere"),
        )


def fits(
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
        name=f"{'dC_dW' if part == 0 else 'dC_db'} of {_place(i, len(expected))}",
        axes="(out, in)" if part == 0 else "(out,)",
        one_sample=True,
        relative=1e-6,
        suspects=suspects,
        product=product,
        hint="the derivatives by hand, above: what changes for this layer, and what stays the same?",
    )


@confirmed
def passed_cost(backpropagation: Any, sigmoid_der: Callable[[], Any]) -> None:
    """The last layer starts with the `cost_der` that is passed, whatever it is."""
    rng, style = generator("backpropagation-cost_der"), in_style_of(sigmoid_der)
    for sizes, cost_der in cases(
        (((3, 4), any_cost_der), ((2, 4, 3), cosh_cost_der), ((4, 3, 2), any_cost_der))
    ):
        case = problem(rng, sizes, style)
        pairs = case.call(backpropagation, cost_der)
        slopes = case.slopes()
        expected = case.straightened(case.upstream(cost_der), slopes)
        last = len(expected) - 1

        def of_mse(part: int, case: Problem = case, last: int = last) -> Any:
            return case.gradients(lambda p: squared_cost(p, case.target))[last][part]

        def product(
            part: int, case: Problem = case, last: int = last, cost_der: Derivative = cost_der
        ) -> Product:
            upstream = case.upstream(cost_der)
            return case.product(lambda p: upstream @ p, last, part)

        def judge(part: int, pairs: Any = pairs, expected: Any = expected, last: int = last) -> None:
            fits(
                pairs, expected, last, part, {"cost_der_ignored": lambda: of_mse(part)}, lambda: product(part)
            )

        # A slip in one of the two is the business of another aspect.
        any_route(lambda: judge(0), lambda: judge(1))


@confirmed
def by_hand(backpropagation: Any, sigmoid_der: Callable[[], Any]) -> None:
    """With derivatives that do not belong to the activations, the result follows the derivatives."""
    rng, style = generator("backpropagation-by_hand"), in_style_of(sigmoid_der)
    for sizes in cases(((3, 4), (2, 4, 3), (3, 4, 2, 5))):
        follows_derivatives(problem(rng, sizes, style, UNTRUE), backpropagation)
    shallow = problem(rng, (4, 3), style, UNTRUE)
    follows_derivatives(shallow, backpropagation)


def follows_derivatives(case: Problem, backpropagation: Any) -> None:
    """Judge calls with derivatives that are not true, with the default cost and with one that is passed."""

    def mse(predict: np.ndarray) -> float:
        return squared_cost(predict, case.target)

    def passed(predict: np.ndarray) -> float:
        return cosh_cost(predict, case.target)

    any_route(
        lambda: _follows(case, mse, case.call(backpropagation)),
        lambda: _follows(case, passed, case.call(backpropagation, cosh_cost_der)),
    )


def _follows(case: Problem, cost: Callable[[np.ndarray], float], pairs: Sequence[Sequence[Any]]) -> None:
    """All weights follow the derivatives, or all biases, or at least it is not autograd that found them."""
    expected = case.straightened(grad(cost)(case.predict(case.layers)), case.slopes())
    true = case.gradients(cost)

    def judge(part: int) -> None:
        for i in reversed(range(len(expected))):
            product = partial(case.product, cost, i, part)
            fits(pairs, expected, i, part, {"activation_ders_ignored": true[i][part]}, product)

    def last_layer_only() -> None:
        # The way down to the earlier layers is the business of another aspect, unless autograd went it.
        last = len(expected) - 1
        fits(pairs, expected, last, 0, {"activation_ders_ignored": true[last][0]})
        for i, (W, _) in enumerate(true[:-1]):
            if _same(pairs[i][0], W):
                wrong(
                    f"dC_dW of {_place(i, len(true))} does not follow `activation_ders`.",
                    diagnosis=diagnosis("activation_ders_ignored"),
                )

    any_route(lambda: judge(0), lambda: judge(1), last_layer_only)


def _same(value: Any, expected: np.ndarray) -> bool:
    try:
        found = array(value, name="dC_dW", shape=expected.shape, one_sample=True)
    except Wrong:
        return False
    return agree(found, expected)
