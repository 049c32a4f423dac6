"""`autograder grade`: submissions in, a table and result files out."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from autograder.cli.limits import NAMES, Bounded, NamedLimit
from autograder.course.assignment import Course
from autograder.engine.choose import Isolation, isolation_for, open_engine
from autograder.errors import AutograderError, CourseError, RunError
from autograder.grading.engine import Engine
from autograder.grading.records import SubmissionRecord, SubmissionStatus
from autograder.grading.submissions import Submission, discover
from autograder.limits import Limits
from autograder.reports import table
from autograder.reports.text import first_line
from autograder.runs.journal import kept
from autograder.runs.run import Destinations, run

EXIT_UNDER = 1
EXIT_UNUSABLE = 2
EXIT_NOT_GRADED = 3
EXIT_INTERRUPTED = 130  # what a shell reports for Ctrl-C

EPILOG = """
\b
Examples:
  autograder grade softmax_regression.ipynb
  autograder grade submitted/ --json scores.json --feedback feedback/
  autograder grade submitted/ --assignment neural_net --jobs 4
  autograder grade submitted/ --json scores.json --resume
  autograder grade notebook.ipynb --junit report.xml --fail-under 60
  autograder grade submitted/ --timeout 60 --limit memory=4GiB --limit threads=16
  autograder grade my_own.ipynb --isolation none

\b
Exit status: 0 graded; 1 a score is under --fail-under; 2 unusable arguments or no course;
3 some submission could not be graded (3 wins over 1).
"""


class Refused(click.ClickException):
    """Arguments that cannot be used; one sentence, exit status 2."""

    exit_code = EXIT_UNUSABLE


@click.command(epilog=EPILOG)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--course",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder with source/. Default: the nearest one at or above the current folder.",
)
@click.option(
    "--assignment", metavar="NAME", help="Grade this assignment only; needed where no name tells which it is."
)
@click.option(
    "--jobs", type=click.IntRange(min=1), metavar="N", help="Submissions at a time. Default: cores."
)
@click.option(
    "--json", "json_file", type=click.Path(path_type=Path), metavar="FILE", help="Write all as JSON."
)
@click.option("--junit", type=click.Path(path_type=Path), metavar="FILE", help="Write JUnit XML, for CI.")
@click.option(
    "--feedback", type=click.Path(path_type=Path), metavar="DIR", help="Write one HTML page a submission."
)
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    metavar="PERCENT",
    help="Exit with status 1 if a score is lower.",
)
@click.option(
    "--timeout",
    type=Bounded("cell_seconds"),
    default=Limits().cell_seconds,
    show_default=True,
    help="Longest time of one cell.",
)
@click.option(
    "--submission-timeout",
    type=Bounded("submission_seconds"),
    default=Limits().submission_seconds,
    show_default=True,
    help="Longest time of all cells of a submission.",
)
@click.option(
    "--limit",
    "named_limits",
    type=NamedLimit(),
    multiple=True,
    help=f"Another limit, such as memory=4GiB or cpu=5min; can be repeated. Limits are {NAMES}.",
)
@click.option(
    "--isolation",
    type=click.Choice(["full", "none"]),
    help="full (default): student code is confined by the kernel; refused where this machine cannot do that. "
    "none: it runs in processes of its own, which can read and write what you can.",
)
@click.option(
    "--readable",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
    multiple=True,
    help="A folder that student code may read beside the installed packages; can be repeated.",
)
@click.option(
    "--resume",
    is_flag=True,
    help="Keep the results of an earlier run with the same --json for submissions that have not changed "
    "(noted in FILE.journal).",
)
def grade(
    paths: tuple[Path, ...],
    folder: Path | None,
    assignment: str | None,
    jobs: int | None,
    json_file: Path | None,
    junit: Path | None,
    feedback: Path | None,
    fail_under: float | None,
    timeout: float,
    submission_timeout: float,
    named_limits: Sequence[tuple[str, float]],
    isolation: Isolation | None,
    readable: tuple[Path, ...],
    resume: bool,
) -> None:
    """Grade notebooks.

    PATH is a notebook, or a folder submitted/<student>/<assignment>/*.ipynb, or a folder on any of these levels.
    The check cells, locked cells and points of the course count, whatever a submission contains.
    """
    destinations = Destinations(json=json_file, junit=junit, feedback=feedback)
    if resume and destinations.journal is None:
        raise Refused("--resume needs --json FILE: the results of the earlier run are found by its name")
    limits = Limits(
        **{"cell_seconds": timeout, "submission_seconds": submission_timeout} | dict(named_limits)
    )
    try:
        course = find_course(folder)
        submissions = discover(paths, course, assignment)
        destinations.check()
        isolation = isolation_for(isolation, [found.path for found in submissions], course)
        engine = open_engine(course, isolation, limits=limits, readable=readable)
    except AutograderError as problem:
        raise Refused(str(problem)) from problem
    except OSError as problem:
        raise Refused(f"{problem.filename}: cannot be written ({problem.strerror})") from problem
    records = run_with_progress(submissions, course, engine, destinations, limits, jobs, resume)
    Console().print(table.render(records))
    sys.exit(exit_status(records, fail_under))


def find_course(folder: Path | None) -> Course:
    """Return the course in a folder, or the nearest one at or above the current folder.

    Raises:
        CourseError: if there is none.
    """
    if folder is None:
        return Course.find()
    if not (folder / "source").is_dir():
        raise CourseError(f"{folder}: no course here, there is no folder source/ in it")
    return Course(folder.resolve())


def run_with_progress(
    submissions: Sequence[Submission],
    course: Course,
    engine: Engine,
    destinations: Destinations,
    limits: Limits,
    jobs: int | None,
    resume: bool = False,
) -> list[SubmissionRecord]:
    """Grade a class with a progress bar on stderr; Ctrl-C ends all processes and exits with status 130.

    Args:
        submissions: what to grade.
        course: where the assignments are.
        engine: what runs the cells; closed at the end.
        destinations: where results go.
        limits: what each submission may use up.
        jobs: how many at a time; None is one for each core.
        resume: whether to go on with an earlier run.
    """
    stderr = Console(stderr=True)
    bar = Progress(
        TextColumn("grading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(compact=True, elapsed_when_finished=True),
        TextColumn("{task.fields[last]}"),
        console=stderr,
        transient=True,
        disable=not stderr.is_terminal,
    )
    task = bar.add_task("grading", total=len(submissions), last="")
    done = 0

    def progress(record: SubmissionRecord) -> None:
        nonlocal done
        done += 1
        # A name in square brackets is a name, no markup.
        bar.update(task, advance=1, last=first_line(record.student).replace("[", "(")[:20])

    try:
        with terminated_like_interrupted(), engine as running, bar:
            return run(
                submissions,
                course,
                running,
                destinations,
                limits=limits,
                jobs=min(jobs or _cores(), len(submissions)),
                resume=resume,
                progress=progress,
            )
    except KeyboardInterrupt:
        noted = (
            f"; go on with --resume, {kept(destinations.journal)} are kept" if destinations.journal else ""
        )
        stderr.print(f"stopped after {done} of {len(submissions)} submissions{noted}", highlight=False)
        sys.exit(EXIT_INTERRUPTED)
    except RunError as problem:
        raise Refused(str(problem)) from problem
    except OSError as problem:
        number = kept(destinations.journal) if destinations.journal else 0
        noted = f"; {number} finished results are kept, go on with --resume" if number else ""
        raise Refused(
            f"{problem.filename or 'a result'}: cannot be written ({problem.strerror or problem}){noted}"
        ) from problem


def exit_status(records: Sequence[SubmissionRecord], fail_under: float | None) -> int:
    """Return the exit status of a run; tools rely on it.

    Args:
        records: all submissions.
        fail_under: percent that each must reach, or None.
    """
    if any(record.status is not SubmissionStatus.GRADED for record in records):
        return EXIT_NOT_GRADED
    if fail_under is not None and any(
        record.max_score and record.percent < fail_under - 1e-9 for record in records
    ):
        return EXIT_UNDER
    return 0


@contextmanager
def terminated_like_interrupted() -> Iterator[None]:
    """Let SIGTERM do what Ctrl-C does, so that no process is left behind either way."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def interrupt(number: int, frame: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _cores() -> int:
    """The cores that this process may use, which in a container are fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
