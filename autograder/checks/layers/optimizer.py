"""Checks of question `optimizer`: layers whose steps remember earlier ones."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np

from autograder.causes import diagnosis
from autograder.checks.layers.common import PARAMETERS, Draw, built, draw, exact, own_gradient, stepped
from autograder.checks.layers.relatives import first_that_works, or_on_right_dense, relative, same_step
from autograder.judge import any_route, array, attribute, call, cases, confirmed, equal, generator, wrong

STEPS = 3
PROBLEMS = (
    (5, 4, 3, 0.1, 0.9),
    (1, 3, 2, 0.5, 0.4),
    (4, 2, 5, 0.03, 0.0),
)  # N, in, out, learning rate, memory


@confirmed
def optimizer_step(DenseMomentum: Any, DenseRMSprop: Any, Dense: Any, key: str) -> None:
    """Three steps on known gradients, from an empty memory.

    Args:
        DenseMomentum: the student's class, or None.
        DenseRMSprop: the student's class, or None; one of the two is enough.
        Dense: the student's class below them.
        key: `weights` or `biases`.
    """
    first_that_works(
        lambda: momentum_steps(written(DenseMomentum), Dense, key, generator(f"optimizer-momentum-{key}")),
        lambda: rmsprop_steps(written(DenseRMSprop), Dense, key, generator(f"optimizer-rmsprop-{key}")),
    )
    first_that_works(
        lambda: _usual_settings(written(DenseMomentum), Dense, key, (0.1, 0.9), "DenseMomentum"),
        lambda: _usual_settings(written(DenseRMSprop), Dense, key, (0.01, 0.9, 1e-8), "DenseRMSprop"),
    )


def _usual_settings(layer_class: Any, Dense: Any, key: str, settings: tuple[float, ...], name: str) -> None:
    """The defaults are those of the signature."""
    n, inputs, outputs, rate, _ = PROBLEMS[0]
    problem = draw(generator(f"optimizer-usual-{key}"), n, inputs, outputs, rate)
    usual, same = lambda: layer_class(inputs, outputs), lambda: layer_class(inputs, outputs, *settings)
    name = f"{name} with the default settings"
    or_on_right_dense(partial(same_step, usual, same, problem, key, name=name), Dense)


@confirmed
def optimizer_layer(
    DenseMomentum: Any, DenseRMSprop: Any, Dense: Any, rng: np.random.Generator | None = None
) -> None:
    """Forward is that of `Dense`, and `backward` returns the gradient with the weights before the step."""
    rng = rng or generator("optimizer-layer")

    def judge(layer_class: Any, name: str, steps: Callable) -> None:
        written(layer_class)

        def remembers() -> None:
            again = generator("optimizer-remembers")
            any_route(*(partial(steps, layer_class, Dense, key, again) for key in PARAMETERS))

        for n, inputs, outputs, rate, memory in PROBLEMS:
            problem = draw(rng, n, inputs, outputs, rate)
            made = partial(
                relative,
                lambda p=problem, m=memory: layer_class(*p.weights.shape, p.rate, m),
                problem,
                Dense,
                name=name,
            )
            or_on_right_dense(made, Dense, own_work=remembers)
            aside = partial(
                _judge_memory_aside,
                lambda p=problem, m=memory: layer_class(*p.weights.shape, p.rate, m),
                problem,
                name,
            )
            or_on_right_dense(aside, Dense)

    first_that_works(
        lambda: judge(DenseMomentum, "DenseMomentum", momentum_steps),
        lambda: judge(DenseRMSprop, "DenseRMSprop", rmsprop_steps),
    )


def _judge_memory_aside(make: Callable[[], Any], problem: Draw, name: str) -> None:
    """After two steps a layer still computes with its parameters, as a new layer that holds them does.

    Held against the student's own class, for a wrong `Dense` below it is another check's business.
    """
    layer = built(make, problem, name=f"{name}(...)")
    for _ in range(2):
        stepped(layer, problem.x, problem.upstream, name=name)
    held = {key: array(attribute(layer, key, name=name), name=f"{name}.{key}") for key in PARAMETERS}
    new = built(make, replace(problem, **held), name=f"{name}(...)")
    forward, backward = f"{name}.forward(input)", f"{name}.backward(input, grad_output)"
    hint = "what is computed with the parameters, and what the memory is for"
    results = [call(each.forward, problem.x, name=forward) for each in (layer, new)]
    exact(results[0], array(results[1], name=forward), name=f"{forward} after two steps", hint=hint)
    results = [call(each.backward, problem.x, problem.upstream, name=backward) for each in (layer, new)]
    exact(results[0], array(results[1], name=backward), name=f"{backward} after two steps", hint=hint)


def written(layer_class: Any) -> Any:
    """A class of the student's, unless the locked cell above the question left it empty."""
    if layer_class is None:
        wrong("neither DenseMomentum nor DenseRMSprop exists yet.", diagnosis=diagnosis("not_written"))
    return layer_class


def momentum_steps(DenseMomentum: Any, Dense: Any, key: str, rng: np.random.Generator) -> None:
    """Each change is the plain step, and what is left of the change before.

    Args:
        DenseMomentum: the student's class.
        Dense: the student's class below it.
        key: `weights` or `biases`.
        rng: makes the problems.
    """
    for n, inputs, outputs, rate, momentum in cases(PROBLEMS):
        problems = [draw(rng, n, inputs, outputs, rate) for _ in range(STEPS)]

        def judge(
            gradients: list[np.ndarray],
            problems: list[Draw] = problems,
            rate: float = rate,
            m: float = momentum,
        ) -> None:
            before = np.zeros_like(gradients[0])
            make = lambda: DenseMomentum(*problems[0].weights.shape, rate, m)
            late = lambda: _comes_late(make, problems, key)
            changes = _changes(make, problems, key)
            for step, (change, gradient) in enumerate(zip(changes, gradients, strict=True)):
                equal(
                    change,
                    m * before - rate * gradient,
                    name=f"the change of {key} in step {step + 1} of DenseMomentum",
                    relative=1e-6,
                    scale=1e-7,
                    suspects=_momentum_suspects(rate * gradient, before, m, late=None if step else late),
                    factors={"averaged_although_done": 1 / len(problems[0].x)},
                    terms={
                        "what is left of the step before": m * before,
                        "the new gradient": -rate * gradient,
                    }
                    if step and m
                    else {},
                    hint="what is kept from step to step, and how the new gradient joins it",
                )
                before = change

        def stated_or_own(judge: Callable = judge, ps: list[Draw] = problems) -> None:
            any_route(
                lambda: judge([p.gradient(key) for p in ps]),
                lambda: judge([own_gradient(Dense, p)[key] for p in ps]),
            )

        or_on_right_dense(stated_or_own, Dense)


def _momentum_suspects(
    plain: np.ndarray, before: np.ndarray, m: float, *, late: Callable[[], bool] | None
) -> dict[str, Any]:
    """What slips give; `late` says of a first step whether it is not lost, but made one call later."""
    still = np.zeros_like(plain)
    suspects: dict[str, Any] = {"gradient_ascent": plain - m * before}
    if late is None:
        suspects["not_updated"] = still
    else:
        suspects["step_one_call_late"] = lambda: still if late() else None
        suspects["not_updated"] = lambda: None if late() else still
    if 0 < m < 1:
        suspects["gradient_weakened_by_memory"] = m * before - (1 - m) * plain
    if late is None and m:
        suspects["memory_lost"] = -plain
        suspects["memory_never_fades"] = before - plain
    return suspects


def _comes_late(make: Callable[[], Any], problems: list[Draw], key: str) -> bool:
    """Whether a parameter that stays where it is in the first call moves in the second."""
    first, second, *_ = _changes(make, problems, key)
    return not np.any(first) and bool(np.any(second))


def rmsprop_steps(
    DenseRMSprop: Any,
    Dense: Any,
    key: str,
    rng: np.random.Generator,
    *,
    eps: tuple[float, ...] = (0.05, 0.5, 1e-8),
) -> None:
    """With the same gradient three times, the mean of the squares grows towards the square as decay says.

    Args:
        DenseRMSprop: the student's class.
        Dense: the student's class below it.
        key: `weights` or `biases`.
        rng: makes the problems.
        eps: for each problem.
    """
    for (n, inputs, outputs, rate, decay), small in cases(list(zip(PROBLEMS, eps, strict=True))):
        problem = draw(rng, n, inputs, outputs, rate)

        def judge(
            gradient: np.ndarray,
            p: Draw = problem,
            rate: float = rate,
            decay: float = decay,
            small: float = small,
        ) -> None:
            make = lambda: DenseRMSprop(*p.weights.shape, rate, decay, small)

            def in_full(step: int) -> np.ndarray:
                size = np.sqrt(sum(decay**k for k in range(step + 1))) * np.abs(gradient)
                return -rate * gradient / (size + small)

            def in_full_if_later_too(step: int) -> np.ndarray | None:
                """The first step alone is also that of a memory that begins with the first square, or is corrected."""
                second = list(_changes(make, [p] * STEPS, key))[1]
                return in_full(step) if np.allclose(second, in_full(1), rtol=1e-6) else None

            def in_first_square() -> np.ndarray | None:
                """Where the mean of equal squares is that square from the first step on."""
                alike = -rate * gradient / (np.abs(gradient) + small)
                second = list(_changes(make, [p] * STEPS, key))[1]
                return alike if np.allclose(second, alike, rtol=1e-6) else None

            for step, change in enumerate(_changes(make, [p] * STEPS, key)):
                # What is left of a memory that began at 0 is decay ** (step + 1): the rest is the square itself.
                share = 1 - decay ** (step + 1)
                size = np.sqrt(share) * np.abs(gradient)
                equal(
                    change,
                    -rate * gradient / (size + small),
                    name=f"the change of {key} in step {step + 1} of DenseRMSprop (the same gradient each time)",
                    relative=1e-6,
                    scale=1e-7,
                    suspects={
                        "gradient_ascent": rate * gradient / (size + small),
                        "eps_inside_root": -rate * gradient / np.sqrt(size**2 + small),
                        "root_missing": -rate * gradient / (size**2 + small),
                        "memory_lost": -rate * gradient / (np.sqrt(1 - decay) * np.abs(gradient) + small),
                        "square_not_weighted": lambda step=step: in_full_if_later_too(step),
                        "memory_not_from_zero": in_first_square,
                        # Gradients of 1/N are all the same to the quotient, but for eps.
                        "averaged_although_done": -rate * gradient / (size + len(p.x) * small),
                    }
                    if decay
                    else {},
                    hint="what is kept from step to step, and what the gradient is divided by",
                )

        def stated_or_own(judge: Callable = judge, p: Draw = problem) -> None:
            any_route(lambda: judge(p.gradient(key)), lambda: judge(own_gradient(Dense, p)[key]))

        or_on_right_dense(stated_or_own, Dense)


def _changes(make: Callable[[], Any], problems: list[Draw], key: str) -> Iterator[np.ndarray]:
    """By how much a parameter moves in each of several steps of one layer."""
    layer = built(make, problems[0], name="the layer")
    for problem in problems:
        yield change(layer, problem, key)


def change(layer: Any, problem: Draw, key: str) -> np.ndarray:
    """By how much a parameter moves in one step."""
    return stepped(layer, problem.x, problem.upstream, name="the layer", keys=(key,))[1][key]


THREE = (4, 2, 3)  # N, in, out


def three_batches(rng: np.random.Generator, rate: float) -> list[Draw]:
    """Three different batches for one layer of two inputs and three outputs."""
    return [draw(rng, *THREE, rate) for _ in range(STEPS)]


def rmsprop_layer(DenseRMSprop: Any, rate: float, decay: float, eps: float) -> Any:
    """A student's layer for `three_batches`."""
    _, inputs, outputs = THREE
    name = "DenseRMSprop(input_units, output_units, learning_rate, decay, eps)"
    problem = draw(np.random.default_rng(0), *THREE, rate)
    return built(lambda: DenseRMSprop(inputs, outputs, rate, decay, eps), problem, name=name)
