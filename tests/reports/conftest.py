"""A small class as records, with everything that reports must cope with."""

import pytest

from autograder.findings import Finding
from autograder.grading.records import AspectRecord, QuestionRecord, SubmissionRecord


@pytest.fixture
def graded():
    """Builds a graded submission of `softmax_regression` out of its aspects."""

    def build(student, *aspects, **more):
        return SubmissionRecord(
            student,
            "softmax_regression",
            f"submitted/{student}/softmax_regression.ipynb",
            "graded",
            questions=(QuestionRecord("softmax", aspects),),
            seconds=2.5,
            **more,
        )

    return build


@pytest.fixture
def failed_aspect():
    """An aspect whose message and finding carry everything that breaks terminals, XML and JSON."""
    message = "each column adds up to 1 \x1b[31m<b>&\x00\ud800\u202e\nsecond line"
    finding = Finding(
        "each column adds up to 1", "softmax_wrong_axis", hint="the axis", data={"worst": float("nan")}
    )
    return AspectRecord("softmax-batch", "failed", 0, 2, message, (finding,))


@pytest.fixture
def records(graded, failed_aspect):
    """One complete submission, one partly right, one that could not be read."""
    right = AspectRecord("softmax-vector", "passed", 1, 1)
    manual = AspectRecord("logreg_reading", "needs_grading", None, 3)
    return [
        graded("ada", right, AspectRecord("softmax-batch", "passed", 2, 2), manual),
        graded("<i>ben</i>", right, failed_aspect, manual, repairs=("the check cell 'x' was missing",)),
        SubmissionRecord(
            "dan", "", "submitted/dan.ipynb", "invalid", "submitted/dan.ipynb: it ends in the middle"
        ),
    ]
