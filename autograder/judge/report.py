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
    """

    def __init__(
        self,
        finding: Finding,
        picture: Picture | None = None,
        evidence: Evidence | None = None,
        *,
        hint: str = "",
        first: str = "",
    ) -> None:
        super().__init__(finding.message)
        self.finding = finding
        self.picture = picture
        self.evidence = evidence
        self._hint = hint
        self._first = first

    def explained(self, diagnosis: Diagnosis | None) -> Wrong:
        """The same with the cause that fresh points have confirmed, or without any."""
        finding = replace(self.finding, cause=None, because="", hint=_where(self._first, self._hint))
        if diagnosis is not None:
            hint = _where(self._first, diagnosis.hint)
            finding = replace(finding, cause=diagnosis.cause, because=diagnosis.because, hint=hint)
        return Wrong(finding, self.picture, self.evidence, hint=self._hint, first=self._first)


def _where(first: str, hint: str) -> str:
    """Where to look: what comes first on the way back, if that is wrong as well."""
    return f"{first} first, for this rests on it, and it is wrong as well; then {hint}" if first else hint


def wrong(
    fact: str,
    *,
    diagnosis: Diagnosis | None = None,
    hint: str = "",
    picture: Picture | None = None,
    evidence: Evidence | None = None,
    first: str = "",
    **data: object,
) -> NoReturn:
    """End the check with one finding.

    Args:
        fact: what is wrong and where; one or two lines.
        diagnosis: the proven cause; its hint is used unless `hint` is given.
        hint: where to look.
        picture: arrays to draw.
        evidence: what the numbers prove; then `hint` is for when they prove nothing.
        first: what this rests on, if that is wrong as well.
        **data: the numbers of the fact for programs.
    """
    if evidence is not None:
        raise Wrong(Finding(fact, data=data), picture, evidence, hint=hint, first=first).explained(diagnosis)
    if diagnosis is None:
        raise Wrong(Finding(fact, hint=hint, data=data), picture)
    raise Wrong(Finding(fact, diagnosis.cause, diagnosis.because, hint or diagnosis.hint, data), picture)
