"""Who is measured: each prepares a folder with copies of one solved submission, grades them, and shows the scores."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import nbformat

from autograder.course import variants
from autograder.course.assignment import Assignment, Course
from benchmarks import otter
from benchmarks.measure import BenchmarkError, Measurement, measure

PROGRAMS = Path(sys.executable).parent

#: The same for all: one thread for linear algebra, which is the fastest for arrays of this size.
THREADS = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")


@dataclass(frozen=True)
class Task:
    """What all contenders are given.

    Attributes:
        course: the course.
        assignment: the assignment that is graded.
        copies: number of submissions.
    """

    course: Course
    assignment: Assignment
    copies: int


@dataclass(frozen=True)
class Contender:
    """A way to grade.

    Attributes:
        name: for the command line.
        title: for people.
        jobs: submissions in flight.
        run: grades the copies in an empty folder, and refuses a result that is not full marks everywhere.
    """

    name: str
    title: str
    jobs: int
    run: Callable[[Task, Path], Measurement]


def _floor(task: Task, folder: Path) -> Measurement:
    command = [sys.executable, "-m", "benchmarks.floor", str(task.assignment.path), str(task.copies)]
    environment = THREADS | {"PYTHONPATH": str(task.course.root)}
    measured = measure([command], cwd=folder, environment=environment)
    seconds = sum(json.loads(measured.output.splitlines()[-1]))  # without the imports before the first copy
    return Measurement(seconds, measured.cpu_seconds, measured.peak_bytes, measured.output)


def _grade(jobs: int) -> Callable[[Task, Path], Measurement]:
    def run(task: Task, folder: Path) -> Measurement:
        _submissions(task, folder / "submitted")
        command = [
            sys.executable,
            "-m",
            "autograder",
            "grade",
            "submitted",
            "--course",
            str(task.course.root),
        ]
        command += ["--jobs", str(jobs), "--json", "scores.json"]
        measured = measure([command], cwd=folder, environment=THREADS)
        document = json.loads((folder / "scores.json").read_text())
        _require_full_marks(task, [found["score"] for found in document["submissions"]])
        return measured

    return run


def _nbgrader(*, ours: bool) -> Callable[[Task, Path], Measurement]:
    def run(task: Task, folder: Path) -> Measurement:
        name = task.assignment.name
        shutil.copytree(task.assignment.path.parent, folder / "source" / name)
        shutil.copy(task.course.root / "nbgrader_config.py", folder)
        environment = THREADS | {
            "JUPYTER_CONFIG_DIR": str(folder / "no-config"),
            "JUPYTER_PREFER_ENV_PATH": "1",
            "PYTHONPATH": str(task.course.root),
        }
        nbgrader = str(PROGRAMS / "nbgrader")
        measure([[nbgrader, "generate_assignment", name]], cwd=folder, environment=environment)
        _submissions(task, folder / "submitted")
        if not ours:
            (folder / "nbgrader_config.py").unlink()
        measured = measure([[nbgrader, "autograde", name]], cwd=folder, environment=environment)
        _require_full_marks(task, _gradebook(folder, name))
        return measured

    return run


def _gradebook(folder: Path, assignment: str) -> list[float]:
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}") as book:
        return [
            sum(grade.auto_score or 0.0 for notebook in found.notebooks for grade in notebook.grades)
            for found in book.find_assignment(assignment).submissions
        ]


def _otter(task: Task, folder: Path) -> Measurement:
    archive, submission = otter.write(task.assignment, folder)
    commands = [
        [str(PROGRAMS / "otter"), "run", "-a", str(archive), "-o", f"result-{copy}", str(submission)]
        for copy in range(task.copies)
    ]
    for copy in range(task.copies):
        (folder / f"result-{copy}").mkdir()
    measured = measure(commands, cwd=folder, environment=THREADS)
    _require_full_marks(
        task, [otter.score(folder / f"result-{copy}" / "results.json") for copy in range(task.copies)]
    )
    return measured


def _submissions(task: Task, folder: Path) -> None:
    name = task.assignment.name
    for copy in range(task.copies):
        path = folder / f"student-{copy:03d}" / name / f"{name}.ipynb"
        path.parent.mkdir(parents=True)
        nbformat.write(variants.solved(task.assignment), path)


def _require_full_marks(task: Task, scores: list[float]) -> None:
    """A contender that grades nothing is fast, too."""
    full = task.assignment.max_points
    if len(scores) != task.copies or any(abs(score - full) > 1e-9 for score in scores):
        raise BenchmarkError(f"expected {task.copies} times {full:g} points, got {scores}")


CONTENDERS = (
    Contender("floor", "the floor: cells in a fork, nothing else", 1, _floor),
    Contender("grade1", "autograder grade --jobs 1", 1, _grade(1)),
    Contender("grade2", "autograder grade --jobs 2", 2, _grade(2)),
    Contender("nbgrader", "nbgrader autograde with our configuration", 1, _nbgrader(ours=True)),
    Contender("otter", "otter run", 1, _otter),
    Contender("stock", "stock nbgrader autograde", 1, _nbgrader(ours=False)),
)
