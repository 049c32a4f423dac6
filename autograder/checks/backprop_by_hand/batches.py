"""Checks of question `batch_forward`: rows are samples, in whatever layout the student chose."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from autograder.checks.backprop_by_hand import layouts, stated
from autograder.checks.backprop_by_hand.functions import HONEST, squared_cost
from autograder.checks.backprop_by_hand.layouts import Layout
from autograder.checks.backprop_by_hand.pieces import slopes_of_sigmoid
from autograder.checks.backprop_by_hand.style import Derivative
from autograder.judge import (
    Product,
    Wrong,
    any_route,
    apart,
    array,
    call,
    cases,
    confirmed,
    equal,
    forward_suspects,
    generator,
    number,
    sequence,
    wrong,
)

FORWARD = "feed_forward_batch(inputs, layers, activation_funcs)"
COST = "cost_batch(layers, inputs, activation_funcs, targets)"
SAVER = "feed_forward_saver_batch(inputs, layers, activation_funcs)"

CASES = (((3, 4), 5), ((4, 3, 2), 6), ((2, 5, 4, 3), 1), ((3, 2), 1), ((2, 4, 3), 5))
"""Sizes of the network, and the number of samples."""


@dataclass(frozen=True)
class Batch:
    """Random layers, inputs and targets of a network in the student's layout.

    Attributes:
        layout: the student's.
        layers: W and b as the given `create_layers` lays them.
        funcs: one activation for each layer.
        ders: their elementwise derivatives.
        X: (N, in)
        targets: (N, out)
    """

    layout: Layout
    layers: stated.Layers
    funcs: Sequence[Derivative]
    ders: Sequence[Derivative]
    X: np.ndarray
    targets: np.ndarray

    @property
    def entries(self) -> int:
        return self.targets.size

    def own_layers(self) -> Any:
        """A fresh copy of the layers in the student's layout."""
        return self.layout.build(self.layers)

    def predict(self, layers: stated.Layers) -> np.ndarray:
        return stated.forward_rows(self.X, layers, self.funcs)

    def gradients(self, cost: Callable[[np.ndarray], float]) -> list[np.ndarray]:
        """The derivatives of a cost of all predictions, in the student's layout."""
        return self.layout.arrange(stated.gradients(cost, self.X, self.layers, self.funcs))

    def forward_slips(self) -> dict[str, Any]:
        """What slips in a forward pass predict."""
        steps = [(W.T, b, function) for (W, b), function in zip(self.layers, self.funcs, strict=True)]
        return forward_suspects(self.X, steps)

    def product(self, cost: Callable[[np.ndarray], float], position: int, *, times: float = 1.0) -> Product:
        """The factors of the gradient that stands at a position of the student's arrays.

        Args:
            cost: of all predictions.
            position: in the layout.
            times: what the array is a multiple of, such as minus the learning rate for a step.
        """
        chain = stated.chain(
            self.X,
            self.targets,
            self.layers,
            self.funcs,
            self.ders,
            cost,
            {"derivative_of_sigmoid": slopes_of_sigmoid},
        )
        i, part = self.layout.label(position)
        shape = self.layout.shapes[position]
        result = "io" if shape == chain.layers[i].weights.shape else "oi"
        return replace(chain.biases(i) if part else chain.weights(i, result), shape=shape, times=times)


def batch(
    rng: np.random.Generator,
    layout: Layout,
    n: int,
    kinds: Sequence[tuple[Derivative, Derivative]] = HONEST,
) -> Batch:
    """A random network with mixed activations and `n` samples."""
    sizes = layout.sizes
    chosen = [kinds[int(i)] for i in rng.permutation(np.arange(len(sizes) - 1) % len(kinds))]
    return Batch(
        layout,
        stated.random_layers(rng, sizes),
        [func for func, _ in chosen],
        [der for _, der in chosen],
        rng.normal(size=(n, sizes[0])),
        rng.normal(size=(n, sizes[-1])),
    )


@confirmed
def batch_layers(create_layers_batch: Any) -> None:
    """The layers fit together, whatever their layout, and their weights are random."""
    for sizes in ((3, 4, 2), (2, 5), (4, 3, 5, 2)):
        layout = layouts.created(create_layers_batch, sizes)
        found = layouts.leaves(layout.template)
        for i, places in enumerate(layout.places):
            for part, at in zip("Wb", places, strict=True):
                values = array(found[at], name=f"{part} of layer {i + 1}", integers=True)
                if part == "W" and np.ptp(values) == 0.0:
                    wrong(
                        f"all weights of layer {i + 1} are {values.flat[0]:g}.",
                        hint="random numbers: equal weights stay equal for ever",
                    )


@confirmed
def batch_forward(feed_forward_batch: Any, create_layers_batch: Any) -> None:
    """Each row of the result is what the forward pass for one sample gives for that row."""
    rng = generator("batch_forward-forward")
    for sizes, n in cases(CASES):
        case = batch(rng, layouts.own_or_usual(create_layers_batch, sizes), n)
        result = call(feed_forward_batch, case.X, case.own_layers(), list(case.funcs), name=FORWARD)
        equal(
            result,
            case.predict(case.layers),
            name=f"the prediction for {n} samples" if n > 1 else "the prediction for one sample",
            axes="(N, out)",
            relative=1e-6,
            suspects=case.forward_slips(),
            hint="one sample in each row, in and out; each sample as in `feed_forward`",
        )


@confirmed
def batch_cost(cost_batch: Any, feed_forward_batch: Any, create_layers_batch: Any) -> None:
    """The cost is the mean of the squared error over all entries."""
    rng = generator("batch_forward-cost")
    for sizes, n in cases(CASES):
        case = batch(rng, layouts.own_or_usual(create_layers_batch, sizes), n)

        def fits(predict: np.ndarray, case: Batch = case) -> None:
            value = call(cost_batch, case.own_layers(), case.X, list(case.funcs), case.targets, name=COST)
            equal(
                number(value, name=COST, one_sample=len(case.X) == 1),
                squared_cost(predict, case.targets),
                name=f"{COST} of {len(case.X)} samples",
                relative=1e-6,
                factors=other_means(case),
                hint="what is squared, and over what the mean goes",
            )

        # Asked for before there are targets: a prediction that knows them decides what the cost is.
        other = replace(case, targets=rng.normal(size=case.targets.shape))

        def at_own_forward(case: Batch = other, fits: Callable[..., None] = fits) -> None:
            def predict(X: np.ndarray) -> np.ndarray:
                found = call(feed_forward_batch, X, case.own_layers(), list(case.funcs), name=FORWARD)
                return array(found, name=FORWARD, shape=case.targets.shape)

            fits(of_inputs(predict, case.X), case)

        any_route(lambda case=case, fits=fits: fits(case.predict(case.layers)), at_own_forward)


def of_inputs(predict: Callable[[np.ndarray], np.ndarray], X: np.ndarray) -> np.ndarray:
    """What a student's own forward pass predicts, if a cost of it is not known without it.

    Args:
        predict: the forward pass.
        X: the inputs.

    Raises:
        Wrong: other inputs have the same prediction.
    """
    found = predict(X)
    if not apart(found, predict(-X)):
        wrong(
            "the predictions do not depend on the inputs, so that their cost proves nothing.",
            hint="the forward pass",
        )
    return found


def other_means(case: Batch) -> dict[str, float]:
    """What a cost is multiplied by when its squares are combined in another way than by the mean."""
    n, outputs = case.targets.shape
    if n == 1:
        return {"summed_over_outputs": outputs, "missing_factor_two": 0.5}
    return {
        "missing_mean": n * outputs,
        "summed_over_outputs": outputs,
        "mean_per_sample_summed": n,
    }


@confirmed
def batch_saver(feed_forward_saver_batch: Any, create_layers_batch: Any) -> None:
    """Everything that the backward pass needs is saved: layer inputs, pre-activations, the prediction."""
    rng = generator("batch_forward-saver")
    for sizes, n in cases((((4, 3), 5), ((3, 4, 2), 6), ((2, 4, 3), 1))):
        case = batch(rng, layouts.own_or_usual(create_layers_batch, sizes), n)
        result = call(feed_forward_saver_batch, case.X, case.own_layers(), list(case.funcs), name=SAVER)
        judge_saved(result, case, SAVER)


def judge_saved(result: Any, case: Batch, name: str) -> None:
    """Judge `(layer_inputs, zs, predict)`; inside, samples may be rows or columns."""
    layer_inputs, zs, predict = sequence(result, 3, name=f"the result of {name}")
    depth = len(case.layers)
    layer_inputs = sequence(layer_inputs, depth, name="layer_inputs")
    zs = sequence(zs, depth, name="zs")
    saved = [
        stated.pre_activations(x, case.layers, case.funcs) for x in case.X
    ]  # for each sample the pre-activations of its layers
    expected_inputs = case.X
    for i in range(depth):
        _either_way(layer_inputs[i], expected_inputs, f"layer_inputs[{i}]")
        expected_z = np.array([zs_of_sample[i] for zs_of_sample in saved])
        _either_way(zs[i], expected_z, f"zs[{i}]", {"saved_after_activation": case.funcs[i](expected_z)})
        expected_inputs = case.funcs[i](expected_z)
    _either_way(predict, expected_inputs, "predict")


def _either_way(
    value: Any, expected: np.ndarray, name: str, suspects: dict[str, np.ndarray] | None = None
) -> None:
    value = array(value, name=name)
    if value.shape == expected.T.shape != expected.shape:
        value = value.T
    equal(value, expected, name=name, axes="(N, size of the layer)", relative=1e-6, suspects=suspects)


def own_gradients(
    backpropagation_batch: Any, case: Batch, *cost_der: Derivative, ders: Sequence[Derivative] | None = None
) -> list[Any]:
    """What the student's `backpropagation_batch` gives, in the order of the layout's arrays."""
    name = "backpropagation_batch(...)"
    result = call(
        backpropagation_batch,
        case.X,
        case.own_layers(),
        list(case.funcs),
        case.targets,
        list(ders or case.ders),
        *cost_der,
        name=name,
    )
    return layouts.gradients_of(result, case.layout, name=name)


def multiple_of_stated_cost(cost_batch: Any, rng: np.random.Generator, layout: Layout, n: int) -> bool:
    """Whether the student's cost is the stated one up to a constant factor, on several draws."""
    ratios = []
    for _ in range(3):
        case = batch(rng, layout, n)
        try:
            value = number(
                call(cost_batch, case.own_layers(), case.X, list(case.funcs), case.targets, name=COST),
                name=COST,
                one_sample=True,
            )
        except Wrong:
            return False
        ratios.append(value / squared_cost(case.predict(case.layers), case.targets))
    return bool(ratios[0] > 0 and np.allclose(ratios, ratios[0], rtol=1e-6, atol=0.0))
