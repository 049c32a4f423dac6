"""One run over a class: grade what is not finished yet, write each result as it comes, and all reports at the end.

`autograder grade` and `autograder demo` are both this; they differ in where the submissions come from.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Sequence
from contextlib import closing, nullcontext
from dataclasses import dataclass
from pathlib import Path

from autograder.course.assignment import Course
from autograder.files import is_stream, refuse_others, write_atomically
from autograder.grading.engine import Engine, Limits
from autograder.grading.grade import Graded, grade_all
from autograder.grading.records import SubmissionRecord
from autograder.grading.submissions import Submission
from autograder.reports import json_report
from autograder.runs.journal import Journal, fingerprint


@dataclass(frozen=True)
class Destinations:
    """Where results go; None leaves a report out.

    Attributes:
        json: the JSON document; the journal of `--resume` lies beside it, with `.journal` added to the name. A pipe or a
            device, such as /dev/stdout, is written into and has no journal.
        junit: JUnit XML.
        csv: one line an aspect.
        feedback: folder for `<student>/<assignment>.html` and `index.html`.
    """

    json: Path | None = None
    junit: Path | None = None
    csv: Path | None = None
    feedback: Path | None = None

    @property
    def journal(self) -> Path | None:
        """Where the journal lies; nothing lies beside a stream such as /dev/stdout."""
        if self.json is None or is_stream(self.json):
            return None
        return self.json.with_name(f"{self.json.name}.journal")

    def check(self) -> None:
        """Create the folders and try to write in each: better now than after an hour of grading.

        Raises:
            OSError: if one cannot be written; `filename` says which.
        """
        if self.feedback is not None and self.feedback.exists() and not self.feedback.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, "is a file, expected a folder", str(self.feedback))
        given = [path for path in (self.json, self.junit, self.csv) if path is not None]
        files = [path for path in given if not is_stream(path)]
        for folder in {path.parent for path in files} | ({self.feedback} - {None}):
            probe = folder / f".autograder-{os.getpid()}"
            write_atomically(probe, b"")
            probe.unlink()
        for path in files:
            refuse_others(path)


def run(
    submissions: Sequence[Submission],
    course: Course,
    engine: Engine,
    destinations: Destinations,
    *,
    limits: Limits,
    jobs: int,
    resume: bool = False,
    progress: Callable[[SubmissionRecord], None] = lambda record: None,
) -> list[SubmissionRecord]:
    """Grade a class and write the reports.

    Args:
        submissions: what `discover` found.
        course: where the assignments are.
        engine: what runs the cells.
        destinations: where results go.
        limits: what each submission may use up.
        jobs: how many at a time.
        resume: take over what the journal says is finished and has not changed.
        progress: called with each record, taken over or new.

    Returns:
        The records in the order of the submissions.

    Raises:
        OSError: if a result cannot be written.
    """
    pages = feedback_paths(submissions)
    keys: list[str | None] = []
    records: dict[int, SubmissionRecord] = {}
    with Journal(destinations.journal, resume) if destinations.journal else nullcontext() as journal:
        if journal is not None:
            keys = [fingerprint(submission, course, limits) for submission in submissions]
            for number, key in enumerate(keys):
                has_page = destinations.feedback is None or (destinations.feedback / pages[number]).is_file()
                if has_page and (record := journal.find(key)) is not None:
                    records[number] = record
                    progress(record)
        numbers = [number for number in range(len(submissions)) if number not in records]
        todo = [submissions[number] for number in numbers]
        with closing(grade_all(todo, course, engine, limits=limits, jobs=jobs, progress=progress)) as results:
            for place, graded in results:
                number = numbers[place]
                records[number] = graded.record
                if destinations.feedback is not None:
                    _write_page(graded, destinations.feedback / pages[number])
                if journal is not None:
                    journal.add(keys[number], graded.record)  # last: what is noted has its page
    ordered = [records[number] for number in range(len(submissions))]
    write_reports(ordered, pages, destinations)
    return ordered


def write_reports(
    records: Sequence[SubmissionRecord], pages: Sequence[Path], destinations: Destinations
) -> None:
    """Write the reports about the whole class.

    Args:
        records: all of them.
        pages: the feedback page of each, relative to the folder of pages.
        destinations: where results go.

    Raises:
        OSError: if a file cannot be written.
    """
    if destinations.json is not None:
        write_atomically(destinations.json, json_report.dumps(records))
    if destinations.junit is not None:
        from autograder.reports import junit

        write_atomically(destinations.junit, junit.dumps(records))
    if destinations.csv is not None or destinations.feedback is not None:
        from autograder.reports import summary

        if destinations.csv is not None:
            write_atomically(destinations.csv, summary.to_csv(records))
        if destinations.feedback is not None:
            links = {number: page.as_posix() for number, page in enumerate(pages)}
            write_atomically(destinations.feedback / "index.html", summary.page(records, links))


def feedback_paths(submissions: Sequence[Submission]) -> list[Path]:
    """Return `<student>/<assignment>.html` for each submission: safe as file names, and no two the same."""
    taken: set[str] = set()
    paths = []
    for submission in submissions:
        folder = _file_name(submission.student)
        stem = _file_name(submission.assignment or submission.path.stem)
        path, number = Path(folder, f"{stem}.html"), 1
        while str(path).casefold() in taken:  # also on file systems that do not tell A from a
            number += 1
            path = Path(folder, f"{stem}-{number}.html")
        taken.add(str(path).casefold())
        paths.append(path)
    return paths


def _file_name(text: str) -> str:
    return re.sub(r"[^\w.@+-]+", "_", text).strip(".")[:100] or "_"


def _write_page(graded: Graded, path: Path) -> None:
    from autograder.reports import feedback  # takes a second to import; not everyone wants pages

    write_atomically(path, feedback.page(graded.record, graded.notebook))
