"""Checks of the questions `xavier` and `l2`: layers that are `Dense` but for one thing."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np

from autograder.causes import Diagnosis, diagnosis
from autograder.checks.layers.common import (
    PARAMETERS,
    Draw,
    built,
    draws,
    exact,
    own_gradient,
    own_state,
    prime,
    reacting,
    stepped,
)
from autograder.checks.layers.dense import affine, grad_input, plain_step, small_and_centred
from autograder.checks.layers.right_dense import right_dense
from autograder.judge import (
    Wrong,
    any_route,
    array,
    attribute,
    call,
    cases,
    confirmed,
    equal,
    generator,
    numerical_gradient,
    unchanged,
    wrong,
)

LARGE = ((300, 200), (150, 400), (500, 120))
ALPHAS = (0.3, 0.05, 1.1)


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
        equal(attribute(layer, "biases", name=name), np.zeros(outputs), name=f"{name}.biases", integers=True)
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
                _step_or_inherited(make, p, key, Dense, name="DenseXavier")
                as_new(make, p, key, name="DenseXavier")

        or_on_right_dense(judge, Dense, own_work=lambda: xavier_spread(DenseXavier, LARGE[:1]))


def or_on_right_dense(
    judge: Callable[[], None], Dense: Any, *, own_work: Callable[[], None] | None = None
) -> None:
    """Judge what is derived from the student's `Dense`; where that is wrong, also on top of a right one.

    On top of a right `Dense` a class that does nothing at all is a layer, so it must have done its own work as well.

    Args:
        judge: asks what is asked.
        Dense: the student's class.
        own_work: asks for the work of the derived class; None where `judge` does.
    """

    def on_right_dense() -> None:
        with right_dense(Dense):
            judge()
            if own_work is not None:
                own_work()

    any_route(judge, on_right_dense)


def relative(make: Callable[[], Any], problem: Draw, Dense: Any, *, name: str) -> None:
    """Require forward and grad_input as stated, or as the student's own `Dense` has them.

    Args:
        make: builds the student's layer.
        problem: its parameters, input and upstream gradient.
        Dense: the student's class, whose slips must not be charged twice.
        name: what the student would call the layer.
    """
    made = f"{name}(...)"

    def same_forward() -> None:
        expected = reacting(dense_forward, problem, "x", "weights")
        result = call(built(make, problem, name=made).forward, problem.x, name=f"{name}.forward(input)")
        exact(result, expected, name=f"{name}.forward(input)")

    def same_backward() -> None:
        expected = reacting(dense_backward, problem, "upstream", "weights")
        result, _ = stepped(built(make, problem, name=made), problem.x, problem.upstream, name=name)
        exact(result, expected, name=f"{name}.backward(input, grad_output)")

    def dense(p: Draw) -> Any:
        return built(lambda: Dense(*p.weights.shape, p.rate), p, name="Dense(...)")

    def dense_forward(p: Draw) -> Any:
        return call(dense(p).forward, p.x, name="Dense.forward")

    def dense_backward(p: Draw) -> Any:
        return stepped(dense(p), p.x, p.upstream, name="Dense")[0]

    any_route(
        lambda: affine(built(make, problem, name=made), problem, name=f"{name}.forward(input)"), same_forward
    )
    any_route(lambda: grad_input(built(make, problem, name=made), problem, name=name), same_backward)
    layer, x, upstream = built(make, problem, name=made), problem.x.copy(), problem.upstream.copy()
    prime(layer, x)
    call(lambda: layer.backward(x, upstream), name=f"{name}.backward(input, grad_output)", returns=False)
    unchanged(x, problem.x, name="input")
    unchanged(upstream, problem.upstream, name="grad_output")


def as_new(make: Callable[[], Any], problem: Draw, key: str, *, name: str) -> None:
    """Require that a layer without a memory makes its second step as a new layer would that holds its parameters.

    Held against the student's own class: what one step must be is judged elsewhere.

    Args:
        make: builds the student's layer.
        problem: the batch of both steps, and the parameters before the first.
        key: `weights` or `biases`.
        name: what the student would call the layer.
    """
    layer = built(make, problem, name=f"{name}(...)")
    stepped(layer, problem.x, problem.upstream, name=name)
    held = {key: array(attribute(layer, key, name=name), name=f"{name}.{key}") for key in PARAMETERS}
    new = built(make, replace(problem, **held), name=f"{name}(...)")
    second, first = (
        stepped(each, problem.x, problem.upstream, name=name, keys=(key,))[1][key] for each in (layer, new)
    )
    exact(
        second,
        first,
        name=f"the change of {key} in the second call of {name}.backward",
        hint="what is kept from the first call: the step depends on the parameters as they are",
    )


def same_step(
    one: Callable[[], Any], other: Callable[[], Any], problem: Draw, key: str, *, name: str
) -> None:
    """Require that two layers make the same two steps.

    Args:
        one: builds the layer that is in question.
        other: builds one that has been judged.
        problem: the batch of both steps, and the parameters before the first.
        key: `weights` or `biases`.
        name: how the student would write what is in question.
    """

    def changes(make: Callable[[], Any]) -> list[np.ndarray]:
        layer = built(make, problem, name=name)
        return [stepped(layer, problem.x, problem.upstream, name=name, keys=(key,))[1][key] for _ in range(2)]

    # The one that has been judged has made its steps before the other is built: they may share what they should not.
    expected = changes(other)
    if not np.allclose(changes(one), expected, rtol=1e-6, atol=1e-9):
        wrong(
            f"{name} does not move the {key} as the same layer with these settings does, when they are passed to it.",
            hint="the defaults in the signature, and where the layer keeps its settings",
        )


def _step_or_inherited(
    make: Callable[[], Any],
    problem: Draw,
    key: str,
    Dense: Any,
    *,
    name: str,
    penalty: np.ndarray | float = 0.0,
    more_suspects: dict[str, Any] | None = None,
) -> None:
    """The stated step, or the step of the student's own `Dense` with the penalty on top."""

    def judge(gradient: np.ndarray) -> None:
        suspects = {cause: gradient + value for cause, value in (more_suspects or {}).items()}
        terms = {"the gradient of the loss": gradient, "the penalty": penalty} if np.any(penalty) else {}
        whole = gradient + penalty
        plain_step(make, problem, key, name=name, gradient=whole, more_suspects=suspects, terms=terms)

    any_route(lambda: judge(problem.gradient(key)), lambda: judge(own_gradient(Dense, problem)[key]))


@confirmed
def l2_step(DenseL2: Any, Dense: Any, key: str, rng: np.random.Generator | None = None) -> None:
    """One step on the cost plus alpha times the sum of the squared weights; biases are not penalised.

    Args:
        DenseL2: the student's class.
        Dense: the student's class below it.
        key: `weights` or `biases`.
        rng: another generator than the check's own.
    """
    for problem, alpha in zip(draws(rng or generator(f"l2-{key}")), cases(ALPHAS), strict=True):
        value = getattr(problem, key)
        slope = numerical_gradient(lambda at, alpha=alpha: alpha * np.sum(at**2), value)
        penalised = key == "weights"
        judge = partial(
            _step_or_inherited,
            lambda p=problem, alpha=alpha: DenseL2(*p.weights.shape, p.rate, alpha),
            problem,
            key,
            Dense,
            name="DenseL2",
            penalty=slope if penalised else 0.0,
            more_suspects={
                "penalty_missing": 0 * slope,
                "missing_factor_two": slope / 2,
                "penalty_wrong_sign": -slope,
                "penalty_scaled_by_learning_rate": slope * problem.rate,
                "penalty_after_the_step": _slope_after_step(problem, alpha),
            }
            if penalised
            else {"biases_penalised": slope},
        )
        make = lambda p=problem, alpha=alpha: DenseL2(*p.weights.shape, p.rate, alpha)
        or_on_right_dense(partial(as_new, make, problem, key, name="DenseL2"), Dense)
        # The penalty is what is to be written; the step of the biases may be inherited.
        work = None if penalised else lambda: l2_step(DenseL2, Dense, "weights")
        or_on_right_dense(judge, Dense, own_work=work)
    problem = draws(rng or generator(f"l2-settings-{key}"))[0]
    shape = problem.weights.shape

    def first_of_two() -> Any:
        first = DenseL2(*shape, 0.1, 0.4)
        DenseL2(*shape, 0.7, 0.01)
        return first

    for one, other, name in (
        (lambda: DenseL2(*shape), lambda: DenseL2(*shape, 0.1, 1e-3), "DenseL2 with the default settings"),
        (
            first_of_two,
            lambda: DenseL2(*shape, 0.1, 0.4),
            "DenseL2, when another one with other settings is made,",
        ),
    ):
        or_on_right_dense(partial(same_step, one, other, problem, key, name=name), Dense)


def _slope_after_step(problem: Draw, alpha: float) -> np.ndarray:
    """The derivative of the penalty at the weights that a plain step has left."""
    moved = problem.weights - problem.rate * problem.gradient("weights")
    return numerical_gradient(lambda at: alpha * np.sum(at**2), moved)


@confirmed
def l2_layer(DenseL2: Any, Dense: Any, rng: np.random.Generator | None = None) -> None:
    """Forward and the gradient for the layer below know nothing of the penalty; a penalty of 0 is `Dense`."""
    for problem, alpha in zip(draws(rng or generator("l2-layer")), cases(ALPHAS), strict=True):
        judge = partial(
            relative,
            lambda p=problem, alpha=alpha: DenseL2(*p.weights.shape, p.rate, alpha),
            problem,
            Dense,
            name="DenseL2",
        )
        or_on_right_dense(judge, Dense, own_work=lambda: l2_step(DenseL2, Dense, "weights"))


@confirmed
def first_that_works(*judges: Callable[[], None]) -> None:
    """Judge each of several alternatives; those that are not written yet do not count, but one must be.

    Args:
        *judges: one for each alternative.

    Raises:
        Wrong: an alternative that is written is wrong, or none is written.
    """
    unwritten: Wrong | None = None
    written = 0
    for judge in judges:
        try:
            judge()
        except Wrong as found:
            if found.finding.cause != "not_written":
                raise
            unwritten = unwritten or found
        else:
            written += 1
    if not written and unwritten is not None:
        raise unwritten
