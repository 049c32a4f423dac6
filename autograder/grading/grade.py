"""Grading: a submission in, a record out. Whatever a submission contains, the others are graded."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from autograder.course.assignment import Aspect, Assignment, Course
from autograder.course.salvage import salvage
from autograder.errors import (
    AutograderError,
    CourseError,
    EngineError,
    EngineRefusedError,
    NotebookError,
    SubmissionError,
)
from autograder.grading.beside import copies_beside
from autograder.grading.engine import CellResult, Engine, Execution, Limits
from autograder.grading.kernel_engine import KernelEngine
from autograder.grading.missing import explained
from autograder.grading.recognise import Recogniser
from autograder.grading.records import (
    AspectRecord,
    AspectStatus,
    QuestionRecord,
    SubmissionRecord,
    SubmissionStatus,
)
from autograder.grading.repair import repair
from autograder.grading.submissions import Submission, identify

_NOT_RUN = CellResult(AspectStatus.NOT_RUN, "the check was not run")


@dataclass(frozen=True)
class Graded:
    """A record, and what the feedback page needs beside it.

    Attributes:
        record: the result.
        notebook: the executed notebook, hidden tests and all; None where nothing was run.
    """

    record: SubmissionRecord
    notebook: NotebookNode | None = None


def grade_notebook(
    path: Path | str,
    course: Course,
    *,
    assignment: str | None = None,
    student: str | None = None,
    engine: Engine | None = None,
    limits: Limits | None = None,
) -> SubmissionRecord:
    """Grade one notebook.

    Args:
        path: the submission.
        course: where the assignments are.
        assignment: of which assignment it is; default: what its place, its name or its cells say.
        student: whose it is; default: what its place or its name says.
        engine: what runs the cells; default: a `KernelEngine` for this call.
        limits: what it may use up; default: `Limits()`.

    Returns:
        The record; also an unreadable file has one.
    """
    found = identify(Path(path), course.assignments, assignment)
    submission = Submission(
        found.path, student or found.student, assignment or found.assignment, notes=found.notes
    )
    if engine is not None:
        return grade_submission(submission, course, engine, limits or Limits()).record
    with KernelEngine() as own:
        return grade_submission(submission, course, own, limits or Limits()).record


def grade_all(
    submissions: Iterable[Submission],
    course: Course,
    engine: Engine,
    *,
    limits: Limits | None = None,
    jobs: int | None = None,
    progress: Callable[[SubmissionRecord], None] = lambda record: None,
) -> Iterator[tuple[int, Graded]]:
    """Grade submissions, several at a time.

    The work is done in the engine's processes, so threads are enough to wait for them. Not more than `jobs` results
    are held here at any time, so a large class needs no more memory than a small one.

    Args:
        submissions: what `discover` found.
        course: where the assignments are.
        engine: what runs the cells; leave its `with` block on any exception, to stop what still runs.
        limits: what each may use up.
        jobs: how many at a time; default: the number of cores.
        progress: called in the calling thread with each record.

    Yields:
        Number of the submission, from 0, and what became of it, as they are ready.
    """
    limits = limits or Limits()
    jobs = jobs or os.cpu_count() or 1
    waiting = iter(enumerate(submissions))
    pool = ThreadPoolExecutor(jobs, thread_name_prefix="grade")
    running = {}
    try:
        while True:
            while len(running) < jobs and (task := next(waiting, None)) is not None:
                number, submission = task
                running[pool.submit(grade_submission, submission, course, engine, limits)] = number
            if not running:
                break
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                graded = future.result()
                progress(graded.record)
                yield running.pop(future), graded
        pool.shutdown()
    except BaseException:
        # The engine's `with` block, which is about to be left, stops the threads; waiting for them here would hang.
        pool.shutdown(wait=False, cancel_futures=True)
        raise


def grade_submission(submission: Submission, course: Course, engine: Engine, limits: Limits) -> Graded:
    """Grade one submission; every problem becomes a record."""
    started = time.monotonic()
    try:
        graded = _grade(submission, course, engine, limits)
    except SubmissionError as problem:
        graded = _failed(submission, course, SubmissionStatus.INVALID, str(problem))
    except AutograderError as problem:
        graded = _failed(submission, course, SubmissionStatus.ERROR, f"{submission.path}: {problem}")
    except Exception as problem:  # noqa: BLE001 - our own mistake must not cost the rest of the class its scores
        message = f"{submission.path}: the grader failed ({type(problem).__name__}: {problem})"
        graded = _failed(submission, course, SubmissionStatus.ERROR, message)
    seconds = time.monotonic() - started
    return Graded(graded.record.replace(seconds=seconds), graded.notebook)


def _grade(submission: Submission, course: Course, engine: Engine, limits: Limits) -> Graded:
    repaired, repairs, assignment = prepare(submission, course)
    execution = _run(engine, repaired, limits, assignment)
    record = SubmissionRecord(
        student=submission.student,
        assignment=assignment.name,
        notebook=str(submission.path),
        status=SubmissionStatus.GRADED,
        repairs=repairs,
        questions=_questions(assignment, execution),
    )
    return Graded(record, execution.notebook)


def _run(engine: Engine, notebook: NotebookNode, limits: Limits, assignment: Assignment) -> Execution:
    """Run a notebook; once more if the engine's processes were lost, for example because the machine was out of memory."""
    try:
        return engine.run(notebook, limits, files=assignment.path.parent)
    except EngineRefusedError:
        raise
    except EngineError:
        return engine.run(notebook, limits, files=assignment.path.parent)


def prepare(submission: Submission, course: Course) -> tuple[NotebookNode, tuple[str, ...], Assignment]:
    """Read a submission and repair it.

    Returns:
        The notebook as it is graded, what was put right, and the assignment that it belongs to.

    Raises:
        SubmissionError: if nothing of it can be read, or nothing of it is of this course.
        CourseError, NotebookError: if the course is not as it must be.
    """
    if submission.problem:
        raise SubmissionError(f"{submission.path}: {submission.problem}")
    try:
        found = salvage(submission.path)
    except NotebookError as problem:  # of the submission; one of the course is no fault of the student's
        raise SubmissionError(str(problem)) from problem
    assignment = _assignment_of(submission, found.notebook, course)
    repaired, repairs = repair(found.notebook, assignment)
    copies = copies_beside(submission.path, repaired, assignment)
    return repaired, (*submission.notes, *copies, *found.notes, *repairs), assignment


def _assignment_of(submission: Submission, notebook: NotebookNode, course: Course) -> Assignment:
    """The assignment that a notebook belongs to: that of its folder or name, unless its cells say otherwise.

    Raises:
        SubmissionError: if its cells are not those of the assignment, or of any.
    """
    named = course.assignment(submission.assignment) if submission.assignment is not None else None
    kinship = Recogniser(named).kinship(notebook) if named else 0
    if named and 2 * kinship > sum(1 for cell in named.cells if cell.grade_id):
        return named  # there is no need to read all the others
    others = [course.assignment(name) for name in course.assignments if name != submission.assignment]
    # In the order of how much is shared; assignments may have cells in common, such as one called `setup`.
    ranked = sorted(((Recogniser(other).kinship(notebook), other.name) for other in others), reverse=True)
    most, best = ranked[0] if ranked else (0, "")
    if named and kinship and kinship >= most:
        return named
    if not most:
        wanted = submission.assignment or "any assignment of this course"
        raise SubmissionError(f"{submission.path}: none of its cells belongs to {wanted}")
    if named:
        raise SubmissionError(
            f"{submission.path}: its cells belong to {best}, not to {submission.assignment}"
        )
    if len(ranked) > 1 and ranked[1][0] == most:
        raise SubmissionError(f"{submission.path}: its cells could belong to {best} or to {ranked[1][1]}")
    return course.assignment(best)


def _questions(assignment: Assignment, execution: Execution | None) -> tuple[QuestionRecord, ...]:
    """The records of an assignment's questions; nothing was run where there is no execution."""
    return tuple(
        QuestionRecord(
            question.id,
            tuple(
                _aspect(aspect, execution, assignment, question.solution_cell) for aspect in question.aspects
            ),
        )
        for question in assignment.questions
    )


def _aspect(
    aspect: Aspect, execution: Execution | None, assignment: Assignment, solution_cell: str
) -> AspectRecord:
    if aspect.manual:
        return AspectRecord(aspect.id, AspectStatus.NEEDS_GRADING, None, aspect.points)
    if execution is None:
        return AspectRecord(aspect.id, AspectStatus.NOT_RUN, 0, aspect.points)
    result = execution.cells.get(aspect.id, _NOT_RUN)
    if result.status is AspectStatus.PASSED:
        return AspectRecord(aspect.id, AspectStatus.PASSED, aspect.points, aspect.points)
    answer = execution.cells.get(solution_cell)
    if answer is not None and answer.status in (AspectStatus.TIMEOUT, AspectStatus.KILLED):
        # The check can only report a missing name; the reason is the cell that should have defined it.
        result = CellResult(answer.status, f"{solution_cell}: {answer.message}")
    result = explained(result, execution, assignment, solution_cell)
    # The aspect's id stands beside the message in every report.
    message = result.message.removeprefix(f"{aspect.id}: ")
    return AspectRecord(aspect.id, result.status, 0, aspect.points, message, result.findings)


def _failed(submission: Submission, course: Course, status: SubmissionStatus, message: str) -> Graded:
    """The record of a submission that was not run; its aspects are listed where the assignment is known."""
    questions: tuple[QuestionRecord, ...] = ()
    if submission.assignment is not None:
        try:
            questions = _questions(course.assignment(submission.assignment), None)
        except (CourseError, NotebookError):
            pass  # then the message is about the very same thing
    record = SubmissionRecord(
        student=submission.student,
        assignment=submission.assignment or "",
        notebook=str(submission.path),
        status=status,
        message=message,
        questions=questions,
    )
    return Graded(record)
