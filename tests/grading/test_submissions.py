import os

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
        ("Neural_Net_ada.IPYNB", ("ada", "neural_net")),
        ("ada_2_1_neural_net.ipynb", ("ada_2_1", "neural_net")),
    ],
)
def test_the_file_name_tells_what_the_folder_does_not(put, course, name, expected):
    assert found([put(name)], course) == [expected]


@pytest.mark.parametrize("folder", ["", "neural_net/", "downloads/tiny/"])
def test_downloads_of_course_platforms_name_the_student(put, course, folder):
    root = put(
        f"{folder}Ada Lovelace_12_assignsubmission_file_/neural_net.ipynb",
        f"{folder}Ben Ng_13_assignsubmission_file/my work (1).ipynb",
        f"{folder}lovelaceada_LATE_1014_56700_neural_net-2.ipynb",
        f"{folder}ngben_1015_56800_tiny.ipynb",
        f"{folder}16-569 - Cleo Ito - Nov 3, 2026 902 AM - neural_net.ipynb",
        f"{folder}17-570 - Dan Ito - Nov 3, 2026 902 AM/homework.ipynb",
    )
    unnamed = {"": None, "neural_net/": "neural_net", "downloads/tiny/": "tiny"}[folder]
    assert sorted(found([root], course), key=str) == [
        ("Ada Lovelace_12", "neural_net"),
        ("Ben Ng_13", unnamed),
        ("Cleo Ito_16", "neural_net"),
        ("Dan Ito_17", unnamed),
        ("lovelaceada_1014", "neural_net"),
        ("ngben_1015", "tiny"),
    ]


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


def test_a_nested_folder_belongs_to_the_student_above_the_assignment(put, course):
    root = put("ada/tiny/tiny/tiny.ipynb", "ben/tiny/homework/final/my work.ipynb")
    assert found([root], course) == [("ada", "tiny"), ("ben", "tiny")]


def test_a_whole_course_in_the_folder_of_an_assignment_is_the_work_of_its_student(put, course):
    files = [f"ada/tiny/my course/release/{name}/{name}.ipynb" for name in ("neural_net", "tiny")]
    assert found([put(*files)], course) == [("ada", "tiny")]


def test_folders_of_assignments_may_lie_above_those_of_students(put, course):
    assert found([put("tiny/ada/tiny/tiny.ipynb")], course) == [("ada", "tiny")]


def test_what_lies_below_the_right_notebook_is_not_handed_in(put, course):
    assert found([put("ada/tiny/tiny.ipynb", "ada/tiny/backup/tiny.ipynb")], course) == [("ada", "tiny")]


@pytest.mark.parametrize("name", ["tiny.ipynb.txt", "tiny.ipynb (1)", "tiny.json", "TINY.ipynb.json", "tiny"])
def test_a_notebook_with_the_wrong_ending_is_found_and_said(put, course, name):
    [submission] = discover([put(f"ada/tiny/{name}", "ada/tiny/plot.png")], course)
    assert (submission.student, submission.assignment, submission.path.name) == ("ada", "tiny", name)
    assert submission.notes == (f"the file is called {name!r}; it was read as a notebook",)


@pytest.mark.parametrize(
    ("names", "problem"),
    [
        (
            ["tiny/solution.py", "tiny/a/b.txt"],
            "there is no notebook in this folder, only 'solution.py', 'b.txt'",
        ),
        (["tiny/.ipynb_checkpoints/tiny-checkpoint.ipynb"], "there is no notebook in this folder"),
        (
            ["tiny/a.ipynb.txt", "tiny/b.ipynb.txt"],
            "there is no notebook in this folder, only 'a.ipynb.txt', 'b.ipynb.txt'",
        ),
        (
            [f"tiny/{n}.py" for n in range(5)],
            "there is no notebook in this folder, only '0.py', '1.py', '2.py', ...",
        ),
    ],
)
def test_a_folder_without_a_notebook_is_not_forgotten(put, course, names, problem):
    root = put("ada/tiny/tiny.ipynb", *(f"eve/{name}" for name in names))
    ada, eve = discover([root], course)
    assert (ada.student, ada.problem) == ("ada", "")
    assert (eve.student, eve.assignment, eve.path, eve.problem) == ("eve", "tiny", root / "eve/tiny", problem)


def test_a_folder_that_cannot_be_opened_is_not_forgotten(put, course, monkeypatch):
    root = put("ada/tiny/tiny.ipynb", "eve/tiny/tiny.ipynb", "fay/tiny/tiny.ipynb")
    scandir = os.scandir

    def refuse(path):
        if os.fspath(path).endswith(("eve/tiny", "fay")):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    ada, eve, fay = discover([root], course)
    assert (ada.student, ada.problem) == ("ada", "")
    assert (eve.student, eve.assignment) == ("eve", "tiny")
    assert (fay.student, fay.assignment) == ("fay", None)
    assert eve.problem == fay.problem == "this folder cannot be opened (Permission denied)"


def test_a_link_to_another_students_work_does_not_take_it_away(put, course):
    """Not even when it is found first."""
    root = put("bea/tiny/tiny.ipynb")
    (root / "ann/tiny").mkdir(parents=True)
    (root / "ann/tiny/tiny.ipynb").symlink_to(root / "bea/tiny/tiny.ipynb")
    (root / "ann/neural_net").symlink_to(root / "bea/tiny")
    (root / "cid").symlink_to(root / "bea")
    by_path = {str(found.path.relative_to(root)): found for found in discover([root], course)}
    assert {path: found.problem for path, found in by_path.items()} == {
        "ann/neural_net": "this is a link to another folder; hand in the files themselves",
        "ann/tiny/tiny.ipynb": "this is a link out of its folder; hand in the file itself",
        "bea/tiny/tiny.ipynb": "",
        "cid": "this is a link to another folder; hand in the files themselves",
    }
    assert by_path["ann/neural_net"].student == "ann"
    assert (by_path["cid"].student, by_path["cid"].assignment) == ("cid", None)


def test_links_within_the_folder_and_rings_of_links_do_no_harm(put, course):
    root = put("ada/tiny/work/final.txt")
    (root / "ada/tiny/tiny.ipynb").symlink_to("work/final.txt")
    (root / "ben/tiny").mkdir(parents=True)
    (root / "ben/tiny/tiny.ipynb").symlink_to("tiny.ipynb")
    ada, ben = discover([root], course)
    assert (ada.student, ada.problem) == ("ada", "")
    assert (ben.student, ben.problem) == ("ben", ""), "reading it says what is wrong"


def test_unusual_student_ids_are_names_like_any_other(put, course):
    names = ["-rf", "=1+1", "a b", "ünï", "x" * 200, "a'b\"c", "\udcff", "<i>"]
    root = put(*(f"{name}/tiny/tiny.ipynb" for name in names))
    assert {student for student, _ in found([root], course)} == {
        *names,
    }


def test_capitals_in_names_do_not_make_another_student(put, course):
    root = put(
        "ada/TINY/TINY.IPYNB", "ada/TINY/notes.ipynb", "ben/Tiny/tiny/tiny.ipynb", "cid/Neural_net/x.py"
    )
    ada, ben, cid = discover([root], course)
    assert (ada.student, ada.assignment, ada.path.name) == ("ada", "tiny", "TINY.IPYNB")
    assert ada.notes == ("the folder 'TINY' was taken for that of tiny",)
    assert (ben.student, ben.assignment) == ("ben", "tiny")
    assert (cid.student, cid.assignment) == ("cid", "neural_net")
    assert cid.problem == "there is no notebook in this folder, only 'x.py'"


def test_a_link_to_a_folder_whose_name_has_capitals_is_not_forgotten(put, course):
    root = put("bea/TINY/tiny.ipynb")
    (root / "cid").symlink_to(root / "bea")
    _, cid = discover([root], course)
    assert cid.problem == "this is a link to another folder; hand in the files themselves"


def test_two_notebooks_of_one_student_are_told(put, course):
    root = put("ada/tiny/tiny (1).ipynb", "ada/tiny/tiny-Copy1.ipynb", "ben/tiny/tiny.ipynb")
    first, second, ben = discover([root], course)
    assert first.student == second.student == "ada"
    assert first.notes == (
        "this is not the only notebook of this student for tiny: there is also 'tiny-Copy1.ipynb'",
    )
    assert second.notes == (
        "this is not the only notebook of this student for tiny: there is also 'tiny (1).ipynb'",
    )
    assert ben.notes == ()


def test_two_notebooks_of_the_same_name_are_told_apart_by_their_folders(put, course):
    root = put("first/ada/tiny/tiny.ipynb", "late/ada/tiny/tiny.ipynb")
    first, _ = discover([root], course)
    assert str(root / "late/ada/tiny/tiny.ipynb") in first.notes[0]
