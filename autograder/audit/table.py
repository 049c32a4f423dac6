"""The tables of `autograder audit` in the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from autograder.audit.bars import bars
from autograder.audit.intervals import Rate
from autograder.audit.records import Audit, Tally
from autograder.audit.verdicts import Verdict
from autograder.reports.text import first_line

COLUMNS = (
    "right accepted",
    "wrong rejected",
    "collateral",
    "follows",
    "cause named",
    "wrongly",
    "mutants killed",
)


def render(audit: Audit) -> RenderableType:
    """Everything that a person has to know."""
    parts: list[RenderableType] = [questions(audit), Text(), rates(audit), Text()]
    for title, lines in _details(audit):
        parts += [Text(title, style="bold"), *(Padding(line, (0, 0, 0, 2)) for line in lines), Text()]
    parts.append(verdict(audit))
    return Group(*parts)


def questions(audit: Audit) -> Table:
    """One row a question, and one for each assignment."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("question", no_wrap=True)
    for name in COLUMNS:
        table.add_column(name, justify="right")
    for assignment in audit.assignments:
        table.add_section()
        table.add_row(Text(assignment, style="bold"), *_cells(audit, audit.of_assignment(assignment), "bold"))
        for name, question in audit.questions:
            if name == assignment:
                table.add_row(Text(f"  {question}"), *_cells(audit, audit.of_question(name, question)))
    return table


def _cells(audit: Audit, tally: Tally, style: str = "") -> list[Text]:
    collateral = tally.clean.total - tally.clean.hits
    cells = [
        _share(tally.accepted, style),
        _share(tally.rejected, style),
        Text(str(collateral), style="red" if collateral else style),
        Text(str(tally.consequences) if tally.consequences else "", style="dim"),
        Text(f"{tally.named_right.hits}/{tally.named_right.total}", style=style),
        Text(str(tally.misnamed), style="red" if tally.misnamed else style),
    ]
    if audit.mutated:
        cells.append(_share(tally.killed, style, percent=True))
    else:
        cells.append(Text("–"))
    return cells


def _share(rate: Rate, style: str, *, percent: bool = False) -> Text:
    shown = f"{rate.hits}/{rate.total}"
    if percent and rate.total:
        shown += f" {100 * rate.share:5.1f} %"
    return Text(shown, style=style if rate.hits == rate.total else "yellow" if percent else "red")


def rates(audit: Audit) -> Table:
    """The rates over everything, with their intervals."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("in all")
    table.add_column("", justify="right")
    table.add_column("%", justify="right")
    table.add_column("95 % interval", justify="right")
    for name, rate in in_all(audit):
        low, high = rate.interval
        table.add_row(
            name,
            f"{rate.hits} of {rate.total}",
            f"{100 * rate.share:.1f}",
            f"{100 * low:.1f} to {100 * high:.1f}",
        )
    return table


def in_all(audit: Audit) -> Iterator[tuple[str, Rate]]:
    """The rates over everything, by name."""
    total = audit.total
    yield "right variants accepted", total.accepted
    yield "wrong variants rejected", total.rejected
    yield "variants without collateral", total.clean
    yield "cause named, and rightly, where the mistake is numerical", total.named_right
    if audit.mutated:
        yield "mutants killed", total.killed
        yield "killed mutants that the trials tell from the solution", told_apart(audit)


def told_apart(audit: Audit) -> Rate:
    """How often the trials see what the checks have seen."""
    return Rate(sum(bool(judged.difference) for judged in audit.controls), len(audit.controls))


def _details(audit: Audit) -> Iterator[tuple[str, list[Text]]]:
    """What went wrong, and the survivors."""
    groups = (
        (
            "right variants that were rejected",
            [v for v in audit.verdicts if not v.wrong and not v.right],
            _lost,
        ),
        ("wrong variants that were accepted", [v for v in audit.verdicts if v.wrong and not v.right], _why),
        ("collateral", [v for v in audit.verdicts if v.collateral], _collateral),
        ("wrong causes", [v for v in audit.verdicts if v.misnamed], _misnamed),
        (
            "other aspects lost than the header names",
            [v for v in audit.verdicts if v.right and not v.as_stated and not v.collateral],
            _not_as_stated,
        ),
    )
    for title, found, line in groups:
        if found:
            yield f"{title}: {len(found)}", [_line(verdict, line(verdict)) for verdict in found]
    if audit.copies:
        lines = [Text(f"{p.similarity:.2f}  {p.first}, {p.second}") for p in audit.copies]
        yield f"near copies: {len(lines)}", lines
    if audit.unstable:
        yield "verdicts that depend on the seed", [Text(f"{u.name}: {u.lost}") for u in audit.unstable]
    if audit.survivors:
        yield f"mutants that no check notices: {len(audit.survivors)}", list(_survivors(audit))
    unseen = [judged for judged in audit.controls if not judged.difference]
    if unseen:
        lines = [Text(f"{j.killer}: {first_line(j.message)}\n{j.mutant.diff}") for j in unseen]
        yield (
            "killed mutants in which the trials see no difference, or one that the contract leaves open",
            lines,
        )
    disagreeing = [sampled for sampled in audit.sampled if not sampled.agrees]
    if disagreeing:
        lines = [
            Text(f"{s.judged.mutant.question}: {s.lost or 'passed'}\n{s.judged.mutant.diff}")
            for s in disagreeing
        ]
        yield "mutants that the engine judges otherwise", lines


def _survivors(audit: Audit) -> Iterator[Text]:
    for judged, why in audit.survivors:
        mutant = judged.mutant
        told = judged.difference or (
            "no difference was found" if judged.reached else "no trial runs through the changed line"
        )
        text = Text.assemble(
            (f"{mutant.assignment}, {mutant.question}", "bold"), f" ({mutant.operator}): {first_line(told)}\n"
        )
        for line in mutant.diff.splitlines():
            text.append(f"  {line}\n", style="green" if line.startswith("+") else "red")
        text.append(f"  {why.strip() if why else 'not explained'}", style="" if why else "bold red")
        yield text


def _line(verdict: Verdict, text: str) -> Text:
    return Text.assemble((f"{verdict.assignment}/{verdict.name}", "bold"), ": ", text)


def _lost(verdict: Verdict) -> str:
    return f"{', '.join(verdict.lost)}: {first_line(verdict.message)}"


def _why(verdict: Verdict) -> str:
    return verdict.why


def _collateral(verdict: Verdict) -> str:
    return ", ".join(verdict.collateral)


def _misnamed(verdict: Verdict) -> str:
    return f"{', '.join(verdict.misnamed)}, not {verdict.cause or 'any'}"


def _not_as_stated(verdict: Verdict) -> str:
    more = ", ".join(sorted(set(verdict.lost) - set(verdict.stated)))
    less = ", ".join(sorted(set(verdict.stated) - set(verdict.lost)))
    return "; ".join(part for part in (f"also {more}" if more else "", f"not {less}" if less else "") if part)


def verdict(audit: Audit) -> RenderableType:
    """The bars, and one line on what was done."""
    table = Table.grid(padding=(0, 2, 0, 0))
    for bar in bars(audit):
        sign = Text("✔", style="green") if bar.holds else Text("✘", style="bold red")
        table.add_row(sign, bar.text, Text(bar.found, style="dim" if bar.holds else "red"))
    total = audit.total
    done = f"{len(audit.verdicts)} variants"
    if audit.seeds > 1:
        done += f", {audit.seeds} seeds each"
    if audit.mutated:
        done += (
            f"; {total.mutants} mutants, {total.equivalent} of them equivalent ({total.by_contract} by the contract,"
            f" {total.unobserved} in what nobody reads)"
        )
    done += f"; {audit.seconds:.0f} s"
    if not audit.confined:
        done += "; this machine cannot confine, so nothing was confined"
    return Group(table, Text(), Text(done, style="bold"))
