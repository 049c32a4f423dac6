"""Judging primitives stop at the first thing that is wrong by raising `Wrong`; `aspect` turns it into a report."""

from dataclasses import dataclass
from typing import NoReturn

import numpy as np

from autograder.causes import Diagnosis
from autograder.findings import Finding


@dataclass(frozen=True)
class Picture:
    """Two arrays of the same shape, to be drawn side by side."""

    name: str
    actual: np.ndarray
    expected: np.ndarray


class Wrong(Exception):
    """Something is wrong with what the student wrote. Caught by `aspect`; never reaches the student as such.

    Attributes:
        finding: what is wrong.
        picture: the arrays behind the finding, where a look says more than a line; else None.
    """

    def __init__(self, finding: Finding, picture: Picture | None = None) -> None:
        super().__init__(finding.message)
        self.finding = finding
        self.picture = picture


def wrong(
    fact: str,
    *,
    diagnosis: Diagnosis | None = None,
    hint: str = "",
    picture: Picture | None = None,
    **data: object,
) -> NoReturn:
    """End the check with one finding.

    Args:
        fact: what is wrong and where; one or two lines.
        diagnosis: the proven cause; its hint is used unless `hint` is given.
        hint: where to look.
        picture: arrays to draw.
        **data: the numbers of the fact for programs.
    """
    if diagnosis is None:
        raise Wrong(Finding(fact, hint=hint, data=data), picture)
    finding = Finding(fact, diagnosis.cause, diagnosis.because, hint or diagnosis.hint, data)
    raise Wrong(finding, picture)
