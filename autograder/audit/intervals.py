"""How sure a share is that was counted in a sample."""

from __future__ import annotations

import math
from dataclasses import dataclass

Z = 1.959963984540054
"""Of the normal distribution, for 95 %."""


@dataclass(frozen=True)
class Rate:
    """A share, `hits` of `total`."""

    hits: int
    total: int

    @property
    def share(self) -> float:
        """Between 0 and 1; of nothing, 1."""
        return self.hits / self.total if self.total else 1.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval (E. B. Wilson, 1927): it stays between 0 and 1, and has a width also for 0 of n and n of n."""
        if not self.total:
            return 0.0, 1.0
        n, p = self.total, self.share
        centre = (p + Z**2 / (2 * n)) / (1 + Z**2 / n)
        half = Z / (1 + Z**2 / n) * math.sqrt(p * (1 - p) / n + Z**2 / (4 * n**2))
        low = 0.0 if self.hits == 0 else max(0.0, centre - half)
        return low, 1.0 if self.hits == n else min(1.0, centre + half)
