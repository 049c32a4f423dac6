"""What the checks of all dense layers share: layers with known parameters, one backward call, the stated cost."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np

from autograder.causes import diagnosis
from autograder.judge import (
    Chain,
    Layer,
    Product,
    Wrong,
    array,
    assign,
    attribute,
    call,
    cases,
    equal,
    numerical_gradient,
    weights,
    wrong,
)

PARAMETERS = ("weights", "biases")
SIZES = ((5, 4, 3), (1, 3, 4), (4, 3, 5))  # (N, in, out)
RATES = (0.1, 0.7, 0.013)

exact = partial(equal, relative=1e-7, scale=1e-7)
"""`equal` where no epsilon is involved; difference quotients of a cost that is linear in each argument are good to
1e-10."""


@dataclass(frozen=True)
class Draw:
    """One random problem for a dense layer.

    Attributes:
        x: input `(N, in)`.
        upstream: `(N, out)`, the derivative of some cost with respect to the layer's output.
        weights: `(in, out)`.
        biases: `(out,)`.
        rate: learning rate.
    """

    x: np.ndarray
    upstream: np.ndarray
    weights: np.ndarray
    biases: np.ndarray
    rate: float

    def pairing(self, **moved: np.ndarray) -> float:
        """The layer's output times the upstream gradient, summed: the part of the cost that the layer sees."""
        held = {"x": self.x, "weights": self.weights, "biases": self.biases} | moved
        n = len(held["x"])
        products = np.einsum("ni,io,no->", held["x"], held["weights"], self.upstream[:n])
        return float(products + np.einsum("o,no->", held["biases"], self.upstream[:n]))

    def gradient(self, key: str, **moved: np.ndarray) -> np.ndarray:
        """Numerical derivative of `pairing` with respect to `x`, `weights` or `biases`."""
        at = moved.get(key, getattr(self, key))
        return numerical_gradient(lambda value: self.pairing(**(moved | {key: value})), at)

    def chain(self, moved: np.ndarray | None = None) -> Chain:
        """The layer, seen from the part of the cost that it sees; `moved` are the weights after a step."""
        output = np.array([x @ self.weights + self.biases for x in self.x])
        return Chain([Layer(self.x, output, output, self.weights, moved=moved)], self.upstream)

    def step(self, key: str) -> Product:
        """The factors of one plain step of `weights` or `biases`."""
        chain = self.chain()
        return replace(chain.weights(0) if key == "weights" else chain.biases(0), times=-self.rate)


def draws(rng: np.random.Generator) -> list[Draw]:
    """Problems of several sizes, one of them with a single sample."""
    return [draw(rng, n, i, o, rate) for (n, i, o), rate in cases(list(zip(SIZES, RATES, strict=True)))]


def draw(rng: np.random.Generator, n: int, inputs: int, outputs: int, rate: float) -> Draw:
    """A problem of one size."""
    return Draw(
        weights(rng, n, inputs),
        weights(rng, n, outputs),
        weights(rng, inputs, outputs),
        weights(rng, outputs),
        rate,
    )


def built(make: Callable[[], Any], problem: Draw, *, name: str) -> Any:
    """A student's dense layer with the problem's parameters.

    Args:
        make: builds the layer.
        problem: says which shapes are right.
        name: the call as the student would write it, such as `Dense(4, 3)`.
    """
    layer = call(make, name=name)
    for method in ("forward", "backward"):
        attribute(layer, method, name=name)
    for key, axes in zip(PARAMETERS, ("(in, out)", "(out,)"), strict=True):
        value = getattr(problem, key)
        array(
            attribute(layer, key, name=name),
            name=f"{name}.{key}",
            shape=value.shape,
            axes=axes,
            integers=True,
            one_sample=key == "biases",  # biases kept as a row are the business of `init` alone
        )
        put(layer, key, value)
    return layer


def put(layer: Any, key: str, value: np.ndarray) -> None:
    """Give an attribute of a student's layer a new value; a vector that is kept as a row `(1, n)` stays a row.

    Args:
        layer: the student's layer.
        key: the attribute.
        value: the new value.
    """
    row = np.shape(getattr(layer, key, None)) == (1, *value.shape)
    assign(layer, key, value[np.newaxis] if row else value)


def own_state(
    make: Callable[[], Any], others: list[Callable[[], Any]], keys: tuple[str, ...], *, name: str
) -> None:
    """Require that a layer keeps what it holds when further layers are made, and when these change what they hold.

    Args:
        make: builds the layer.
        others: build further ones, of the same sizes or of others.
        keys: the attributes.
        name: the call as the student would write it.
    """
    first = call(make, name=name)
    before = {key: np.array(attribute(first, key, name=name)) for key in keys}
    for other in others:
        second = call(other, name=name)
        for key in keys:
            assign(second, key, np.asarray(attribute(second, key, name=name), dtype=float) + 1.0)
    for key, value in before.items():
        after = np.asarray(attribute(first, key, name=name))
        if after.shape != value.shape or not np.array_equal(after, value):
            wrong(
                f"`{key}` of a first layer changes when a second layer is made, or makes a step.",
                diagnosis=diagnosis("shared_by_all_layers"),
            )


def stepped(
    layer: Any, x: np.ndarray, upstream: np.ndarray, *, name: str, keys: tuple[str, ...] = PARAMETERS
) -> tuple[Any, dict[str, np.ndarray]]:
    """Call `forward`, then `backward`, with the same input.

    Args:
        layer: the student's layer.
        x: its input.
        upstream: the gradient that comes from above.
        name: what the student would call the layer.
        keys: the parameters that are looked at; the others may do what they like.

    Returns:
        What `backward` returned, and by how much each of these parameters moved.
    """
    before = {key: array(attribute(layer, key, name=name), name=f"{name}.{key}") for key in keys}
    prime(layer, x)
    result = call(layer.backward, x, upstream, name=f"{name}.backward(input, grad_output)", returns=False)
    moved = {
        key: array(attribute(layer, key, name=name), name=f"{name}.{key} after a step", shape=value.shape)
        - value
        for key, value in before.items()
    }
    return result, moved


def prime(layer: Any, x: np.ndarray) -> None:
    """Call `forward` for the sake of layers that remember; a wrong `forward` is another check's business."""
    try:
        call(layer.forward, x, name="forward(input)")
    except Wrong:
        return


def reacting(answer: Callable[[Draw], Any], problem: Draw, *keys: str) -> np.ndarray:
    """What the student's own `Dense` answers, if that may stand for what a layer built on it must do.

    A layer that does nothing at all agrees with a `Dense` that always answers the same.

    Args:
        answer: asks the student's layer with a problem.
        problem: the problem.
        *keys: on which parts of it a layer's answer depends, however wrong it is.

    Raises:
        Wrong: the answer does not depend on one of these.
    """
    found = array(answer(problem), name="what Dense gives")
    for key in keys:
        other = answer(replace(problem, **{key: 2 * getattr(problem, key)}))
        if np.allclose(array(other, name="what Dense gives", shape=found.shape), found):
            wrong(
                "Dense gives the same whatever it is given, so this layer proves nothing.",
                hint="the checks of `dense`",
            )
    return found


def own_gradient(Dense: Any, problem: Draw) -> dict[str, np.ndarray]:
    """The gradients behind the step of the student's own `Dense`: what a layer built on it inherits.

    Raises:
        Wrong: that step is zero, or the same for every batch, so that nothing built on it could be judged.
    """
    name = "Dense(input_units, output_units, learning_rate)"

    def moved(p: Draw) -> dict[str, np.ndarray]:
        layer = built(lambda: Dense(*p.weights.shape, 1.0), p, name=name)
        return stepped(layer, p.x, p.upstream, name="Dense")[1]

    # The biases may go wrong by the same in every batch, as with a gradient of ones; the weights must be alive then.
    reacting(lambda p: moved(p)["weights"], problem, "x", "upstream")
    found = moved(problem)
    if not np.any(found["biases"]):
        wrong("the step of Dense is zero, so this layer proves nothing.", hint="the checks of `dense`")
    return {key: -value for key, value in found.items()}
