"""The feedback page: one submission as one HTML file that needs no network and runs no script.

It shows the score by question and aspect, what each failed check said, with its heat map, and the notebook as it was
run, without hidden tests.
"""

from __future__ import annotations

from markupsafe import Markup
from nbformat import NotebookNode

from autograder.course import notebook as notebooks
from autograder.course.cells import CellKind, cells_of
from autograder.grading.records import AspectStatus, SubmissionRecord, SubmissionStatus
from autograder.hooks.hide_tests import HideTests
from autograder.reports import cells
from autograder.reports.pages import template, title

#: Characters of all sources of a notebook that are rendered, which takes the grader a second for every 100,000 at
#: worst; the cells behind them are shown as plain text.
MAX_RENDERED = 1_000_000

#: What a status is called on the page.
LABELS = {
    AspectStatus.PASSED: "passed",
    AspectStatus.FAILED: "not yet",
    AspectStatus.ERROR: "error",
    AspectStatus.TIMEOUT: "took too long",
    AspectStatus.KILLED: "ended Python",
    AspectStatus.NOT_RUN: "not run",
    AspectStatus.NEEDS_GRADING: "graded by a person",
}


def page(record: SubmissionRecord, notebook: NotebookNode | None = None) -> str:
    """Return the feedback page of one submission.

    Args:
        record: the result.
        notebook: the executed notebook, hidden tests and all; it is not changed. None shows the scores alone.
    """
    views, pictures = _views(notebook) if notebook is not None else ([], {})
    return template("feedback.html.j2").render(
        record=record,
        title=title(record.assignment),
        graded=record.status is SubmissionStatus.GRADED,
        aspects={aspect.id: aspect for aspect in record.aspects},
        views=views,
        pictures=pictures,
        labels=LABELS,
        code_style=cells.style(),
    )


def _views(notebook: NotebookNode) -> tuple[list[cells.View], dict[str, Markup]]:
    """The cells as HTML, and the heat maps by the id of their aspect."""
    shown, _ = HideTests().preprocess(notebooks.copy(notebook), {})
    views: list[cells.View] = []
    pictures: dict[str, Markup] = {}
    length = 0
    for cell in cells_of(shown):
        length += len(cell.source)
        views.append(cells.view(cell, plain=length > MAX_RENDERED))
        if cell.kind is CellKind.CHECK and (picture := cells.picture_of_check(cell.node)) is not None:
            pictures[cell.grade_id] = picture
    return views, pictures
