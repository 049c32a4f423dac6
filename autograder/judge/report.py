"""Judging primitives stop at the first thing that is wrong by raising `Wrong`; `aspect` turns it into a report."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NoReturn

import numpy as np

from autograder.causes import Diagnosis
from autograder.findings import Finding

if TYPE_CHECKING:
    from autograder.judge.evidence import Evidence


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
        evidence: what the numbers prove, where numbers are wrong; else None.
        confirmed: whether the cause in the finding has been held against fresh points.
    """

    def __init__(
        self,
        finding: Finding,
        picture: Picture | None = None,
        evidence: Evidence | None = None,
        *,
        hint: str = "",
        confirmed: bool = False,
    ) -> None:
        super().__init__(finding.message)
        self.finding = finding
        self.picture = picture
        self.evidence = evidence
        self.confirmed = confirmed
        self._hint = hint

    def explained(self, diagnosis: Diagnosis | None) -> Wrong:
        """The same with the cause that fresh points have confirmed, or without any."""
        finding = replace(self.finding, cause=None, because="", hint=self._hint)
        if diagnosis is not None:
            hint = diagnosis.hint
            finding = replace(finding, cause=diagnosis.cause, because=diagnosis.because, hint=hint)
        return Wrong(finding, self.picture, self.evidence, hint=self._hint, confirmed=True)


def wrong(
    fact: str,
    *,
    diagnosis: Diagnosis | None = None,
    hint: str = "",
    picture: Picture | None = None,
    evidence: Evidence | None = None,
    **data: object,
) -> NoReturn:
    """End the check with one finding.

    Args:
        fact: what is wrong and where; one or two lines.
        diagnosis: the proven cause; its hint is used unless `hint` is given.
        hint: where to look.
        picture: arrays to draw.
        evidence: what the numbers prove; then `hint` is for when they prove nothing.
        **data: the numbers of the fact for programs.
    """
    if diagnosis is None:
        raise Wrong(Finding(fact, hint=hint, data=data), picture, evidence, hint=hint)
    told = diagnosis.hint if evidence is not None else hint or diagnosis.hint
    finding = Finding(fact, diagnosis.cause, diagnosis.because, told, data)
    raise Wrong(finding, picture, evidence, hint=hint)
