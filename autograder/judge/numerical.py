"""Numerical derivatives: accurate ones for the checks, and the one that the course offers to students."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import numpy as np

from autograder.judge.asked import Asked
from autograder.judge.calls import assign, attribute
from autograder.judge.values import array, number

STEP = 1e-4
"""Step of the five-point rule for inputs of order 1.

Its truncation error is step**4 / 30 times the fifth derivative, about 1e-17; rounding of the cost adds about
1.5 * 2**-53 / step, about 2e-12 of the cost. Both are far below the tolerances, and inputs stay 2e-4 away from
where they were, so a kink must be that near to matter.
"""


def numerical_gradient(
    cost: Callable[[np.ndarray], Any], at: np.ndarray, *, name: str = "cost"
) -> np.ndarray:
    """Derivative of a scalar function by the five-point central rule.

    Args:
        cost: takes an array like `at`, returns one number (anything that `number` reads).
        at: float64 array of any shape; not changed.
        name: what to call the cost in messages.

    Returns:
        Array of the shape of `at`; relative error about 1e-11.

    Raises:
        Wrong: the cost is not one finite number somewhere.
    """
    return _quotients(at, map(cost, _places(at)), name)


def _places(at: np.ndarray) -> Iterator[np.ndarray]:
    """Where the cost is wanted: four places for each entry, in order."""
    for index in np.ndindex(at.shape):
        for steps in (-2, -1, 1, 2):
            moved = at.astype(np.float64)
            moved[index] += steps * STEP
            yield moved


def _quotients(at: np.ndarray, costs: Iterable[Any], name: str) -> np.ndarray:
    values = [number(cost, name=name, one_sample=True) for cost in costs]
    two_below, below, above, two_above = np.reshape(values, (-1, 4)).T
    return ((two_below - 8 * below + 8 * above - two_above) / (12 * STEP)).reshape(at.shape)


def parameter_gradient(
    model: Any,
    parameter: str,
    cost: Callable[[], Any] | Asked,
    *,
    name: str = "model",
    cost_name: str = "loss",
) -> np.ndarray:
    """Derivative of a cost with respect to an array that a student's object holds.

    The parameter is moved entry by entry and put back afterwards, whatever happens.

    Args:
        model: the student's object.
        parameter: attribute that holds the array.
        cost: takes nothing, returns one number; an `Asked` needs fewer messages.
        name: how the student would write the object.
        cost_name: what to call the cost in messages.
    """
    original = array(attribute(model, parameter, name=name), name=f"{name}.{parameter}", integers=True)

    def moved_cost(value: np.ndarray) -> Any:
        assign(model, parameter, value)
        return cost()

    try:
        if not isinstance(cost, Asked):
            return numerical_gradient(moved_cost, original, name=cost_name)
        return _quotients(original, cost.at(model, parameter, _stacked(original)), cost_name)
    finally:
        assign(model, parameter, original)


def entry_gradient(
    model: Any, attribute: str, held: Sequence[np.ndarray], entry: int, cost: Asked, *, cost_name: str
) -> np.ndarray:
    """The same for one entry of a list of arrays; what the list holds afterwards is left open.

    Args:
        model: the student's object.
        attribute: holds the list.
        held: what it is.
        entry: number of the array in it.
        cost: gives one number.
        cost_name: what to call the cost in messages.
    """
    at = held[entry]
    return _quotients(at, cost.at(model, attribute, _stacked(at), (entry, list(held))), cost_name)


def _stacked(at: np.ndarray) -> np.ndarray:
    return np.array(list(_places(at)), dtype=np.float64).reshape(4 * at.size, *at.shape)


def eval_numerical_gradient(f: Callable[[np.ndarray], float], x: np.ndarray, h: float = 1e-5) -> np.ndarray:
    """Numerical derivative of `f` at `x`, to hold a gradient of your own against.

    Args:
        f: takes an array like `x` and returns one number.
        x: array of any shape; it is the same afterwards.
        h: distance of the outer points of the difference quotient.

    Returns:
        float64 array of the shape of `x`. For smooth `f` of order 1 expect about 9 right digits.
    """
    x = np.asarray(x, dtype=np.float64)
    gradient = np.empty_like(x)
    for index in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[index] += h
        down[index] -= h
        gradient[index] = (float(f(up)) - float(f(down))) / (up[index] - down[index])
    return gradient
