"""`autograder demo`: the main job on a bundled class, from instructor notebooks to feedback pages."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from autograder.cli.grade import Refused, find_course, run_with_progress
from autograder.course import notebook as notebooks
from autograder.course import sample_class
from autograder.course.assignment import Course
from autograder.engine.choose import isolation_for, open_engine
from autograder.errors import AutograderError
from autograder.files import write_atomically
from autograder.grading.engine import Limits
from autograder.grading.submissions import discover
from autograder.reports import table
from autograder.runs.run import Destinations

CLASS = Path("samples/class.toml")

#: Marks a folder as ours to clear; nothing else is ever deleted.
MARK = ".autograder-demo"

#: Folders of the demo that are made anew each time.
MADE = ("release", "submitted", "feedback")


@click.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("build/demo"),
    show_default=True,
    metavar="DIR",
    help="Where everything goes.",
)
@click.option(
    "--jobs", type=click.IntRange(min=1), metavar="N", help="Submissions at a time. Default: cores."
)
@click.option(
    "--course",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder with source/. Default: the nearest one at or above the current folder.",
)
def demo(out: Path, jobs: int | None, folder: Path | None) -> None:
    """Generate the student versions, grade a bundled class, and write scores and feedback.

    The class is samples/class.toml: complete and partly right work, classic mistakes, an untouched notebook and a
    damaged file. Needs no network. Exit status: 0 when everything was graded that can be graded; 2 if the demo could not
    run; 3 if the grader itself failed on a submission.
    """
    console = Console()
    try:
        course = find_course(folder)
        _clear(out)
        students = sample_class.read(course.root / CLASS, course)
        with console.status("generating the student versions"):
            _generate(course, {name for student in students for name in student.work}, out / "release")
        released = {path.stem: notebooks.read(path) for path in sorted((out / "release").glob("*/*.ipynb"))}
        sample_class.build(students, course, released, out / "submitted")
        submissions = discover([out / "submitted"], course)
        # The class is bundled with the course, so it may be graded where student code cannot be confined.
        engine = open_engine(course, isolation_for(None, (), course))
    except AutograderError as problem:
        raise Refused(str(problem)) from problem
    except OSError as problem:
        raise Refused(f"{problem.filename}: cannot be written ({problem.strerror})") from problem
    _introduce(students, len(submissions), console)
    destinations = Destinations(
        json=out / "scores.json", junit=out / "scores.xml", csv=out / "scores.csv", feedback=out / "feedback"
    )
    records = run_with_progress(submissions, course, engine, destinations, Limits(), jobs)
    console.print(table.render(records))
    _where_to_look(out)
    sys.exit(3 if any(record.status == "error" for record in records) else 0)


def _introduce(students: Sequence[sample_class.Student], submissions: int, console: Console) -> None:
    """Say who is in the class, and why."""
    console.print(f"{len(students)} students, {submissions} submissions:", highlight=False)
    table_of_students = Table.grid(padding=(0, 2, 0, 2))
    for student in students:
        table_of_students.add_row(Text(student.name), Text(student.why))
    console.print(table_of_students)


def _generate(course: Course, names: set[str], folder: Path) -> None:
    from autograder.release.generate import generated  # nbgrader takes a second to import

    for name in sorted(names):
        with generated(course.assignment(name)) as made:
            shutil.copytree(made, folder / name)


def _clear(out: Path) -> None:
    """Make the folder, or remove what an earlier demo left in it.

    Raises:
        Refused: if the folder holds something else.
    """
    if out.is_dir() and any(out.iterdir()) and not (out / MARK).is_file():
        raise Refused(f"{out}: this folder is not empty and not from an earlier demo; choose another --out")
    write_atomically(out / MARK, "This folder is made by `autograder demo`, which clears it each time.\n")
    for name in MADE:
        shutil.rmtree(out / name, ignore_errors=True)


def _where_to_look(out: Path) -> None:
    # Paths stand on lines of their own and are never wrapped, so that terminals make links of them.
    lines = [
        ("the class, with links to every feedback page", out / "feedback" / "index.html"),
        ("scores for programs", out / "scores.json"),
        ("scores for a spreadsheet", out / "scores.csv"),
        ("scores for CI", out / "scores.xml"),
        ("what the students were given", out / "release"),
        ("what they handed in", out / "submitted"),
    ]
    width = max(len(str(path)) for _, path in lines)
    click.echo("\nWhere to look:")
    for what, path in lines:
        click.echo(f"  {path!s:{width}}  {what}")
