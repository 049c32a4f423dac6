"""The proofs that run notebooks, with a grader that only pretends to."""

import re

import pytest

from autograder.course.variants import solved
from autograder.errors import ProofError
from autograder.grading.records import SubmissionRecord
from autograder.release.scoring import solutions_score_everything, untouched_scores_zero


def test_hold_with_an_honest_grader(tiny, mini_course, honest):
    stub = solved(tiny)
    stub.cells[3].source = 'raise NotImplementedError("double")'
    untouched_scores_zero(tiny, stub, mini_course, honest)
    solutions_score_everything(tiny, stub, mini_course, honest)


def test_points_for_nothing_are_named(tiny, mini_course, graded):
    grader = graded(lambda aspect: aspect.startswith("double"))
    with pytest.raises(
        ProofError, match="^tiny: an untouched .* earns points on double-number, double-array$"
    ):
        untouched_scores_zero(tiny, tiny.notebook, mini_course, grader)


def test_a_solution_that_fails_is_named_with_its_message(tiny, mini_course, graded):
    message = "tiny: the solution of counter_add-steps is failed (and 1 more): it is wrong"
    with pytest.raises(ProofError, match=f"^{re.escape(message)}$"):
        solutions_score_everything(
            tiny, tiny.notebook, mini_course, graded(lambda aspect: aspect.startswith("double"))
        )
    message = "tiny: the solution of counter_reset-zero is failed: it is wrong"
    with pytest.raises(ProofError, match=f"^{message}$"):
        solutions_score_everything(
            tiny, tiny.notebook, mini_course, graded(lambda aspect: aspect != "counter_reset-zero")
        )


def test_a_notebook_that_cannot_be_graded_proves_nothing(tiny, mini_course):
    def grader(path, course):
        return SubmissionRecord("ann", "tiny", str(path), "error", "the kernel did not start")

    with pytest.raises(
        ProofError, match="^tiny: the notebook could not be graded: the kernel did not start$"
    ):
        untouched_scores_zero(tiny, tiny.notebook, mini_course, grader)


def test_an_aspect_that_was_not_graded_proves_nothing(tiny, mini_course):
    def grader(path, course):
        return SubmissionRecord("ann", "tiny", str(path), "graded")

    with pytest.raises(
        ProofError, match="^tiny: grading says nothing about counter_add-steps, counter_reset-zero"
    ):
        untouched_scores_zero(tiny, tiny.notebook, mini_course, grader)
