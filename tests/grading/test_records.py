import pickle

import pytest

from autograder.grading.records import AspectRecord, QuestionRecord, SubmissionRecord


def submission(*aspects, status="graded", message=""):
    """A submission with one question."""
    return SubmissionRecord(
        "ada", "tiny", "tiny.ipynb", status, message, questions=[QuestionRecord("q", aspects)]
    )


def test_scores_count_the_automatic_aspects_only():
    record = submission(
        AspectRecord("q-a", "passed", 1.5, 1.5),
        AspectRecord("q-b", "failed", 0, 2),
        AspectRecord("m", "needs_grading", None, 5),
    )
    assert (record.score, record.max_score, record.waiting) == (1.5, 3.5, 1)
    assert record.percent == pytest.approx(42.857, abs=1e-3)


def test_nothing_to_earn_is_zero_percent():
    assert submission().percent == 0


def test_records_can_be_pickled():
    record = submission(AspectRecord("q-a", "passed", 1, 1))
    assert pickle.loads(pickle.dumps(record)) == record


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("a", "passed", None, 1), "a: points None do not fit the status passed"),
        (("a", "needs_grading", 1, 1), "a: points 1 do not fit the status needs_grading"),
        (("a", "passed", 2, 1), "a: 2 points, expected 0 to 1"),
        (("a", "passed", float("nan"), 1), "a: nan points, expected 0 to 1"),
        (("a", "failed", 1, 1), "a: 1 points for an aspect that is failed"),
        (("a", "passed", 0, float("inf")), "a: max_points is inf, expected a number of at least 0"),
        (("a", "great", 0, 1), "'great' is not a valid AspectStatus"),
    ],
)
def test_contradictions_are_refused(arguments, message):
    with pytest.raises(ValueError, match=message):
        AspectRecord(*arguments)


def test_a_submission_that_was_not_graded_needs_a_reason_and_has_no_points():
    with pytest.raises(ValueError, match=r"tiny.ipynb: a submission that is invalid needs a message"):
        submission(status="invalid")
    with pytest.raises(ValueError, match=r"tiny.ipynb: 1.0 points for a submission that is error"):
        submission(AspectRecord("a", "passed", 1, 1), status="error", message="tiny.ipynb: broken")
