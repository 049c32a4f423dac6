"""All orders in which the mini-batches of an epoch may come."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import numpy as np

Order = tuple[tuple[int, ...], ...]
"""The mini-batches of an epoch, one after the other, as indices of samples."""


def orders(samples: Sequence[int], sizes: Iterable[int]) -> Iterator[Order]:
    """All ways to deal samples out to mini-batches of the given sizes, one after the other."""
    sizes = list(sizes)
    if not sizes:
        yield ()
        return
    for first in combinations(samples, sizes[0]):
        rest = [sample for sample in samples if sample not in first]
        for others in orders(rest, sizes[1:]):
            yield (first, *others)


def sizes_of_batches(n: int, size: int) -> list[tuple[int, ...]]:
    """Sizes of the mini-batches of an epoch: full ones and a rest anywhere, or nearly equal ones."""
    if n % size == 0:
        return [(size,) * (n // size)]
    full, rest = n // size, n % size
    with_rest = [(size,) * i + (rest,) + (size,) * (full - i) for i in reversed(range(full + 1))]
    equal_parts = tuple(len(part) for part in np.array_split(np.arange(n), full))
    return [*with_rest, equal_parts, equal_parts[::-1]]
