"""What must hold; `autograder audit` ends with status 1 when one of these falls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from autograder.audit.records import Audit

RIGHT, WRONG = 100, 250
"""Written variants of the whole course, at least."""

RIGHT_EACH, WRONG_EACH = 2, 5
"""Written variants of each question, at least."""

NAMED = 0.85
"""Share of the numerical mistakes whose cause is named."""

SCORE = 0.98
"""Share of the mutants of each question that its checks notice, after the equivalent ones are dropped."""

TOLD_APART = 0.98
"""Share of the killed mutants that the trials tell from the solution: fewer, and they call too much equivalent."""

SHOWN = 12
"""Names in one line."""


@dataclass(frozen=True)
class Bar:
    """Something that must hold.

    Attributes:
        text: what is asked for.
        found: what was found.
        holds: whether it holds.
    """

    text: str
    found: str
    holds: bool


def bars(audit: Audit) -> list[Bar]:
    """All bars, in the order in which they are shown."""
    return [*_corpus(audit), *_verdicts(audit), *_mutants(audit)]


def _corpus(audit: Audit) -> Iterator[Bar]:
    total = audit.total
    if audit.whole:
        right, wrong = total.accepted.total, total.rejected.total
        yield Bar(
            f"at least {RIGHT} right and {WRONG} wrong variants",
            f"{right} and {wrong}",
            right >= RIGHT and wrong >= WRONG,
        )
    short = []
    for assignment, question in audit.questions:
        here = audit.of_question(assignment, question)
        right, wrong = here.accepted.total, here.rejected.total
        if right < RIGHT_EACH or wrong < WRONG_EACH:
            short.append(f"{question} ({right}, {wrong})")
    yield _none(f"each question has at least {RIGHT_EACH} right and {WRONG_EACH} wrong variants", short)
    yield _none("no variant is a near copy of another", [f"{p.first} and {p.second}" for p in audit.copies])


def _verdicts(audit: Audit) -> Iterator[Bar]:
    total = audit.total
    yield _none("no right variant rejected", [v.name for v in audit.verdicts if not v.wrong and not v.right])
    yield _none("no wrong variant accepted", [v.name for v in audit.verdicts if v.wrong and not v.right])
    yield _none("no collateral", [v.name for v in audit.verdicts if v.collateral])
    named = total.named_right
    yield Bar(
        f"a cause named for at least {NAMED:.0%} of the numerical mistakes",
        f"{named.hits} of {named.total}, {named.share:.1%}",
        named.share >= NAMED,
    )
    yield _none("no wrong cause named", [v.name for v in audit.verdicts if v.misnamed])
    if audit.seeds > 1:
        yield _none(f"the same verdicts over {audit.seeds} seeds", [u.name for u in audit.unstable])


def _mutants(audit: Audit) -> Iterator[Bar]:
    if not audit.mutated:
        return
    low = []
    for assignment, question in audit.questions:
        killed = audit.of_question(assignment, question).killed
        if killed.share < SCORE:
            low.append(f"{question} {killed.share:.1%} ({killed.total - killed.hits} of {killed.total})")
    yield _none(f"mutation score of at least {SCORE:.0%} for each question", low)
    unexplained = [j.mutant.question for j, why in audit.survivors if not why]
    yield _none("each survivor explained", _counted(unexplained))
    yield _none("no explanation of a mutant that does not survive", [e.question for _, e in audit.stale])
    told = [judged for judged in audit.controls if judged.difference]
    share = len(told) / len(audit.controls) if audit.controls else 1.0
    yield Bar(
        f"trials tell at least {TOLD_APART:.0%} of the killed mutants from the solution",
        f"{len(told)} of {len(audit.controls)} that were tried",
        share >= TOLD_APART,
    )
    yield _none(
        "the engine agrees on a sample of the mutants",
        [f"{s.judged.mutant.question} ({s.judged.mutant.operator})" for s in audit.sampled if not s.agrees],
        f"{len(audit.sampled)} agree",
    )


def _counted(names: list[str]) -> list[str]:
    return [f"{name} {names.count(name)}" for name in dict.fromkeys(names)]


def _none(text: str, names: list[str], good: str = "none") -> Bar:
    shown = ", ".join(names[:SHOWN]) + (f" and {len(names) - SHOWN} more" if len(names) > SHOWN else "")
    return Bar(text, f"{len(names)}: {shown}" if names else good, not names)
