"""Measure all contenders in one run: see `python -m benchmarks --help`."""

from __future__ import annotations

import json
import platform
import statistics
import sys
import tempfile
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from autograder.course.assignment import Course
from autograder.errors import AutograderError
from benchmarks.contenders import CONTENDERS, Contender, Task
from benchmarks.measure import BenchmarkError, Measurement

EPILOG = """
\b
Examples:
  python -m benchmarks                                 everything, on 24 copies of neural_net
  python -m benchmarks --copies 6 --rounds 3           three short rounds: the median of each ratio
  python -m benchmarks --only floor --only grade1      two of them

Machines are noisy: compare within one run, and quote ratios.
"""


@click.command(epilog=EPILOG)
@click.option("--assignment", default="neural_net", show_default=True, metavar="NAME")
@click.option("--copies", default=24, show_default=True, type=click.IntRange(min=1), help="Submissions.")
@click.option("--rounds", default=1, show_default=True, type=click.IntRange(min=1), help="Repeat everything.")
@click.option("--only", multiple=True, type=click.Choice([contender.name for contender in CONTENDERS]))
@click.option("--json", "json_file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
def main(assignment: str, copies: int, rounds: int, only: tuple[str, ...], json_file: Path | None) -> None:
    """Grade copies of a solved submission in every way, and print time, ratios and memory side by side."""
    console = Console()
    try:
        course = Course(Path(__file__).resolve().parent.parent)
        task = Task(course, course.assignment(assignment), copies)
    except AutograderError as problem:
        raise click.ClickException(str(problem)) from problem
    chosen = [contender for contender in CONTENDERS if not only or contender.name in only]
    measured: dict[str, list[Measurement]] = {contender.name: [] for contender in chosen}
    for number in range(rounds):
        for contender in chosen:
            with console.status(f"round {number + 1} of {rounds}: {contender.title}, {copies} submissions"):
                try:
                    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
                        measured[contender.name].append(contender.run(task, Path(folder).resolve()))
                except BenchmarkError as problem:
                    console.print(f"{contender.title}: {problem}", style="red", markup=False)
                    sys.exit(1)
    console.print(_table(chosen, measured, copies))
    console.print(
        f"{copies} copies of {assignment}, {rounds} round{'s' * (rounds > 1)}; Python {platform.python_version()}, "
        f"{platform.system()} {platform.machine()}. Ratios are taken within a round; the median is shown.",
        highlight=False,
    )
    if json_file:
        json_file.write_text(json.dumps(_document(chosen, measured, assignment, copies), indent=1) + "\n")


def _table(chosen: list[Contender], measured: dict[str, list[Measurement]], copies: int) -> Table:
    table = Table(box=None, pad_edge=False)
    for title, justify in (("", "left"), *((t, "right") for t in _COLUMNS)):
        table.add_column(title, justify=justify)
    for contender in chosen:
        table.add_row(contender.title, *_row(contender, measured, copies))
    return table


_COLUMNS = (
    "s a submission",
    "CPU s",
    "times the floor",
    "throughput, times stock",
    "peak MB",
    "MB a further job",
)


def _row(contender: Contender, measured: dict[str, list[Measurement]], copies: int) -> list[str]:
    runs = measured[contender.name]
    seconds = statistics.median(run.seconds for run in runs) / copies
    cpu = statistics.median(run.cpu_seconds for run in runs) / copies
    peak = max(run.peak_bytes for run in runs) / 1e6
    further = "-"
    if contender.jobs > 1 and "grade1" in measured:
        alone = max(run.peak_bytes for run in measured["grade1"]) / 1e6
        further = f"{(peak - alone) / (contender.jobs - 1):.0f}"
    return [
        f"{seconds:.2f}",
        f"{cpu:.2f}",
        _ratio(runs, measured.get("floor"), contender.jobs),
        _ratio(measured.get("stock"), runs, 1),
        f"{peak:.0f}",
        further,
    ]


def _ratio(above: list[Measurement] | None, below: list[Measurement] | None, jobs: int) -> str:
    if not above or not below:
        return "-"
    ratios = [a.seconds * jobs / b.seconds for a, b in zip(above, below, strict=True)]
    return f"{statistics.median(ratios):.2f}"


def _document(
    chosen: list[Contender], measured: dict[str, list[Measurement]], assignment: str, copies: int
) -> dict:
    return {
        "assignment": assignment,
        "copies": copies,
        "contenders": {
            contender.name: [
                {"seconds": run.seconds, "cpu_seconds": run.cpu_seconds, "peak_bytes": run.peak_bytes}
                for run in measured[contender.name]
            ]
            for contender in chosen
        },
    }


if __name__ == "__main__":
    main()
