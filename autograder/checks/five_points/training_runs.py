"""One call of `train`: what it returns, and what its losses must be whatever the network that is trained.

Shared by the route with the student's own network and the one with a constant network.
"""

from typing import Any

import numpy as np

from autograder.checks.five_points.networks import predicted_by
from autograder.checks.five_points.stored_gradients import BACKWARD
from autograder.judge import array, attribute, call, equal, kind_of, sequence, wrong

TRAIN = "train(x, y, net, epochs, lr)"

EXACTLY = 1e-7
"""Tolerance where the same steps are taken twice: a learning rate that falls slowly must show within a few epochs."""

SIZES = (2, 5, 3, 1)
"""Inputs, hidden sizes and outputs of the networks that are trained."""


def run(train: Any, x: np.ndarray, y: np.ndarray, net: Any, epochs: int, rate: float) -> tuple[Any, Any]:
    """Call a student's `train`; the network that comes back, and its losses as they are."""
    net, losses = sequence(call(train, x, y, net, epochs, rate, name=TRAIN), 2, name=f"what {TRAIN} returns")
    if isinstance(net, list | tuple | dict | np.ndarray | float):
        wrong(
            f"the first result of {TRAIN} is {kind_of(net)}; the network is expected.",
            hint="the `return` of `train`",
        )
    attribute(net, "layers", name="the first result")
    return net, losses


def losses_of(
    train: Any,
    x: np.ndarray,
    y: np.ndarray,
    net: Any,
    epochs: int,
    rate: float,
    when: str = "",
    hint: str = "how often a loss is appended, and whether each call begins with an empty list",
) -> np.ndarray:
    """Call a student's `train`; the losses that it returns, `(epochs,)`.

    Args:
        train: the student's function.
        x: `(N, in)`.
        y: `(N, out)`.
        net: what is trained.
        epochs: steps to take.
        rate: learning rate.
        when: what is special about this network, for the message.
        hint: where to look if their number is wrong.
    """
    losses = array(run(train, x, y, net, epochs, rate)[1], name="losses", integers=epochs == 0 or bool(when))
    if losses.shape != (epochs,):
        wrong(
            f"losses has shape {losses.shape} after {epochs} epochs{when}, expected (epochs,) = ({epochs},).",
            hint=hint,
        )
    return losses


def losses_equal(losses: np.ndarray, measured: np.ndarray, slips: dict[str, Any] | None = None) -> None:
    """Require that each loss is the one before the step of its epoch.

    Args:
        losses: what `train` returned, `(epochs,)`.
        measured: the losses before and after each step, `(epochs + 1,)`.
        slips: causes to what the losses would be then.
    """
    before, after = measured[:-1], measured[1:]
    equal(
        losses,
        before,
        name="losses",
        axes="(epochs,)",
        suspects={
            "loss_after_step": after,
            "mean_of_losses_so_far": np.cumsum(before) / np.arange(1, len(before) + 1),
            "sum_of_losses_so_far": np.cumsum(before),
            **(slips or {}),
        },
        hint="which loss is measured, over which points, and when",
    )


def no_early_end(train: Any, net: Any, x: np.ndarray) -> None:
    """A network whose loss is 0 from the start is trained for as many epochs as any other."""
    y = predicted_by(net, x, 1)
    when, hint = " of a network whose loss is 0", "whether anything ends the loop over the epochs early"
    losses_of(train, x, y, net, 3, 0.1, when, hint)


def step_by_hand(net: Any, x: np.ndarray, y: np.ndarray, rate: float, walks_back: int = 1) -> None:
    """What one epoch means, without `train`: the student's own `backward` and `apply_gradients`."""
    for _ in range(walks_back):
        call(attribute(net, "backward", name="net"), x, y, name=BACKWARD, returns=False)
    call(attribute(net, "apply_gradients", name="net"), rate, name="apply_gradients", returns=False)
