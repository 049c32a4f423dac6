"""The figures of an audit as a Markdown table, between two marks in the README."""

from __future__ import annotations

from pathlib import Path

from autograder.audit.records import Audit, Tally
from autograder.audit.table import in_all
from autograder.errors import AuditError
from autograder.files import write_atomically

BEGIN, END = "<!-- audit: begin -->", "<!-- audit: end -->"


def write(audit: Audit, path: Path) -> None:
    """Replace what stands between the marks.

    Raises:
        AuditError: the file cannot be read, or has not both marks once.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise AuditError(f"{path}: cannot be read ({error})") from error
    if text.count(BEGIN) != 1 or text.count(END) != 1 or text.index(BEGIN) > text.index(END):
        raise AuditError(f"{path}: the figures stand between {BEGIN} and {END}, which must occur once each")
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    write_atomically(path, f"{before}{BEGIN}\n{markdown(audit)}{END}{after}")


def markdown(audit: Audit) -> str:
    """The table, and a sentence with the rates."""
    lines = [
        "| assignment | right variants accepted | wrong variants rejected | collateral | cause named, rightly | mutants killed |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    rows = [(f"`{name}`", audit.of_assignment(name)) for name in audit.assignments]
    for name, tally in [*rows, ("all", audit.total)]:
        lines.append("| " + " | ".join([name, *_cells(tally)]) + " |")
    lines.append("")
    sentences = []
    for name, rate in in_all(audit):
        low, high = rate.interval
        sentences.append(f"{name} {100 * rate.share:.1f} % ({100 * low:.1f} to {100 * high:.1f})")
    lines.append(f"With 95 % intervals: {'; '.join(sentences)}.")
    return "\n".join(lines) + "\n"


def _cells(tally: Tally) -> list[str]:
    return [
        f"{tally.accepted.hits} of {tally.accepted.total}",
        f"{tally.rejected.hits} of {tally.rejected.total}",
        str(tally.clean.total - tally.clean.hits),
        f"{tally.named_right.hits} of {tally.named_right.total}",
        f"{tally.killed.hits} of {tally.killed.total}" if tally.mutants else "–",
    ]
