"""A fake grader, and an edited copy of the mini course."""

import pytest

from autograder.course import notebook as notebooks
from autograder.grading.records import AspectRecord, QuestionRecord, SubmissionRecord


def record(assignment, passes, **changes):
    """The record of a submission whose aspects pass where `passes(aspect)` says so."""

    def aspect_record(aspect):
        if aspect.manual:
            return AspectRecord(aspect.id, "needs_grading", None, aspect.points)
        if passes(aspect.id):
            return AspectRecord(aspect.id, "passed", aspect.points, aspect.points)
        return AspectRecord(aspect.id, "failed", 0, aspect.points, "it is wrong")

    questions = [QuestionRecord(q.id, tuple(map(aspect_record, q.aspects))) for q in assignment.questions]
    return SubmissionRecord(
        "ann", assignment.name, "tiny.ipynb", "graded", questions=tuple(questions), **changes
    )


@pytest.fixture
def honest():
    """A grader that gives everything to what looks solved and nothing to stubs."""

    def grade(path, course):
        text = path.read_text()
        assert (path.parent / "numbers.txt").read_text() == "1 2 3\n", "the notebook finds its files"
        return record(course.assignment("tiny"), lambda aspect: "NotImplementedError" not in text)

    return grade


@pytest.fixture
def graded():
    """Makes a grader for which the aspects pass where `passes(aspect)` says so, whatever is in the notebook."""
    return lambda passes: lambda path, course: record(course.assignment("tiny"), passes)


@pytest.fixture
def edit(mini_course):
    """Replaces a piece of a cell of the instructor notebook, and returns the assignment."""

    def edit(grade_id, old, new):
        source = mini_course.assignment("tiny")
        cell = source.cells[grade_id] if isinstance(grade_id, int) else source.cell(grade_id)
        assert old in cell.source
        cell.node.source = cell.source.replace(old, new)
        notebooks.write(source.notebook, source.path)
        return mini_course.assignment("tiny")

    return edit
