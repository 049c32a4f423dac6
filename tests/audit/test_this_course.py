"""What can be said of this course's own corpus without running anything."""

from pathlib import Path

import pytest

from autograder.audit import bars, contract, copies, corpus
from autograder.course.assignment import Course

COURSE = Course(Path(__file__).resolve().parents[2])


@pytest.fixture(scope="module")
def cases():
    """All variants."""
    return corpus.cases(corpus.scope(COURSE))


def test_there_are_enough_variants(cases):
    """In all, and for each question."""
    counts = corpus.counts(cases)
    assert sum(n for (_, _, wrong), n in counts.items() if not wrong) >= bars.RIGHT + 10
    assert sum(n for (_, _, wrong), n in counts.items() if wrong) >= bars.WRONG
    short = [
        (assignment, question.id, wrong)
        for assignment in COURSE.assignments
        for question in COURSE.assignment(assignment).questions
        for wrong, least in ((False, bars.RIGHT_EACH), (True, bars.WRONG_EACH))
        if not question.manual and counts[(assignment, question.id, wrong)] < least
    ]
    assert not short


def test_none_is_a_near_copy_of_another(cases):
    """Otherwise one mistake would count several times."""
    near = [pair for pair in copies.pairs(cases) if pair.similarity >= copies.NEAR]
    assert not near


@pytest.mark.parametrize("name", COURSE.assignments)
def test_contracts_can_be_read(name):
    """And each rule quotes what it stands for."""
    found = contract.read(COURSE.root / corpus.FOLDER, COURSE.assignment(name))
    assert all(len(freedom.says) > 10 for freedom in found.freedoms)
