"""The table in the terminal: one row a submission, then for each one what went wrong, a line an aspect.

It is a rich renderable, so it fits 80 columns, a wide window and a pipe alike, and colour is never the only sign.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from autograder.grading.records import AspectRecord, AspectStatus, SubmissionRecord, SubmissionStatus
from autograder.reports.text import first_line, points

#: Most lines about one submission; an untouched notebook fails everywhere, and one line says as much.
MAX_LINES = 8

#: Aspects in one line before the rest is counted.
MAX_NAMES = 3


def render(records: Sequence[SubmissionRecord]) -> RenderableType:
    """Return the table and the lines about what went wrong.

    Args:
        records: the submissions, in the order in which they are shown.
    """
    parts: list[RenderableType] = [scores(records)]
    parts += [lines for record in records if (lines := problems(record)) is not None]
    parts.append(Text(totals(records), style="bold"))
    return Group(*parts)


def scores(records: Iterable[SubmissionRecord]) -> Table:
    """Return the table with one row a submission."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("student", overflow="fold", ratio=None)
    table.add_column("assignment", overflow="fold")
    table.add_column("score", justify="right", no_wrap=True)
    table.add_column("%", justify="right", no_wrap=True)
    table.add_column("seconds", justify="right", no_wrap=True)
    table.add_column("note", overflow="fold")
    for record in records:
        table.add_row(
            Text(first_line(record.student) or "?"),
            Text(first_line(record.assignment) or "?"),
            *_score(record),
            Text(f"{record.seconds:.1f}", style="dim"),
            _note(record),
        )
    return table


def problems(record: SubmissionRecord) -> RenderableType | None:
    """Return what a person has to know about one submission, or None when all is well."""
    if record.status is not SubmissionStatus.GRADED:
        lines = [Text(first_line(record.message), style="red")]
    else:
        missed = [
            aspect for aspect in record.aspects if aspect.automatic and aspect.points < aspect.max_points
        ]
        groups = [list(group) for _, group in groupby(missed, key=lambda aspect: first_line(aspect.message))]
        lines = [_aspects(group) for group in groups[:MAX_LINES]]
        if rest := sum(map(len, groups[MAX_LINES:])):
            lines.append(Text(f"... and {rest} more aspects", style="dim"))
    if record.repairs:
        more = f" (and {len(record.repairs) - 1} more)" if len(record.repairs) > 1 else ""
        lines.append(Text(f"repaired: {first_line(record.repairs[0])}{more}", style="yellow"))
    if not lines:
        return None
    title = Text.assemble((first_line(record.student) or "?", "bold"), " ", first_line(record.assignment))
    return Group(title, *(Padding(line, (0, 0, 0, 2)) for line in lines), Text())


def totals(records: Sequence[SubmissionRecord]) -> str:
    """Return one line with how many submissions there are, how they ended, and the mean score."""
    graded = [record for record in records if record.status is SubmissionStatus.GRADED]
    parts = [f"{len(graded)} graded"]
    for status in (SubmissionStatus.INVALID, SubmissionStatus.ERROR):
        if count := sum(record.status is status for record in records):
            parts.append(f"{count} {status}")
    if graded:
        parts.append(f"mean {sum(record.percent for record in graded) / len(graded):.1f} %")
    if waiting := sum(record.waiting for record in graded):
        parts.append(f"{waiting} written answers wait for a person")
    return ", ".join(parts)


def _score(record: SubmissionRecord) -> tuple[Text, Text]:
    if record.status is not SubmissionStatus.GRADED:
        return Text("–"), Text("–")
    style = "green" if record.percent == 100 else "red" if record.percent < 50 else "yellow"
    return (
        Text(f"{points(record.score)} / {points(record.max_score)}", style=style),
        Text(f"{record.percent:.0f}", style=style),
    )


def _note(record: SubmissionRecord) -> Text:
    if record.status is not SubmissionStatus.GRADED:
        return Text(record.status.value, style="bold red")
    notes = []
    if record.repairs:
        notes.append("repaired")
    for status in (AspectStatus.TIMEOUT, AspectStatus.KILLED):
        if any(aspect.status is status for aspect in record.aspects):
            notes.append(status.value)
    return Text(", ".join(notes), style="yellow")


def _aspects(group: Sequence[AspectRecord]) -> Text:
    names = ", ".join(first_line(aspect.id) for aspect in group[:MAX_NAMES])
    if len(group) > MAX_NAMES:
        names += f" and {len(group) - MAX_NAMES} more"
    message = first_line(group[0].message) or group[0].status.value
    cause = next((finding.cause for aspect in group for finding in aspect.findings if finding.cause), None)
    return Text.assemble((names, "red"), ": ", message, (f" ({first_line(cause)})" if cause else "", "dim"))
