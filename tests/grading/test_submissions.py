import pytest

from autograder.course.assignment import Course
from autograder.errors import CourseError, SubmissionError
from autograder.grading.submissions import discover


@pytest.fixture
def course(tmp_path):
    """A course with two assignments; nothing in them is read."""
    for name in ("tiny", "neural_net"):
        (tmp_path / "source" / name).mkdir(parents=True)
        (tmp_path / "source" / name / f"{name}.ipynb").write_text(
            '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'
        )
    return Course(tmp_path)


@pytest.fixture
def put(tmp_path):
    """Makes empty files below a folder of submissions, and returns that folder."""

    def put(*names):
        for name in names:
            path = tmp_path / "in" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
        return tmp_path / "in"

    return put


def found(*arguments):
    """Pairs of student and assignment."""
    return [(submission.student, submission.assignment) for submission in discover(*arguments)]


def test_every_level_of_the_usual_folders_gives_the_same_submission(put, course):
    root = put("submitted/ada/tiny/tiny.ipynb")
    for level in ("", "submitted", "submitted/ada", "submitted/ada/tiny", "submitted/ada/tiny/tiny.ipynb"):
        assert found([root / level], course) == [("ada", "tiny")]


def test_checkpoints_hidden_files_and_other_notebooks_beside_the_right_one_are_skipped(put, course):
    root = put(
        "ada/tiny/tiny.ipynb",
        "ada/tiny/Untitled.ipynb",
        "ada/tiny/.ipynb_checkpoints/tiny-checkpoint.ipynb",
        "ada/tiny/._tiny.ipynb",
        "ada/tiny/notes.txt",
        "ben/tiny/my work.ipynb",
    )
    assert found([root], course) == [("ada", "tiny"), ("ben", "tiny")]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ada/neural_net.ipynb", ("ada", "neural_net")),
        ("neural_net_ada.ipynb", ("ada", "neural_net")),
        ("ada neural_net (1).ipynb", ("ada", "neural_net")),
        ("neural_net-Copy1.ipynb", ("in", "neural_net")),
        ("ada.ipynb", ("ada", None)),
        ("tinyada.ipynb", ("tinyada", None)),
    ],
)
def test_the_file_name_tells_what_the_folder_does_not(put, course, name, expected):
    assert found([put(name)], course) == [expected]


def test_a_named_assignment_fills_the_gaps_and_leaves_out_the_others(put, course):
    root = put("ada.ipynb", "ben/tiny/tiny.ipynb", "ben/neural_net/neural_net.ipynb")
    assert found([root], course, "tiny") == [("ada", "tiny"), ("ben", "tiny")]


def test_a_file_that_is_named_twice_is_graded_once(put, course):
    root = put("ada/tiny/tiny.ipynb")
    assert len(discover([root, root / "ada/tiny/tiny.ipynb"], course)) == 1


def test_paths_that_lead_nowhere_are_refused(put, course, tmp_path):
    with pytest.raises(SubmissionError, match=r"nowhere: there is no such file or folder"):
        discover([tmp_path / "nowhere"], course)
    with pytest.raises(SubmissionError, match=r"in: there is no notebook in this folder"):
        discover([put("notes.txt")], course)
    with pytest.raises(SubmissionError, match="none of the notebooks is a submission of 'tiny'"):
        discover([put("ada/neural_net/neural_net.ipynb") / "ada"], course, "tiny")
    with pytest.raises(CourseError, match="there is no assignment 'huge'; known: neural_net, tiny"):
        discover([put("ada.ipynb")], course, "huge")
