"""Checks of question `momentum`: one step for a dict of parameters, without touching what came in."""

from typing import Any

import numpy as np

from autograder.judge import (
    Wrong,
    apart,
    call,
    cases,
    confirmed,
    equal,
    generator,
    mapping,
    sequence,
    unchanged,
    wrong,
)

NAME = "momentum_step(params, grads, velocity)"
DEFAULTS = (0.1, 0.9)  # learning rate and momentum
SHAPES = {"W": (3, 4), "b": (4,), "scale": (1,)}

Arrays = dict[str, np.ndarray]


@confirmed
def momentum_first_step(momentum_step: Any) -> None:
    """Without a velocity, None or an empty dict, the first step is the learning rate times the gradient."""
    rng = generator("momentum-first_step")
    for velocity in (None, {}):
        params, grads = _arrays(rng), _arrays(rng)
        for settings, rate in (((0.02, 0.7), 0.02), ((0.5,), 0.5), ((), 0.1)):
            moved = {key: rate * grad for key, grad in grads.items()}
            momentum_agrees(momentum_step, (params, grads, velocity, *settings), params, moved)


@confirmed
def momentum_steps(momentum_step: Any) -> None:
    """Gradient and velocity have their effect one by one, and both together; three steps in a row."""
    rng = generator("momentum-three_steps")
    params, grads, velocity = _arrays(rng), _arrays(rng), _arrays(rng)
    none = {key: np.zeros_like(value) for key, value in params.items()}
    # The learning rate is never one minus the momentum: there, a running average is the right velocity.
    for share, rate in cases(((0.9, 0.2), (0.5, 0.3), (0.99, 0.1))):
        by_gradient = {key: rate * grad for key, grad in grads.items()}
        by_velocity = {key: share * value for key, value in velocity.items()}
        by_both = {key: by_gradient[key] + by_velocity[key] for key in params}
        # Both at once come first: there the usual slips differ from each other.
        momentum_agrees(momentum_step, (params, grads, velocity, rate, share), params, by_both)
        momentum_agrees(momentum_step, (params, grads, none, rate, share), params, by_gradient)
        momentum_agrees(momentum_step, (params, none, velocity, rate, share), params, by_velocity)
        momentum_agrees(momentum_step, (params, grads, velocity, rate, 0.0), params, by_gradient)
    # The default learning rate is asked of the first step.
    by_default = {key: 0.2 * grads[key] + 0.9 * velocity[key] for key in params}
    momentum_agrees(momentum_step, (params, grads, velocity, 0.2), params, by_default)
    _constant_slope(momentum_step, params, grads)
    # Keys say what belongs together, in whatever order they come.
    both = {key: 0.5 * velocity[key] + 0.1 * grads[key] for key in params}
    turned = [dict(reversed(given.items())) for given in (grads, velocity)]
    momentum_agrees(momentum_step, (params, *turned, 0.1, 0.5), params, both, " (keys in another order)")


def _constant_slope(momentum_step: Any, params: Arrays, grads: Arrays) -> None:
    """On a constant slope with momentum 0.5 the steps are 1, 1.5 and 1.75 times the first."""
    start, velocity = params, {key: np.zeros_like(value) for key, value in params.items()}
    for steps, far in ((1, 1.0), (2, 2.5), (3, 4.25)):
        params, velocity = _step(momentum_step, (params, grads, velocity, 0.1, 0.5))
        for key, grad in grads.items():
            equal(
                np.asarray(params[key]) - start[key],
                -0.1 * far * grad,
                name=f'the way of params["{key}"] in {steps} steps with the same gradient',
                relative=1e-6,
                hint="whether the velocity of one step is handed on to the next",
            )


@confirmed
def momentum_pure(momentum_step: Any) -> None:
    """The dicts and arrays that go in are the same after the call."""
    rng = generator("momentum-pure")
    _judge_pure(momentum_step, _arrays(rng), _arrays(rng), _arrays(rng))
    try:
        call(momentum_step, _arrays(rng), _arrays(rng), {}, name=NAME)
    except Wrong:
        pass  # a first step that fails has cost its own aspect
    else:
        _judge_pure(momentum_step, _arrays(rng), _arrays(rng), {})
    _needs_gradient(momentum_step, _arrays(rng), _arrays(rng), _arrays(rng))


def _needs_gradient(momentum_step: Any, params: Arrays, grads: Arrays, velocity: Arrays) -> None:
    """Who does nothing changes nothing. What the result looks like, and whether it is right, is judged elsewhere."""
    other = {key: 2 * grad for key, grad in grads.items()}
    once, twice = (
        _arrays_in(call(momentum_step, params, given, velocity, name=NAME)) for given in (grads, other)
    )
    if len(once) == len(twice) and not any(map(apart, once, twice)):
        wrong(
            f"{NAME} gives the same whatever the gradient is, so that this check proves nothing.",
            hint="the checks before this one",
        )


def _arrays_in(result: Any) -> list[np.ndarray]:
    """All arrays of numbers in dicts, lists and tuples."""
    if isinstance(result, dict):
        result = list(result.values())
    if isinstance(result, list | tuple):
        return [found for part in result for found in _arrays_in(part)]
    return [result] if isinstance(result, np.ndarray) and result.dtype.kind == "f" else []


def _judge_pure(momentum_step: Any, params: Arrays, grads: Arrays, velocity: Arrays) -> None:
    before = [{key: value.copy() for key, value in given.items()} for given in (params, grads, velocity)]
    # Called without our copies: this call asks whether the caller's arguments survive.
    call(lambda: momentum_step(params, grads, velocity), name=NAME)
    _same_arguments(before, (params, grads, velocity))


def _same_arguments(before: list[Arrays], after: tuple[Arrays, ...]) -> None:
    for name, old, new in zip(("params", "grads", "velocity"), before, after, strict=True):
        if list(old) != list(new):
            wrong(
                f"{name} has other keys after the call: {', '.join(new) or 'none'}.", hint="return new dicts"
            )
        for key, value in old.items():
            unchanged(new[key], value, name=f'{name}["{key}"]')


@confirmed
def momentum_agrees(
    momentum_step: Any, arguments: tuple, params: Arrays, moved: Arrays, where: str = ""
) -> None:
    """Require the result of one step.

    Args:
        momentum_step: the student's function.
        arguments: what it is called with.
        params: the parameters before the step.
        moved: the right velocity after the step.
        where: what is special, for messages.
    """
    new_params, velocity = _step(momentum_step, arguments)
    _, grads, before = arguments[:3]
    settings = arguments[3:]
    rate, share = (*settings, *DEFAULTS[len(settings) :])
    where += (" with the default learning rate and momentum", " with the default momentum", "")[len(settings)]
    for key, right in moved.items():
        old = before[key] if before else np.zeros_like(right)
        equal(
            velocity[key],
            right,
            name=f'velocity["{key}"]{where}',
            relative=1e-6,
            suspects=_suspects(old, grads[key], rate, share) if len(settings) == 2 else {},
            terms={"what is left of the old velocity": share * old, "the gradient": rate * grads[key]}
            if np.any(old) and np.any(grads[key])
            else {},
            hint="what is left of the old velocity, and what the gradient adds",
        )
        equal(
            np.asarray(new_params[key]) - params[key],
            -right,
            name=f'the change of params["{key}"]{where}',
            relative=1e-6,
            suspects=_suspects_of_change(old, right, rate) if np.any(right) else {},
            hint="by what the parameter decreases",
        )


def _suspects(old: np.ndarray, grad: np.ndarray, rate: float, share: float) -> dict[str, np.ndarray]:
    """What well-known slips make of the velocity, as far as they differ for these arrays."""
    ignored = {"momentum_ignored": rate * grad} if np.any(old) else {}
    if not np.any(grad):
        return ignored
    return ignored | {
        "running_average_for_velocity": share * old + (1 - share) * grad,
        "learning_rate_after_velocity": share * old + grad,
        "momentum_on_gradient": share * old + rate * (1 - share) * grad,
    }


def _suspects_of_change(old: np.ndarray, right: np.ndarray, rate: float) -> dict[str, np.ndarray]:
    """What well-known slips make of the change of a parameter where the velocity is right."""
    suspects = {
        "gradient_ascent": right,
        "not_updated": np.zeros_like(right),
        "learning_rate_twice": -rate * right,
    }
    return suspects | ({"moved_by_old_velocity": -old} if np.any(old) else {})


def _step(momentum_step: Any, arguments: tuple) -> tuple[Arrays, Arrays]:
    found = sequence(call(momentum_step, *arguments, name=NAME), 2, name=NAME)
    keys = list(arguments[0])
    params, velocity = (
        mapping(given, keys, name=f"{name} of {NAME}")
        for given, name in zip(found, ("params", "velocity"), strict=True)
    )
    return params, velocity


def _arrays(rng: np.random.Generator) -> Arrays:
    return {key: rng.normal(size=shape) for key, shape in SHAPES.items()}
