"""The summary page of a class: one row a submission, with links to the feedback pages; and the same as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from autograder.grading.records import SubmissionRecord
from autograder.reports.pages import template, title
from autograder.reports.table import totals
from autograder.reports.text import first_line, points

#: A cell of a spreadsheet that starts like this is taken for a formula.
_FORMULA = ("=", "+", "-", "@")


def page(records: Sequence[SubmissionRecord], links: Mapping[int, str]) -> str:
    """Return the summary page.

    Args:
        records: the submissions.
        links: number of a submission in `records` -> relative address of its feedback page.
    """
    return template("summary.html.j2").render(
        records=records, links=links, title=title, totals=totals(records)
    )


def to_csv(records: Iterable[SubmissionRecord]) -> str:
    """Return one line an aspect, for a spreadsheet; names that look like formulas get an apostrophe."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(
        ["student", "assignment", "status", "question", "aspect", "result", "points", "max_points"]
    )
    for record in records:
        head = [_cell(record.student), _cell(record.assignment), record.status.value]
        if not record.questions:
            writer.writerow([*head, "", "", "", "", ""])
        for question in record.questions:
            for aspect in question.aspects:
                earned = "" if aspect.points is None else points(aspect.points)
                writer.writerow(
                    [*head, question.id, aspect.id, aspect.status.value, earned, points(aspect.max_points)]
                )
    return buffer.getvalue()


def _cell(text: str) -> str:
    text = first_line(text)
    return f"'{text}" if text.startswith(_FORMULA) else text
