"""Checks of question `dense`: initial values, forward, the gradient for the layer below, and the two steps."""

from typing import Any

import numpy as np

from autograder.causes import diagnosis
from autograder.checks.layers.common import PARAMETERS, Draw, built, draws, exact, own_state, prime, stepped
from autograder.judge import (
    array,
    attribute,
    call,
    confirmed,
    generator,
    step_suspects,
    unchanged,
    weights,
    wrong,
)

LARGE = (300, 200)
LARGEST_DEVIATION = 0.3
"""`small`: generous. Weights of deviation 1 make the output of 300 inputs 17 times as large as the input."""


@confirmed
def dense_init(Dense: Any) -> None:
    """Weights are small, random, and 0 on average; biases are 0."""
    name = "Dense(input_units, output_units)"
    for inputs, outputs in ((5, 3), (2, 4), LARGE):
        layer = call(Dense, inputs, outputs, name=name)
        for key, shape, axes in zip(
            PARAMETERS, ((inputs, outputs), (outputs,)), ("(in, out)", "(out,)"), strict=True
        ):
            array(
                attribute(layer, key, name=name), name=f"{name}.{key}", shape=shape, axes=axes, integers=True
            )
        exact(layer.biases, np.zeros(outputs), name=f"{name}.biases", integers=True)
    small_and_centred(layer.weights, name=f"{name}.weights")
    others = [lambda sizes=sizes: Dense(*sizes) for sizes in ((4, 3), (3, 5))]
    own_state(lambda: Dense(4, 3), others, PARAMETERS, name=name)


def small_and_centred(values: Any, *, name: str) -> None:
    """Require random values around 0 that differ in every row and column.

    Args:
        values: the weights of a layer with many entries.
        name: how the student would write them.
    """
    values = array(values, name=name, integers=True)
    deviation, mean = float(values.std()), float(values.mean())
    if np.any(values.std(axis=0) < 1e-12) or np.any(values.std(axis=1) < 1e-12):
        wrong(f"{name} has rows or columns of equal numbers.", diagnosis=diagnosis("weights_all_equal"))
    # The mean of n random numbers around 0 is deviation / sqrt(n) or so; 6 of these happen once in 5e8.
    if abs(mean) > 6 * deviation / np.sqrt(values.size):
        wrong(
            f"{name} is {mean:.3g} on average; the mean must be 0 (the standard deviation is {deviation:.3g}).",
            diagnosis=diagnosis("weights_not_centred"),
        )
    if deviation > LARGEST_DEVIATION:
        wrong(
            f"{name} has a standard deviation of {deviation:.3g}; at most {LARGEST_DEVIATION} counts as small.",
            hint="the scale of the random numbers",
        )


@confirmed
def dense_forward(Dense: Any, name: str = "Dense") -> None:
    """An affine map: biases for no input, a row of the weights more for each unit input, and sums of these."""
    rng = generator(f"{name}-forward")
    for problem in draws(rng):
        layer = built(lambda p=problem: Dense(*p.weights.shape, p.rate), problem, name=f"{name}(...)")
        affine(layer, problem, name=f"{name}.forward(input)")


def affine(layer: Any, problem: Draw, *, name: str) -> None:
    """Require that a layer with the problem's parameters is the affine map that they describe.

    Args:
        layer: the student's layer.
        problem: its parameters, and an input.
        name: the call as the student would write it.
    """
    inputs, outputs = problem.weights.shape
    hint = "how input, weights and biases combine to the output"

    def output(x: np.ndarray) -> np.ndarray:
        return array(call(layer.forward, x, name=name), name=name, shape=(len(x), outputs), axes="(N, out)")

    still = output(np.zeros((2, inputs)))
    exact(
        still,
        np.tile(problem.biases, (2, 1)),
        name=f"{name} of zeros",
        suspects={"biases_not_added": np.zeros_like(still), "wrong_sign": -np.tile(problem.biases, (2, 1))},
        hint="what is left of the output when every input is 0: the biases",
    )
    units = output(np.eye(inputs)) - still[0]
    exact(units, problem.weights, name=f"{name} of unit vectors, less the biases,", hint=hint)
    # The output of a sum of inputs is the sum of the outputs: with the units right, this is every input.
    for x in (problem.x, np.full((1, inputs), 2), problem.x[:1]):
        expected = still[0] + sum(x[:, i : i + 1] * units[i] for i in range(inputs))
        exact(output(x), expected, name=name, axes="(N, out)", hint=hint)


@confirmed
def dense_grad_input(Dense: Any) -> None:
    """`backward` returns the derivative with respect to the input, with the weights before the step."""
    for problem in draws(generator("dense-grad_input")):
        layer = built(lambda p=problem: Dense(*p.weights.shape, p.rate), problem, name="Dense(...)")
        grad_input(layer, problem, name="Dense")
        x, upstream = problem.x.copy(), problem.upstream.copy()
        prime(layer, x)
        call(
            lambda layer=layer, x=x, g=upstream: layer.backward(x, g),
            name="Dense.backward(input, grad_output)",
        )
        unchanged(x, problem.x, name="input")
        unchanged(upstream, problem.upstream, name="grad_output")


def grad_input(layer: Any, problem: Draw, *, name: str) -> None:
    """Require what `backward` returns for a layer that holds the problem's parameters."""
    result, _ = stepped(layer, problem.x, problem.upstream, name=name, keys=())
    name = f"{name}.backward(input, grad_output)"
    if result is None:
        wrong(f"{name} returned None; a result is expected.", diagnosis=diagnosis("no_return"))
    n, after = len(problem.x), np.asarray(layer.weights, dtype=float)
    exact(
        result,
        problem.gradient("x"),
        name=name,
        axes="(N, in)",
        factors={"averaged_although_done": 1 / n},
        product=lambda: problem.chain(after).inputs(0),
        hint="how the cost changes with each output, and each output with each input",
    )


@confirmed
def dense_step(Dense: Any, key: str) -> None:
    """`backward` moves one parameter by minus the learning rate times its gradient, summed over the batch.

    Args:
        Dense: the student's class.
        key: `weights` or `biases`.
    """
    rng = generator(f"dense-{key}")
    for problem in draws(rng):
        plain_step(lambda p=problem: Dense(*p.weights.shape, p.rate), problem, key, name="Dense")
    usual = Draw(weights(rng, 3, 2), weights(rng, 3, 4), weights(rng, 2, 4), weights(rng, 4), 0.1)
    plain_step(lambda: Dense(2, 4), usual, key, name="Dense")
    _second_step(Dense, draws(rng)[0], draws(rng)[0], key)
    still = built(lambda: Dense(2, 4, 0.0), usual, name="Dense(2, 4, 0.0)")
    if np.any(stepped(still, usual.x, usual.upstream, name="Dense", keys=(key,))[1][key]):
        wrong(
            f"the {key} move in one call of Dense.backward, although the learning rate is 0.",
            hint="what becomes of a learning rate of 0: `or` takes it for none",
        )


def _second_step(Dense: Any, first: Draw, second: Draw, key: str) -> None:
    """Another batch for a layer that has made a step: nothing of the first one is in its gradient."""
    layer = built(lambda: Dense(*first.weights.shape, first.rate), first, name="Dense(...)")
    stepped(layer, first.x, first.upstream, name="Dense", keys=())
    _, moved = stepped(layer, second.x, second.upstream, name="Dense", keys=(key,))
    exact(
        moved[key],
        -first.rate * second.gradient(key),
        name=f"the change of {key} in a second call of Dense.backward",
        axes="(in, out)" if key == "weights" else "(out,)",
        one_sample=True,
        added={"the step before": -first.rate * first.gradient(key)},
        hint="what is kept from one step to the next",
    )


def plain_step(
    make: Any,
    problem: Draw,
    key: str,
    *,
    name: str,
    gradient: np.ndarray | None = None,
    more_suspects: dict[str, Any] | None = None,
    terms: dict[str, np.ndarray] | None = None,
) -> None:
    """Require one plain step of gradient descent.

    Args:
        make: builds the student's layer.
        problem: parameters, input, upstream gradient and learning rate.
        key: the parameter to judge.
        name: what the student would call the layer.
        gradient: what to follow instead of the derivative of the stated cost.
        more_suspects: further causes, with the gradient that each would follow.
        terms: what `gradient` is the sum of.
    """
    layer = built(make, problem, name=f"{name}(...)")
    _, moved = stepped(layer, problem.x, problem.upstream, name=name, keys=(key,))
    gradient = problem.gradient(key) if gradient is None else gradient
    n = len(problem.x)
    suspects = step_suspects(getattr(problem, key), gradient, problem.rate)
    suspects |= {cause: -problem.rate * value for cause, value in (more_suspects or {}).items()}
    exact(
        moved[key],
        -problem.rate * gradient,
        name=f"the change of {key} in one call of {name}.backward",
        axes="(in, out)" if key == "weights" else "(out,)",
        one_sample=True,
        suspects=suspects,
        product=lambda: problem.step(key),
        factors={"averaged_although_done": 1 / n},
        terms={name: -problem.rate * term for name, term in (terms or {}).items()},
        multiples={"fixed_step": -gradient},
        added={"the parameter itself": getattr(problem, key)},
        units={"the learning rate": problem.rate},
        hint=f"how the cost changes with the {key}, all samples together, and which way the step goes",
    )
