"""What the checks said about a written variant, beside what its header says that they should."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from autograder.audit.contract import Contract
from autograder.audit.corpus import Case
from autograder.course.cells import question_of
from autograder.findings import Finding
from autograder.grading.engine import CellResult
from autograder.grading.records import AspectStatus

VALUES = frozenset({"actual", "expected", "count"})
"""A finding whose data have these compares numbers that were there, in the right shape."""


@dataclass(frozen=True)
class Verdict:
    """One variant, judged.

    Attributes:
        assignment: name of the assignment.
        question: what the variant answers.
        name: `<question>__<slug>`.
        wrong: whether it is a wrong answer.
        why: what is different about it.
        stated: the aspects that its header says must fail.
        lost: the aspects that earned nothing, in the notebook's order.
        checks: how many aspects were judged.
        rejected: whether the question lost an aspect.
        collateral: aspects of other questions that were lost, and neither of the following.
        declared: aspects of other questions that the header names: they share the cell.
        consequences: aspects of other questions that judge a result of this answer, as the contract's file says.
        cause: the cause that the header says must be named, or None.
        also: further causes that the header says are true.
        named: the causes that the lost aspects named, the first one first.
        numerical: whether the first thing that was found wrong are values, and not a missing name, an exception, a shape.
        message: what the first lost aspect says.
        seconds: wall time.
    """

    assignment: str
    question: str
    name: str
    wrong: bool
    why: str
    stated: tuple[str, ...]
    lost: tuple[str, ...]
    checks: int
    rejected: bool
    collateral: tuple[str, ...]
    declared: tuple[str, ...]
    consequences: tuple[str, ...]
    cause: str | None
    also: tuple[str, ...]
    named: tuple[str, ...]
    numerical: bool
    message: str
    seconds: float

    @property
    def right(self) -> bool:
        """Whether a right answer kept all points, or a wrong one lost some."""
        return self.rejected if self.wrong else not self.lost

    @property
    def named_right(self) -> bool:
        """Whether the cause was named, and no other."""
        return bool(self.named) and not self.misnamed

    @property
    def misnamed(self) -> tuple[str, ...]:
        """Causes that were named and are not the one in the header."""
        return tuple(cause for cause in self.named if cause != self.cause and cause not in self.also)

    @property
    def as_stated(self) -> bool:
        """Whether exactly the aspects were lost that the header names, and what follows."""
        return set(self.lost) - set(self.consequences) == set(self.stated)


def verdict(case: Case, results: Mapping[str, CellResult], seconds: float, contract: Contract) -> Verdict:
    """Judge what the checks said.

    Args:
        case: the variant.
        results: of its check cells, by `grade_id`.
        seconds: wall time.
        contract: of the assignment.
    """
    variant = case.variant
    order = [aspect.id for aspect in case.assignment.aspects]
    lost = tuple(aspect for aspect in order if _is_lost(results.get(aspect)))
    others = [aspect for aspect in lost if question_of(aspect) != variant.question]
    own = [aspect for aspect in lost if aspect not in others]
    declared = tuple(aspect for aspect in others if aspect in variant.fails)
    # A right answer has no consequences: what it costs is never its fault.
    consequences = tuple(
        aspect
        for aspect in others
        if variant.wrong and aspect not in declared and contract.follows(aspect, variant.question)
    )
    # The header's first aspect is the one that is meant; the rest of the question, and what shares its cell, follow.
    main = [aspect for aspect in variant.fails if aspect in own] + own
    findings = [finding for aspect in dict.fromkeys(main) for finding in results[aspect].findings]
    return Verdict(
        assignment=case.assignment.name,
        question=variant.question,
        name=variant.name,
        wrong=variant.wrong,
        why=variant.why,
        stated=variant.fails,
        lost=lost,
        checks=len(results.keys() & set(order)),
        rejected=bool(own),
        collateral=tuple(aspect for aspect in others if aspect not in (*declared, *consequences)),
        declared=declared,
        consequences=consequences,
        cause=variant.cause,
        also=variant.also,
        named=tuple(dict.fromkeys(finding.cause for finding in findings if finding.cause)),
        numerical=bool(findings) and is_numerical(findings[0]),
        message=results[main[0]].message if main else "",
        seconds=seconds,
    )


def is_numerical(finding: Finding) -> bool:
    """Whether a finding is about wrong values, and not about something missing or of the wrong kind."""
    return VALUES <= finding.data.keys()


def _is_lost(result: CellResult | None) -> bool:
    return result is not None and result.status is not AspectStatus.PASSED
