"""Records: what grading found out, as plain data.

A submission has questions, a question has aspects, an aspect has findings (`autograder.findings.Finding`). Every
report (table, JSON, JUnit, feedback page) is a function of these classes, so two reports can never disagree.
The records are frozen and picklable: a worker makes them, the coordinator collects them. Sums are derived, not stored.
"""

from __future__ import annotations

import dataclasses
import enum
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from autograder.findings import Finding


class AspectStatus(enum.StrEnum):
    """How one check cell ended."""

    PASSED = "passed"
    FAILED = "failed"  # the check found something wrong
    ERROR = "error"  # the check, or the student's code in it, raised something else
    TIMEOUT = "timeout"  # its cell, or the submission, ran out of time
    KILLED = "killed"  # the process ended while the cell ran
    NOT_RUN = "not_run"  # its turn never came
    NEEDS_GRADING = "needs_grading"  # a person decides


class SubmissionStatus(enum.StrEnum):
    """What became of one submission as a whole."""

    GRADED = "graded"
    INVALID = "invalid"  # unreadable, or not of this course; the message names the file and the reason
    ERROR = "error"  # our fault; the message says what


@dataclass(frozen=True, slots=True)
class AspectRecord:
    """The result of one check cell, or of one written answer.

    Attributes:
        id: the `grade_id` of the check cell.
        status: how it ended.
        points: points earned; None while a person has not graded it.
        max_points: points that can be earned.
        message: what the student reads; may be empty when it passed.
        findings: the facts behind the message, most important first.

    Raises:
        ValueError: for points that do not fit the status or the maximum.
    """

    id: str
    status: AspectStatus
    points: float | None
    max_points: float
    message: str = ""
    findings: tuple[Finding, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "status", AspectStatus(self.status))
        object.__setattr__(self, "findings", tuple(self.findings))
        if not (math.isfinite(self.max_points) and self.max_points >= 0):
            raise ValueError(f"{self.id}: max_points is {self.max_points}, expected a number of at least 0")
        if (self.points is None) != (self.status is AspectStatus.NEEDS_GRADING):
            raise ValueError(f"{self.id}: points {self.points} do not fit the status {self.status}")
        if self.points is None:
            return
        if not 0 <= self.points <= self.max_points:  # also refuses NaN
            raise ValueError(f"{self.id}: {self.points} points, expected 0 to {self.max_points}")
        if self.points and self.status is not AspectStatus.PASSED:
            raise ValueError(f"{self.id}: {self.points} points for an aspect that is {self.status}")

    @property
    def automatic(self) -> bool:
        """True when checks decide, False when a person does."""
        return self.status is not AspectStatus.NEEDS_GRADING


@dataclass(frozen=True, slots=True)
class QuestionRecord:
    """One question: its id and its aspects in the order of the notebook."""

    id: str
    aspects: tuple[AspectRecord, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "aspects", tuple(self.aspects))


@dataclass(frozen=True, slots=True)
class SubmissionRecord:
    """The result of one submission.

    Attributes:
        student: who handed it in.
        assignment: of which assignment it is; empty where that is unknown.
        notebook: the path of the notebook file, as given.
        status: graded, invalid or error.
        message: empty when graded; else one sentence that names the file and the reason.
        repairs: one sentence for each thing that was put right before it ran.
        questions: in the order of the notebook.
        seconds: wall time of grading it.

    Raises:
        ValueError: for an invalid or failed submission without a message or with points.
    """

    student: str
    assignment: str
    notebook: str
    status: SubmissionStatus
    message: str = ""
    repairs: tuple[str, ...] = ()
    questions: tuple[QuestionRecord, ...] = ()
    seconds: float = 0.0

    def __post_init__(self) -> None:
        object.__setattr__(self, "status", SubmissionStatus(self.status))
        object.__setattr__(self, "repairs", tuple(self.repairs))
        object.__setattr__(self, "questions", tuple(self.questions))
        if self.status is SubmissionStatus.GRADED:
            return
        if not self.message:
            raise ValueError(f"{self.notebook}: a submission that is {self.status} needs a message")
        if self.score:
            raise ValueError(f"{self.notebook}: {self.score} points for a submission that is {self.status}")

    @property
    def aspects(self) -> Iterator[AspectRecord]:
        """All aspects, question by question."""
        return (aspect for question in self.questions for aspect in question.aspects)

    @property
    def score(self) -> float:
        """Points earned in the automatic aspects."""
        return math.fsum(aspect.points for aspect in self.aspects if aspect.points is not None)

    @property
    def max_score(self) -> float:
        """Points that the automatic aspects can give."""
        return math.fsum(aspect.max_points for aspect in self.aspects if aspect.automatic)

    @property
    def percent(self) -> float:
        """The score in percent of the maximum, 0 to 100; 0 where nothing could be earned."""
        return 100 * self.score / self.max_score if self.max_score else 0.0

    @property
    def waiting(self) -> int:
        """How many written answers still wait for a person."""
        return sum(not aspect.automatic for aspect in self.aspects)

    def replace(self, **changes: Any) -> SubmissionRecord:
        """Return a copy with some attributes changed."""
        return dataclasses.replace(self, **changes)
