"""The written corpus: right and wrong variants of every question, `tests/variants/<assignment>/{right,wrong}/*.py`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.course import variants
from autograder.course.assignment import Assignment, Course
from autograder.course.variants import Variant
from autograder.errors import AuditError

FOLDER = Path("tests/variants")


@dataclass(frozen=True)
class Case:
    """One variant and the assignment that it belongs to."""

    assignment: Assignment
    variant: Variant

    @property
    def name(self) -> str:
        """`<assignment>/<right or wrong>/<question>__<slug>`, unique in a course."""
        kind = "wrong" if self.variant.wrong else "right"
        return f"{self.assignment.name}/{kind}/{self.variant.name}"


@dataclass(frozen=True)
class Scope:
    """What is audited.

    Attributes:
        assignments: in the order of the course.
        questions: ids, only these; empty for all.
        folder: holds `<assignment>/{right,wrong}/*.py`.
    """

    assignments: tuple[Assignment, ...]
    questions: frozenset[str]
    folder: Path

    def asks(self, question: str) -> bool:
        """Whether a question is part of it."""
        return not self.questions or question in self.questions


def scope(
    course: Course, assignments: Sequence[str] = (), questions: Sequence[str] = (), folder: Path | None = None
) -> Scope:
    """What to audit.

    Args:
        course: whose checks.
        assignments: names; none means all.
        questions: ids; none means all.
        folder: the variants; None is `tests/variants` of the course.

    Raises:
        CourseError: there is no such assignment.
        AuditError: there is no such question or folder.
    """
    folder = folder or course.root / FOLDER
    if not folder.is_dir():
        raise AuditError(f"{folder}: there are no variants here, this folder does not exist")
    chosen = tuple(course.assignment(name) for name in assignments or course.assignments)
    known = [question.id for assignment in chosen for question in assignment.questions if not question.manual]
    for question in questions:
        if question not in known:
            raise AuditError(f"there is no question {question!r}; there are {', '.join(known)}")
    if questions:
        chosen = tuple(a for a in chosen if {question.id for question in a.questions} & set(questions))
    return Scope(chosen, frozenset(questions), folder)


def cases(scope: Scope) -> tuple[Case, ...]:
    """The variants of everything in scope, assignment by assignment, in the order of their names.

    Raises:
        VariantError: a file cannot be read or breaks the format.
        CourseError: a variant answers a question that its assignment does not ask.
    """
    found = []
    for assignment in scope.assignments:
        for kind in ("right", "wrong"):
            for path in sorted((scope.folder / assignment.name / kind).glob("*.py")):
                variant = variants.read(path)
                assignment.question(variant.question)
                if scope.asks(variant.question):
                    found.append(Case(assignment, variant))
    return tuple(found)


def counts(cases: Sequence[Case]) -> Counter[tuple[str, str, bool]]:
    """How many variants there are for (assignment, question, wrong)."""
    return Counter((case.assignment.name, case.variant.question, case.variant.wrong) for case in cases)
