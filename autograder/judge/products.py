"""Arrays that are sums of products, and what becomes of them when a factor is another one, missing, or there twice.

By the chain rule a gradient is a product of factors, summed over the samples. A check that knows the factors (from
probes of the student's forward pass and from difference quotients) hands them over; this module makes the slips.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

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
        times: a number that all is multiplied by, such as minus the learning rate.
    """

    result: str
    factors: Sequence[Factor]
    samples: str = "n"
    suspects: Sequence[tuple[str, Array]] = ()
    shape: tuple[int, ...] | None = None
    times: float = 1.0

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
        yield from ((cause, value) for cause, value in self._of_samples(right))

    def double(self) -> Iterator[tuple[tuple[str, str], np.ndarray]]:
        """What two slips at once give, in two factors, or in a factor and the sum over the samples."""
        right = [(factor.axes, factor.right) for factor in self.factors]
        for i, slips in enumerate(self._slips):
            for cause, part in slips:
                parts = [*right[:i], part, *right[i + 1 :]]
                for other, value in self._of_samples(parts):
                    yield (cause, other), value
                for j in range(i + 1, len(parts)):
                    for second, another in self._slips[j]:
                        if second == cause:
                            continue
                        for _, value in self._made((second,), [*parts[:j], another, *parts[j + 1 :]]):
                            yield (cause, second), value

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

    def _of_samples(self, parts: list[tuple[str, np.ndarray]]) -> Iterator[tuple[str, np.ndarray]]:
        """One sample only, or all but one."""
        n = self._sizes.get(self.samples, 1)
        if n < 2 or self.samples in self.result:
            return
        for at in (0, n - 1):
            chosen = np.arange(n) == at
            yield "one_sample_only", self._value([*parts, (self.samples, chosen.astype(float))])
            if n > 2:
                yield "one_sample_left_out", self._value([*parts, (self.samples, (~chosen).astype(float))])

    def _value(self, parts: list[tuple[str, np.ndarray]]) -> np.ndarray:
        sizes = self._sizes
        there = "".join(axes for axes, _ in parts)
        lacking = [letter for letter in self.result if letter not in there]
        held = [*parts, *((letter, np.ones(sizes[letter])) for letter in lacking)]
        spec = ",".join(axes for axes, _ in held)
        value = self.times * np.einsum(f"{spec}->{self.result}", *(array for _, array in held))
        return value if self.shape is None else value.reshape(self.shape)
