"""Layers that are `Dense` but for one thing: what they have from it is held against it, and may rest on a right one.

`xavier`, `l2` and `optimizer` ask for such layers, and a slip in `Dense` costs none of them.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from autograder.checks.layers.common import (
    PARAMETERS,
    Draw,
    built,
    exact,
    own_gradient,
    prime,
    reacting,
    stepped,
)
from autograder.checks.layers.dense import affine, grad_input, plain_step
from autograder.checks.layers.right_dense import right_dense
from autograder.judge import (
    Wrong,
    any_route,
    array,
    attribute,
    blamed_on_earlier_call,
    call,
    confirmed,
    unchanged,
    wrong,
)


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


def step_or_inherited(
    make: Callable[[], Any],
    problem: Draw,
    key: str,
    Dense: Any,
    *,
    name: str,
    penalty: np.ndarray | float = 0.0,
    more_suspects: dict[str, Any] | None = None,
) -> None:
    """Require the stated step, or the step of the student's own `Dense` with the penalty on top.

    Args:
        make: builds the student's layer.
        problem: its parameters, input and upstream gradient.
        key: `weights` or `biases`.
        Dense: the student's class, whose slips must not be charged twice.
        name: what the student would call the layer.
        penalty: what is added to the gradient of the loss.
        more_suspects: wrong penalties, by cause.
    """

    def judge(gradient: np.ndarray) -> None:
        suspects = {cause: gradient + value for cause, value in (more_suspects or {}).items()}
        terms = {"the gradient of the loss": gradient, "the penalty": penalty} if np.any(penalty) else {}
        whole = gradient + penalty
        plain_step(make, problem, key, name=name, gradient=whole, more_suspects=suspects, terms=terms)

    any_route(lambda: judge(problem.gradient(key)), lambda: judge(own_gradient(Dense, problem)[key]))


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

    def same() -> None:
        exact(
            second,
            first,
            name=f"the change of {key} in the second call of {name}.backward",
            hint="what is kept from the first call: the step depends on the parameters as they are",
        )

    blamed_on_earlier_call(same, lambda: None)  # a new layer is what it is held against


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
            ended = found.finding.data.get("exception")
            if found.finding.cause != "not_written" and ended != "NotImplementedError":
                raise
            unwritten = unwritten or found
        else:
            written += 1
    if not written and unwritten is not None:
        raise unwritten
