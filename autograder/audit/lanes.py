"""Runs changed notebooks through the engine, assignment by assignment; what they have in common runs once.

Each assignment has a lane: a fork server that walks through the solved notebook and stops at each cell that some notebook
changes. There all notebooks that differ from this cell on are graded, in an examiner and a confined student process each,
and then the lane goes on. Lanes share the cores.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from pathlib import Path

from autograder.audit.staging import Collateral, Stage, Stages
from autograder.course.assignment import Assignment, Course
from autograder.engine.choose import isolation_for
from autograder.engine.staged_engine import StagedEngine
from autograder.grading.engine import Execution, Limits

PRELOAD = "import autograder.audit.worker\ndel autograder"
"""What the fork server imports for the processes that judge mutants; the notebook's names stay as they are."""

Work = Callable[[StagedEngine], "Sequence[Work] | None"]


@dataclass(frozen=True)
class Task:
    """Something to do at one place of a notebook.

    Attributes:
        start: the place: everything before it has run as the instructor wrote it.
        work: is called with the engine that stands there; may return further work for the same place.
    """

    start: int
    work: Work = field(repr=False)


@dataclass(frozen=True)
class Manner:
    """How notebooks are run.

    Attributes:
        jobs: how many at a time.
        collateral: which check cells judge a change.
        confined: whether student processes are confined.
        limits: of one notebook; generous, for an audit asks what the checks say, and not how busy the machine is.
    """

    jobs: int
    collateral: Collateral = "dependent"
    confined: bool = True
    limits: Limits = field(default_factory=lambda: Limits(cell_seconds=120.0, submission_seconds=600.0))


def manner(course: Course, jobs: int, collateral: Collateral = "dependent") -> Manner:
    """The usual manner: confined where this machine can do that. All code is the course's own."""
    return Manner(jobs, collateral, confined=isolation_for(None, (), course) == "full")


def walk(course: Course, tasks: Iterable[tuple[Assignment, Stages, Sequence[Task]]], manner: Manner) -> None:
    """Do tasks, each at its place.

    Args:
        course: student processes may not read its folder.
        tasks: for each assignment its stages, and what is to be done in them; a lane starts when its own are there.
        manner: how.

    Raises:
        EngineError: cells cannot be run, or a solved cell failed.
    """
    with (
        ThreadPoolExecutor(manner.jobs, "cell") as cores,
        ThreadPoolExecutor(max(len(course.assignments), 1), "lane") as lanes,
    ):
        engines = []
        try:
            waiting = []
            for assignment, stages, here in tasks:
                engine = StagedEngine(confined=manner.confined, hidden=(course.root, Path.home()))
                engines.append(engine)
                waiting.append(lanes.submit(_lane, engine, assignment, stages, here, cores))
            for lane in wait(waiting, return_when=FIRST_EXCEPTION).done:
                lane.result()
        finally:
            for engine in engines:
                engine.__exit__(None, None, None)
            cores.shutdown(cancel_futures=True)


def _lane(
    engine: StagedEngine,
    assignment: Assignment,
    stages: Stages,
    tasks: Sequence[Task],
    cores: ThreadPoolExecutor,
) -> None:
    done = 0
    files = assignment.path.parent
    cores.submit(engine.advance, PRELOAD).result()
    for start in sorted({task.start for task in tasks}):
        for source in stages.before(done, start):
            cores.submit(engine.advance, source, files).result()
        done = start
        here = [cores.submit(task.work, engine) for task in tasks if task.start == start]
        while here:
            more = here.pop(0).result()
            here += [cores.submit(work, engine) for work in more or ()]
    engine.__exit__(None, None, None)  # its memory is for the other lanes


def run_stage(
    engine: StagedEngine,
    stage: Stage,
    assignment: Assignment,
    manner: Manner,
    seed: int | None,
    *,
    reasons: bool = True,
) -> Execution:
    """Run what remains of one notebook, in the engine that stands where it begins."""
    files = assignment.path.parent
    return engine.run(stage.rest, manner.limits, files=files, seed=seed, pictures=False, reasons=reasons)
