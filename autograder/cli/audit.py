"""`autograder audit`: how good the checks are, in numbers."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from autograder.audit import corpus, json_report, readme, table
from autograder.audit.bars import bars
from autograder.audit.lanes import manner
from autograder.audit.records import Audit
from autograder.audit.run import Plan, Wanted
from autograder.audit.staging import Collateral
from autograder.cli.grade import EXIT_INTERRUPTED, Refused, find_course, terminated_like_interrupted
from autograder.errors import AutograderError, EngineError
from autograder.files import write_atomically

EXIT_FALLEN = 1

EPILOG = """
\b
Examples:
  autograder audit                                    everything
  autograder audit --assignment layers --no-mutants   the written variants of one assignment
  autograder audit --question dropout --json dropout.json
  autograder audit --no-mutants --seeds 20            are the verdicts the same with other random inputs?
  autograder audit --readme README.md                 put the figures into the README

\b
Exit status: 0 all bars hold; 1 one of them falls; 2 unusable arguments or no course;
3 cells could not be run. docs/audit.md says what the numbers mean.
"""


@click.command(epilog=EPILOG)
@click.option(
    "--assignment", "assignments", multiple=True, metavar="NAME", help="Only this one; may be repeated."
)
@click.option("--question", "questions", multiple=True, metavar="ID", help="Only this one; may be repeated.")
@click.option("--mutants/--no-mutants", default=True, help="Whether to make mutants of the solutions.")
@click.option(
    "--seeds",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    metavar="N",
    help="Judge each variant with N different random inputs.",
)
@click.option(
    "--collateral",
    type=click.Choice(["dependent", "full", "own"]),
    default="dependent",
    show_default=True,
    help="Which check cells judge a variant: those that can notice it, all behind it, or those of its own question.",
)
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Notebooks at a time. Default: cores.")
@click.option(
    "--json", "json_file", type=click.Path(path_type=Path), metavar="FILE", help="Write all as JSON."
)
@click.option(
    "--readme",
    "readme_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=f"Put the figures into a Markdown file, between `{readme.BEGIN}` and `{readme.END}`.",
)
@click.option(
    "--course",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder with source/ and tests/variants/. Default: the nearest one at or above the current folder.",
)
def audit(
    assignments: tuple[str, ...],
    questions: tuple[str, ...],
    mutants: bool,
    seeds: int,
    collateral: Collateral,
    jobs: int | None,
    json_file: Path | None,
    readme_file: Path | None,
    folder: Path | None,
) -> None:
    """Measure how good the checks are.

    Grades right and wrong variants of every question (tests/variants) and small changes of every solution, and counts: right
    answers rejected, wrong ones accepted, points lost elsewhere, causes named rightly and wrongly, changes that no check notices.
    """
    try:
        course = find_course(folder)
        scope = corpus.scope(course, assignments, questions)
        wanted = Wanted(scope, manner(course, jobs or os.cpu_count() or 1, collateral), mutants, seeds)
        plan = Plan(course, wanted)
    except AutograderError as problem:
        raise Refused(str(problem)) from problem
    found = _carry_out(plan)
    Console().print(table.render(found))
    try:
        if json_file is not None:
            write_atomically(json_file, json_report.dumps(found))
        if readme_file is not None:
            readme.write(found, readme_file)
    except (AutograderError, OSError) as problem:
        raise Refused(str(problem)) from problem
    sys.exit(0 if all(bar.holds for bar in bars(found)) else EXIT_FALLEN)


def _carry_out(plan: Plan) -> Audit:
    """Do it with two progress bars on stderr; Ctrl-C ends all processes and exits with status 130."""
    stderr = Console(stderr=True)
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=stderr,
        transient=True,
        disable=not stderr.is_terminal,
    )
    rows = {"variant": bar.add_task("variants", total=plan.variants)}
    if plan.mutants:
        rows["mutant"] = bar.add_task("mutants", total=plan.mutants)
    try:
        with terminated_like_interrupted(), bar:
            return plan.carry_out(lambda what: bar.advance(rows[what]))
    except EngineError as problem:
        stderr.print(f"the audit cannot go on: {problem}", highlight=False, markup=False)
        sys.exit(3)
    except KeyboardInterrupt:
        stderr.print("stopped", highlight=False)
        sys.exit(EXIT_INTERRUPTED)
