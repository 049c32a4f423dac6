"""Arrays that are sums of products, and what becomes of them when a factor is another one, missing, or there twice.

By the chain rule a gradient is a product of factors, summed over the samples. A check that knows the factors (from
probes of the student's forward pass and from difference quotients) hands them over; this module makes the slips.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np

SCREENED = 3
"""Entries that two slips must meet before all of what they give is computed."""

Array = np.ndarray | Callable[[], Any]


def value_of(array: Array) -> np.ndarray | None:
    """An array, or what a function makes of it; None where it cannot be computed."""
    try:
        return np.asarray(array() if callable(array) else array, dtype=np.float64)
    except Exception:  # noqa: BLE001 - it may call student code with odd arguments: then it proves nothing
        return None


@dataclass(frozen=True)
class Factor:
    """One factor of a product.

    Attributes:
        axes: a letter for each of its axes, such as `no`.
        right: the array.
        instead: causes with what stands in its place; arrays of these axes, or axes and array.
        left_out: the cause that it is when the factor is missing.
        doubled: the cause that it is when the factor is there twice.
    """

    axes: str
    right: np.ndarray
    instead: Mapping[str, Any] = field(default_factory=dict)
    left_out: str | None = None
    doubled: str | None = None

    def slips(self) -> Iterator[tuple[str, tuple[str, np.ndarray]]]:
        """Causes with axes and array; what cannot be computed is dropped."""
        if self.left_out:
            yield self.left_out, ("", np.ones(()))
        if self.doubled:
            yield self.doubled, (self.axes, self.right * self.right)
        for cause, given in self.instead.items():
            for other in given if isinstance(given, list) else [given]:
                axes, array = other if isinstance(other, tuple) else (self.axes, other)
                value = value_of(array)
                if value is not None and value.ndim == len(axes):
                    yield cause, (axes, value)


@dataclass(frozen=True)
class Product:
    """A sum of products of factors.

    Attributes:
        result: the letters of the result's axes, such as `io`.
        factors: of which the right array is made.
        samples: the letter of the axis of the samples, over which is summed where the result does not have it.
        suspects: further slips, which change several factors at once, with what each gives.
        shape: what the student's array has, where it has axes of 1 besides.
        parts: what the right array is the sum of, by what a sentence calls it; products like this one.
        added: arrays of which a slip may add a multiple, by what a sentence calls them.
        times: a number that all is multiplied by, such as minus the learning rate.
    """

    result: str
    factors: Sequence[Factor]
    samples: str = "n"
    suspects: Sequence[tuple[str, Array]] = ()
    shape: tuple[int, ...] | None = None
    times: float = 1.0
    parts: Mapping[str, Product] = field(default_factory=dict)
    added: Mapping[str, np.ndarray] = field(default_factory=dict)

    @property
    def terms(self) -> dict[str, np.ndarray]:
        """The parts as arrays."""
        return {
            words: replace(part, shape=self.shape, times=self.times).right
            for words, part in self.parts.items()
        }

    @cached_property
    def _sizes(self) -> dict[str, int]:
        return {
            letter: size
            for factor in self.factors
            for letter, size in zip(factor.axes, factor.right.shape, strict=True)
        }

    @property
    def right(self) -> np.ndarray:
        return self._value([(factor.axes, factor.right) for factor in self.factors])

    def single(self) -> Iterator[tuple[str, np.ndarray]]:
        """What each single slip gives."""
        right = [(factor.axes, factor.right) for factor in self.factors]
        for i, slips in enumerate(self._slips):
            for cause, part in slips:
                yield from self._made((cause,), [*right[:i], part, *right[i + 1 :]])
        for cause, rows in self._rows:
            yield cause, self._value([*right, (self.samples, rows)])

    def double(
        self, actual: np.ndarray, tolerance: float
    ) -> Iterator[tuple[tuple[str, str], np.ndarray | None]]:
        """All pairs of slips in two factors, with what they give where that may be the student's array.

        Args:
            actual: the student's array.
            tolerance: how closely some of its entries must be met.
        """
        slips = [*self._slips, [(cause, (self.samples, rows)) for cause, rows in self._rows]]
        right = [(factor.axes, factor.right) for factor in self.factors]
        if self._rows:
            right.append((self.samples, np.ones(self._sizes[self.samples])))
        else:
            slips.pop()
        for f in range(len(slips)):
            for g in range(f + 1, len(slips)):
                likely = self._likely(slips, right, f, g, actual, tolerance)
                for i, (first, part) in enumerate(slips[f]):
                    for j, (second, other) in enumerate(slips[g]):
                        if first == second:
                            continue
                        if not likely[i, j]:
                            yield (first, second), None
                            continue
                        parts = [part if h == f else other if h == g else right[h] for h in range(len(right))]
                        for _, value in self._made((second,), parts):
                            yield (first, second), value

    def _likely(
        self,
        slips: list[list[tuple[str, tuple[str, np.ndarray]]]],
        right: list[tuple[str, np.ndarray]],
        f: int,
        g: int,
        actual: np.ndarray,
        tolerance: float,
    ) -> np.ndarray:
        """For each pair of slips in two factors, whether they meet a few entries of the student's array."""
        largest = float(np.max(np.abs(actual)))
        flat = actual.reshape([self._sizes[letter] for letter in self.result])
        likely = np.ones((len(slips[f]), len(slips[g])), dtype=bool)
        for place in np.unique(np.linspace(0, flat.size - 1, SCREENED).astype(int)):
            at = dict(zip(self.result, np.unravel_index(place, flat.shape), strict=True))
            rest = np.ones(self._summed_shape)
            for h, part in enumerate(right):
                rest = rest if h in (f, g) else rest * self._at(part, at)
            ones = (
                np.stack([np.ravel(self._at(part, at) * rest) for _, part in slips[f]]) if slips[f] else None
            )
            others = np.stack([np.ravel(self._at(part, at)) for _, part in slips[g]]) if slips[g] else None
            if ones is None or others is None:
                return likely
            value = flat[tuple(at[letter] for letter in self.result)]
            likely &= np.abs(self.times * ones @ others.T - value) <= 2 * tolerance * largest
        return likely

    @property
    def _summed(self) -> list[str]:
        return [letter for letter in self._sizes if letter not in self.result]

    @property
    def _summed_shape(self) -> tuple[int, ...]:
        return tuple(self._sizes[letter] for letter in self._summed)

    def _at(self, part: tuple[str, np.ndarray], at: Mapping[str, Any]) -> np.ndarray:
        """A factor at one entry of the result, with an axis for each letter that is summed over."""
        axes, array = part
        try:
            chosen = array[tuple(at.get(letter, slice(None)) for letter in axes)]
            left = [letter for letter in axes if letter not in at]
            order = [left.index(letter) for letter in self._summed if letter in left]
            shape = [self._sizes[letter] if letter in left else 1 for letter in self._summed]
            return np.broadcast_to(np.transpose(chosen, order).reshape(shape), self._summed_shape)
        except (ValueError, IndexError):
            return np.full(self._summed_shape, np.nan)  # the axes of this slip do not fit

    def further(self) -> Iterator[tuple[str, np.ndarray]]:
        """What the slips give that change several factors at once."""
        for cause, suspect in self.suspects:
            value = value_of(suspect)
            if value is not None:
                value = self.times * value
                try:
                    yield cause, value if self.shape is None else value.reshape(self.shape)
                except ValueError:
                    continue  # not as many entries

    @cached_property
    def _slips(self) -> list[list[tuple[str, tuple[str, np.ndarray]]]]:
        return [list(factor.slips()) for factor in self.factors]

    def _made(
        self, causes: tuple[str], parts: list[tuple[str, np.ndarray]]
    ) -> Iterator[tuple[str, np.ndarray]]:
        try:
            yield causes[0], self._value(parts)
        except ValueError:
            return  # the axes of this slip do not fit

    @cached_property
    def _rows(self) -> list[tuple[str, np.ndarray]]:
        """One sample only, or all but one: which samples count then."""
        n = self._sizes.get(self.samples, 1)
        if n < 2 or self.samples in self.result:
            return []
        ends = [np.arange(n) == at for at in (0, n - 1)]
        only = [("one_sample_only", rows.astype(float)) for rows in ends]
        return only + [("one_sample_left_out", (~rows).astype(float)) for rows in ends if n > 2]

    def _value(self, parts: list[tuple[str, np.ndarray]]) -> np.ndarray:
        sizes = self._sizes
        there = "".join(axes for axes, _ in parts)
        lacking = [letter for letter in self.result if letter not in there]
        held = [*parts, *((letter, np.ones(sizes[letter])) for letter in lacking)]
        spec = ",".join(axes for axes, _ in held)
        value = self.times * np.einsum(f"{spec}->{self.result}", *(array for _, array in held))
        return value if self.shape is None else value.reshape(self.shape)
