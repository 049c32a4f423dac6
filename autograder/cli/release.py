"""``autograder release``: student versions out of instructor notebooks, with proofs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from functools import partial
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape

from autograder.course.assignment import Course
from autograder.errors import AutograderError
from autograder.release.run import Step
from autograder.release.run import release as release_one

EXAMPLES = """
\b
Examples:
  autograder release                          all assignments of this course
  autograder release softmax_regression       one of them
  autograder release --no-run neural_net      quickly, without running any notebook
  autograder release --check                  change nothing; status 1 if release/ is out of date
"""


@click.command(epilog=EXAMPLES)
@click.argument("assignments", nargs=-1, metavar="[ASSIGNMENT]...")
@click.option(
    "--course",
    "folder",
    type=click.Path(path_type=Path),
    help="The folder with source/.  [default: the nearest at or above this one]",
)
@click.option("--check", is_flag=True, help="Write nothing; fail if release/ is not what source/ gives.")
@click.option("--run/--no-run", default=True, help="Prove by running that untouched is 0, solved 100 %.")
def release(assignments: tuple[str, ...], folder: Path | None, check: bool, run: bool) -> None:
    """Generate release/ASSIGNMENT from source/ASSIGNMENT with nbgrader, and prove that it is right.

    Nothing is written before all proofs hold. Exit status: 0 all is well; 1 a proof failed, or release/ differs;
    2 unusable arguments or no course.
    """
    # Rich's own width guess is 80 columns in CI logs, which would break paths in the middle.
    console = Console(soft_wrap=True, highlight=False)
    try:
        course = Course.find() if folder is None else _course_at(folder)
        names = assignments or course.assignments
        if not names:
            raise click.UsageError(f"{course.root / 'source'} holds no assignment")
        unknown = [name for name in names if name not in course.assignments]
        if unknown:
            known = ", ".join(course.assignments)
            raise click.UsageError(f"there is no assignment {unknown[0]!r}; there are {known}")
    except AutograderError as error:
        raise click.UsageError(str(error)) from error
    good = True
    with default_grader(course) if run else nullcontext() as grader:
        for name in names:
            console.print(f"[bold]{escape(name)}[/bold]")
            try:
                good &= release_one(
                    course,
                    name,
                    check=check,
                    grader=grader,
                    report=lambda step: show(step, console),
                    busy=lambda title: console.status(f"{title} ..."),
                )
            except AutograderError as error:
                good = False
                console.print(f"  [red]✘[/red] {escape(str(error))}")
    sys.exit(0 if good else 1)


def show(step: Step, console: Console) -> None:
    """Print one line for a step, and what is wrong below it."""
    seconds = f" [dim]({step.seconds:.1f} s)[/dim]" if step.seconds >= 0.5 else ""
    if not step.failure:
        console.print(f"  [green]✔[/green] {escape(step.title)}{seconds}")
        return
    console.print(f"  [red]✘[/red] {escape(step.title)}{seconds}")
    for line in step.failure.split("\n"):
        console.print(f"      {escape(line)}")


@contextmanager
def default_grader(course: Course) -> Iterator[Callable]:
    """The grader of `autograder grade`, unconfined: what it runs is the instructor's own. Imported late, it takes a second."""
    from autograder.engine.choose import open_engine
    from autograder.grading.grade import grade_notebook

    with open_engine(course, "none") as engine:
        yield partial(grade_notebook, engine=engine)


def _course_at(folder: Path) -> Course:
    """A course that was named: exactly this folder."""
    if not (folder / "source").is_dir():
        raise click.UsageError(f"{folder}: no course here, there is no folder source/ in it")
    return Course(folder.resolve())
