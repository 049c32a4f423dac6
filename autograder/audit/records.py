"""The record of an audit, as plain data; tables, JSON and bars are functions of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from autograder.audit.contract import Explained
from autograder.audit.copies import Pair
from autograder.audit.intervals import Rate
from autograder.audit.mutation import Judged
from autograder.audit.verdicts import Verdict


@dataclass(frozen=True)
class Unstable:
    """A variant whose verdict depends on the seed.

    Attributes:
        name: `<assignment>/<question>__<slug>`.
        lost: seed -> aspects that were lost.
    """

    name: str
    lost: dict[int, tuple[str, ...]]


@dataclass(frozen=True)
class Sampled:
    """A mutant that also went the long way: examiner, proxies, confined student process.

    Attributes:
        judged: what check cells in place said.
        lost: check cells of its question that failed there.
    """

    judged: Judged
    lost: tuple[str, ...]

    @property
    def agrees(self) -> bool:
        """Whether both ways give the same verdict."""
        return self.judged.killed == bool(self.lost)


@dataclass(frozen=True)
class Tally:
    """What was counted for one question, or for several.

    Attributes:
        accepted: right variants that kept all points.
        rejected: wrong variants that lost points of their question.
        clean: variants that cost no other question anything that the header does not say.
        declared: variants whose header names aspects of another question, with which they share a cell.
        consequences: variants that cost an aspect which judges a result of theirs, such as a trained network.
        named: of the wrong variants whose mistake is numerical, those whose cause was named, right or wrong.
        named_right: of these, those where the right cause was named and no other.
        misnamed: wrong variants of any kind for which a wrong cause was named.
        mutants: how many mutants there are.
        equivalent: of these, those that are proven to change nothing.
        by_contract: of these, those that change only what the contract leaves open.
        unobserved: of these, those whose changed line computes what nobody reads.
        killed: mutants that a check noticed, of those that are not equivalent.
    """

    accepted: Rate
    rejected: Rate
    clean: Rate
    declared: int
    consequences: int
    named: Rate
    named_right: Rate
    misnamed: int
    mutants: int
    equivalent: int
    by_contract: int
    unobserved: int
    killed: Rate


def tally(verdicts: Iterable[Verdict], judged: Iterable[Judged]) -> Tally:
    """Count."""
    verdicts, judged = list(verdicts), list(judged)
    right = [verdict for verdict in verdicts if not verdict.wrong]
    wrong = [verdict for verdict in verdicts if verdict.wrong]
    numerical = [verdict for verdict in wrong if verdict.numerical]
    equivalent = [mutant for mutant in judged if mutant.equivalent]
    return Tally(
        accepted=_rate(verdict.right for verdict in right),
        rejected=_rate(verdict.right for verdict in wrong),
        clean=_rate(not verdict.collateral for verdict in verdicts),
        declared=sum(bool(verdict.declared) for verdict in verdicts),
        consequences=sum(bool(verdict.consequences) for verdict in verdicts),
        named=_rate(bool(verdict.named) for verdict in numerical),
        named_right=_rate(verdict.named_right for verdict in numerical),
        misnamed=sum(bool(verdict.misnamed) for verdict in wrong),
        mutants=len(judged),
        equivalent=len(equivalent),
        by_contract=sum(mutant.by_contract for mutant in equivalent),
        unobserved=sum(mutant.unobserved for mutant in equivalent),
        killed=_rate(mutant.killed for mutant in judged if not mutant.equivalent),
    )


@dataclass(frozen=True)
class Audit:
    """Everything that one run of `autograder audit` found out.

    Attributes:
        questions: pairs (assignment, question) that were audited, in the order of the course.
        whole: whether this is the whole course.
        verdicts: of the written variants.
        copies: near copies among them.
        unstable: verdicts that depend on the seed.
        seeds: how many seeds were tried.
        judged: mutants, in the order of the notebooks; empty if there were none made.
        mutated: whether mutants were made.
        sampled: mutants that also went through the engine.
        explained: survivors that people have explained, by assignment.
        collateral: which check cells judged each variant.
        confined: whether student processes were confined.
        seconds: wall time.
    """

    questions: tuple[tuple[str, str], ...]
    whole: bool
    verdicts: tuple[Verdict, ...]
    copies: tuple[Pair, ...]
    unstable: tuple[Unstable, ...]
    seeds: int
    judged: tuple[Judged, ...]
    mutated: bool
    sampled: tuple[Sampled, ...]
    explained: dict[str, tuple[Explained, ...]]
    collateral: str
    confined: bool
    seconds: float

    @cached_property
    def total(self) -> Tally:
        """Over everything."""
        return tally(self.verdicts, self.judged)

    def of_question(self, assignment: str, question: str) -> Tally:
        """Of one question."""
        return tally(
            (v for v in self.verdicts if (v.assignment, v.question) == (assignment, question)),
            (j for j in self.judged if (j.mutant.assignment, j.mutant.question) == (assignment, question)),
        )

    def of_assignment(self, assignment: str) -> Tally:
        """Of one assignment."""
        return tally(
            (v for v in self.verdicts if v.assignment == assignment),
            (j for j in self.judged if j.mutant.assignment == assignment),
        )

    @property
    def assignments(self) -> Sequence[str]:
        """Names of the audited assignments."""
        return list(dict.fromkeys(assignment for assignment, _ in self.questions))

    @property
    def survivors(self) -> list[tuple[Judged, str]]:
        """Mutants that no check notices, each with what people have written about it, or ""."""
        found = []
        for judged in self.judged:
            if judged.survived:
                texts = [
                    e.why
                    for e in self.explained.get(judged.mutant.assignment, ())
                    if (e.question, e.diff) == (judged.mutant.question, judged.mutant.diff)
                ]
                found.append((judged, texts[0] if texts else ""))
        return found

    @property
    def controls(self) -> list[Judged]:
        """Mutants that a check killed and that were compared with the solution all the same."""
        return [judged for judged in self.judged if judged.control]

    @property
    def stale(self) -> list[tuple[str, Explained]]:
        """Explanations of mutants that do not survive (any more)."""
        here = {(j.mutant.assignment, j.mutant.question, j.mutant.diff) for j in self.judged if j.survived}
        asked = set(self.questions)
        return [
            (assignment, explained)
            for assignment, texts in self.explained.items()
            for explained in texts
            if (assignment, explained.question) in asked
            and (assignment, explained.question, explained.diff) not in here
        ]


def _rate(truths: Iterable[bool]) -> Rate:
    truths = list(truths)
    return Rate(sum(truths), len(truths))
