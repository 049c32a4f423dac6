"""Checks of question `xavier`: a `Dense` whose weights begin with the variance that keeps the size of what passes."""

from typing import Any

import numpy as np

from autograder.causes import Diagnosis, diagnosis
from autograder.checks.layers.common import PARAMETERS, Draw, draws, own_state
from autograder.checks.layers.dense import small_and_centred
from autograder.checks.layers.relatives import as_new, or_on_right_dense, relative, step_or_inherited
from autograder.judge import array, attribute, call, confirmed, equal, generator, wrong

LARGE = ((300, 200), (150, 400), (500, 120))


@confirmed
def xavier_spread(DenseXavier: Any, sizes: tuple[tuple[int, int], ...] = LARGE) -> None:
    """Random weights around 0 with the variance that keeps the size of activations and of gradients."""
    name = "DenseXavier(input_units, output_units)"
    for inputs, outputs in sizes:
        layer = call(DenseXavier, inputs, outputs, name=name)
        values = array(
            attribute(layer, "weights", name=name), name=f"{name}.weights", shape=(inputs, outputs)
        )
        small_and_centred(values, name=f"{name}.weights")
        _judge_variance(values, inputs, outputs, f"{name}.weights")
        # Biases that are kept as a row are the business of `Dense` alone.
        biases = attribute(layer, "biases", name=name)
        equal(biases, np.zeros(outputs), name=f"{name}.biases", integers=True, one_sample=True)
    own_state(lambda: DenseXavier(4, 3), [lambda: DenseXavier(4, 3)], ("weights",), name=name)


def _judge_variance(values: np.ndarray, inputs: int, outputs: int, name: str) -> None:
    """The variance of n normal numbers is known to sqrt(2 / n) of itself, that of uniform ones better; six of these."""
    variance, expected = float(values.var()), 2 / (inputs + outputs)
    tolerance = 6 * np.sqrt(2 / values.size)
    if abs(variance / expected - 1) <= tolerance:
        return
    wrong(
        f"{name} has variance {variance:.4g}, expected {expected:.4g} (within {tolerance:.1%}) for {inputs} inputs "
        f"and {outputs} outputs.",
        diagnosis=_wrong_variance(variance, inputs, outputs, tolerance),
        hint="the numbers that the spread is made of: variance or deviation, inputs or outputs or both",
        variance=variance,
        expected=expected,
    )


def _wrong_variance(variance: float, inputs: int, outputs: int, tolerance: float) -> Diagnosis | None:
    both = inputs + outputs
    suspects = {
        "variance_for_deviation": ((2 / both) ** 2,),
        "one_side_of_the_layer": (1 / inputs, 2 / inputs, 1 / outputs, 2 / outputs),
        "bound_for_deviation": (6 / both, 2 / 3 / both),
    }
    fitting = [
        cause for cause, values in suspects.items() if any(abs(variance / v - 1) <= tolerance for v in values)
    ]
    return diagnosis(fitting[0]) if len(fitting) == 1 else None


@confirmed
def xavier_layer(DenseXavier: Any, Dense: Any, rng: np.random.Generator | None = None) -> None:
    """Everything else is as in `Dense`: forward, the gradient for the layer below, both steps."""
    for problem in draws(rng or generator("xavier-layer")):

        def judge(p: Draw = problem) -> None:
            make = lambda: DenseXavier(*p.weights.shape, p.rate)
            relative(make, p, Dense, name="DenseXavier")
            for key in PARAMETERS:
                step_or_inherited(make, p, key, Dense, name="DenseXavier")
                as_new(make, p, key, name="DenseXavier")

        or_on_right_dense(judge, Dense, own_work=lambda: xavier_spread(DenseXavier, LARGE[:1]))
