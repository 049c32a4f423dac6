"""Slips that are planted into random networks are named, one or two at a time; others are not named as something else."""

import itertools
import sys
from pathlib import Path

import numpy as np
import pytest

from autograder import judge
from autograder.causes import diagnosis
from autograder.judge import Wrong

sys.path.insert(0, str(Path(__file__).parent))

from networks import check, gradients

SIZES = (3, 5, 4, 2)
SQUARE = (3, 3, 3, 3)

EVERYWHERE = (
    "missing_activation_derivative",
    "doubled_activation_derivative",
    "derivative_at_activation",
    "activation_for_derivative",
    "one_sample_only",
    "one_sample_left_out",
    "input_left_out",
    "weights_for_input",
    "target_not_subtracted",
    "target_added",
    "difference_without_sign",
    "wrong_sign",
    "batch_not_averaged",
    "batch_averaged_twice",
    "missing_factor_two",
)
"""Slips that show in the last layer already."""

BELOW = (
    "slope_above_left_out",
    "weights_left_out",
    "preactivation_for_activation",
    "derivative_of_another_layer",
)
"""Slips that show further down."""

EQUAL_SIZES = ("weights_not_transposed", "weights_of_another_layer", "network_input_everywhere")
"""Slips that run only where layers have one size."""


def named(backward, sizes=SIZES, n=4, parts="Wb", name="planted") -> str | None:
    """The cause that is told."""
    with pytest.raises(Wrong) as caught:
        check(backward, sizes, n, parts, name)
    assert len(caught.value.finding.message.splitlines()) <= 4
    return caught.value.finding.cause


def planted(*slips):
    return lambda net: gradients(net, frozenset(slips))


@pytest.mark.parametrize("slip", [*EVERYWHERE, *BELOW])
def test_a_single_slip_is_named(slip: str) -> None:
    """In three networks, each drawn anew."""
    for i, sizes in enumerate((SIZES, (4, 3, 5), (2, 4, 3, 5))):
        if slip in BELOW and i == 1:
            continue  # two layers are too few for some of them
        assert named(planted(slip), sizes, name=f"single-{i}") == slip


@pytest.mark.parametrize("slip", EQUAL_SIZES)
def test_a_slip_between_layers_of_one_size_is_named(slip: str) -> None:
    assert named(planted(slip), SQUARE) == slip


def test_a_bias_gradient_of_ones_is_named() -> None:
    assert named(planted("bias_gradient_of_ones"), parts="b") == "bias_gradient_of_ones"


PAIRS = [
    pair
    for pair in itertools.combinations(EVERYWHERE, 2)
    if not {"target_not_subtracted", "target_added", "difference_without_sign"} >= set(pair)
    and len({"one_sample_only", "one_sample_left_out"} & set(pair)) < 2
    and len({slip for slip in pair if slip.endswith("_derivative") or slip == "derivative_at_activation"}) < 2
    and len({"input_left_out", "weights_for_input"} & set(pair)) < 2
    and not {"batch_not_averaged", "batch_averaged_twice"} >= set(pair)  # they cancel
    and "missing_activation_derivative" not in pair
]


@pytest.mark.parametrize("pair", PAIRS[::4], ids="+".join)
def test_two_slips_at_once_are_both_named(pair: tuple[str, str]) -> None:
    """The evidence of fresh points leaves nothing else over."""
    told = named(planted(*pair), (3, 4, 2))
    assert told == "+".join(sorted(pair))


def test_the_message_of_two_slips_says_both() -> None:
    with pytest.raises(Wrong) as caught:
        check(planted("one_sample_only", "wrong_sign"), SIZES, 4)
    because = caught.value.finding.because
    assert because.startswith("two slips at once: ")
    for slip in ("one_sample_only", "wrong_sign"):
        assert diagnosis(slip).because.removesuffix(".") in because


UNLISTED = {
    "noise": lambda value, rng: value + rng.normal(size=value.shape),
    "noise_of_a_percent": lambda value, rng: value * (1 + 0.01 * rng.normal(size=value.shape)),
    "sine": lambda value, rng: np.sin(3 * value),
    "random": lambda value, rng: rng.normal(size=value.shape),
    "shuffled": lambda value, rng: rng.permutation(value.ravel()).reshape(value.shape) * 1.1,
    "some_entries_at_random": lambda value, rng: value * np.where(rng.random(value.shape) < 0.5, 1.0, 1.3),
    "cubes": lambda value, rng: value**3,
    "factors_at_random": lambda value, rng: value * rng.uniform(0.2, 3.0),
    "offsets_and_factors": lambda value, rng: 1.2 * value + 0.1,
}


@pytest.mark.parametrize("kind", UNLISTED)
def test_what_is_no_slip_is_not_named(kind: str) -> None:
    """Arrays that are wrong in a way that no cause describes: nothing is named, however often it is tried."""
    rng = np.random.default_rng(1)
    for i in range(6):

        def backward(net):
            return {key: UNLISTED[kind](value, rng) for key, value in gradients(net).items()}

        assert named(backward, (3, 4, 2), name=f"{kind}-{i}") is None


def unlisted_slopes(net):
    """A derivative of a function that nobody passed."""
    pairs = [(function, lambda z: np.cos(2 * z)) for function, _ in net.pairs]
    return gradients(type(net)(net.X, net.target, net.W, net.b, pairs, net.zs, net.outputs))


def test_a_slip_that_no_cause_describes_is_not_named_as_another_one() -> None:
    """The activation's derivative is that of quite another function."""
    assert named(unlisted_slopes) is None


@pytest.mark.parametrize("change", [0.5, 2.0, 1 / 3])
def test_a_factor_that_means_two_things_names_neither(change: float) -> None:
    """With two samples, twice as much may be the sum over the samples, or any other slip of a factor of two."""
    with pytest.raises(Wrong) as caught:
        judge.equal(
            change * np.arange(1.0, 5.0),
            np.arange(1.0, 5.0),
            name="x",
            factors={"batch_not_averaged": change, "missing_mean": change},
        )
    assert caught.value.finding.cause is None


def test_a_zero_bias_hides_that_it_is_left_out() -> None:
    """Left out and doubled are the same then: neither is named."""
    x, zero = np.arange(1.0, 4.0), np.zeros(3)
    with pytest.raises(Wrong) as caught:
        judge.equal(x + 1, x, name="z", terms={"W x": x, "the bias": zero})
    assert caught.value.finding.cause is None


def test_one_sample_cannot_tell_a_sum_from_a_mean() -> None:
    """A batch of one: nothing about the batch is named, the sign still is."""
    backward = planted("wrong_sign", "batch_averaged_twice", "batch_not_averaged")
    with pytest.raises(Wrong) as caught:
        check(lambda net: backward(net), (3, 4), 1)
    assert caught.value.finding.cause == "wrong_sign"
