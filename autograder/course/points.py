"""Points in the text come out of the metadata: they are typed once, in the check cells.

``<!-- points -->`` on a line of its own becomes a table of all questions; ``<!-- points:softmax -->`` becomes the
points of a question or of one of its aspects: "3 points", or "2 points, graded by a person". Brackets inside the mark,
``<!-- (points:softmax) -->``, come out around the points: a heading of the instructor notebook then shows none of it.
"""

from __future__ import annotations

import re

from autograder.course.assignment import Assignment, Question
from autograder.errors import CourseError

TABLE_MARK = "<!-- points -->"
_MARK = re.compile(r"<!-- *(?:\(points *: *([\w-]*) *\)|points *(?:: *([\w-]*))?) *-->")


def fill(assignment: Assignment) -> None:
    """Replace the marks in the assignment's notebook, in place.

    Raises:
        CourseError: if a mark names no question or aspect.
    """
    for cell in assignment.cells:
        if not cell.is_code:
            cell.node.source = _MARK.sub(lambda mark: _replacement(mark, assignment), cell.source)


def points_text(points: float, manual: bool = False) -> str:
    """Points in words: ``1 point``, ``2.5 points``, ``2 points, graded by a person``."""
    unit = "point" if points == 1 else "points"
    return f"{points:g} {unit}" + (", graded by a person" if manual else "")


def table(assignment: Assignment) -> str:
    """The markdown table of all questions, their aspects and points, with the sum."""
    rows = ["| question | what is judged | points |", "| --- | --- | ---: |"]
    rows += [f"| `{q.id}` | {_judged(q)} | {q.points:g} |" for q in assignment.questions]
    total = f"{points_text(assignment.max_points)} from checks"
    if assignment.max_manual_points:
        total += f", {points_text(assignment.max_manual_points)} from a person"
    rows.append(f"| **together** | {total} | **{assignment.max_points + assignment.max_manual_points:g}** |")
    return "\n".join(rows)


def _judged(question: Question) -> str:
    """The aspects of a question with what each is worth, for one cell of the table."""
    if question.manual:
        return "a written answer, graded by a person"
    names = [aspect.id.partition("-")[2].replace("_", " ") or question.id for aspect in question.aspects]
    if len(names) == 1:
        return names[0]
    return ", ".join(f"{name} ({a.points:g})" for name, a in zip(names, question.aspects, strict=True))


def _replacement(mark: re.Match, assignment: Assignment) -> str:
    bracketed, plain = mark.groups()
    return _text_of(plain, assignment) if bracketed is None else f"({_text_of(bracketed, assignment)})"


def _text_of(name: str | None, assignment: Assignment) -> str:
    """What replaces one mark; None stands for the table."""
    if name is None:
        return table(assignment)
    for question in assignment.questions:
        if question.id == name:
            return points_text(question.points, question.manual)
        for aspect in question.aspects:
            if aspect.id == name:
                return points_text(aspect.points, aspect.manual)
    raise CourseError(f"{assignment.name}: <!-- points:{name} --> names no question and no aspect")
