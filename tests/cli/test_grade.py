"""`autograder grade` as a user runs it; one real run of a small class serves most tests."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from autograder import confinement
from autograder.cli import main
from autograder.cli.grade import exit_status
from autograder.course import notebook as notebooks
from autograder.course import variants
from autograder.course.assignment import Course
from autograder.engine.choose import isolation_for, open_engine
from autograder.errors import EngineError
from autograder.grading.records import AspectRecord, QuestionRecord, SubmissionRecord

pytestmark = pytest.mark.xdist_group("grade")  # what the tests look at ran once

MINI_COURSE = Path(__file__).parents[1] / "mini_course"


@pytest.fixture
def command():
    """Runs `autograder` with some arguments."""
    return lambda *arguments: CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(scope="session")
def submitted(tmp_path_factory):
    """A class: ada is right, ben changed an answer and a check, dan's file ends in the middle."""
    folder = tmp_path_factory.mktemp("class")
    tiny = Course(MINI_COURSE).assignment("tiny")
    path = "{}/tiny/tiny.ipynb".format
    notebooks.write(variants.solved(tiny), folder / path("ada"))
    ben = variants.solved(tiny)
    ben.cells[tiny.cell("double").index].source = "def double(x):\n    return 6"
    ben.cells[tiny.cell("double-array").index].source = "pass"
    notebooks.write(ben, folder / path("ben"))
    (folder / "dan/tiny").mkdir(parents=True)
    (folder / path("dan")).write_text((folder / path("ada")).read_text()[:500])
    return folder


@dataclass
class Run:
    """What one run of the command gave."""

    status: int
    output: str
    folder: Path


@pytest.fixture(scope="session")
def whole_class(submitted, tmp_path_factory):
    """The class, graded once with all reports."""
    out = tmp_path_factory.mktemp("out")
    arguments = [
        "--course",
        MINI_COURSE,
        "--json",
        out / "s.json",
        "--junit",
        out / "s.xml",
        "--feedback",
        out / "f",
    ]
    result = CliRunner().invoke(main, ["grade", str(submitted), *map(str, arguments)])
    return Run(result.exit_code, result.output, out)


def test_the_class_is_graded_and_a_damaged_file_makes_it_status_3(whole_class):
    assert whole_class.status == 3, whole_class.output
    document = json.loads((whole_class.folder / "s.json").read_text())
    assert [
        (entry["student"], entry["status"], entry["score"], entry["max_score"])
        for entry in document["submissions"]
    ] == [("ada", "graded", 5.5, 5.5), ("ben", "graded", 2.5, 5.5), ("dan", "invalid", 0, 5.5)]
    ben = document["submissions"][1]
    assert ben["repairs"] == [
        "the check cell 'double-array' had been changed; the instructor's version was run"
    ]
    failed = [
        aspect["id"]
        for question in ben["questions"]
        for aspect in question["aspects"]
        if aspect["points"] == 0
    ]
    assert failed == ["double-number", "double-array"]
    assert re.search(r"dan/tiny/tiny.ipynb: not a notebook", document["submissions"][2]["message"])


def test_the_table_says_who_has_what_and_why(whole_class):
    assert re.search(r"ada +tiny +5.5 / 5.5 +100", whole_class.output)
    assert re.search(r"ben +tiny +2.5 / 5.5 +45 .*repaired", whole_class.output)
    assert re.search(r"dan +tiny +– +– .*invalid", whole_class.output)
    assert "2 graded, 1 invalid, mean 72.7 %" in whole_class.output


def test_pages_and_junit_are_written(whole_class):
    assert "hidden" not in (whole_class.folder / "f/ben/tiny.html").read_text().replace(
        "overflow: hidden", ""
    )
    assert "not a notebook" in (whole_class.folder / "f/dan/tiny.html").read_text()
    assert (
        b"<failure" in (whole_class.folder / "s.xml").read_bytes()
        or b"<error" in (whole_class.folder / "s.xml").read_bytes()
    )


def test_resume_takes_everything_over(whole_class, submitted, command):
    started = time.monotonic()
    document = (whole_class.folder / "s.json").read_text()
    result = command(
        "grade", submitted, "--course", MINI_COURSE, "--json", whole_class.folder / "s.json", "--resume"
    )
    assert result.exit_code == 3
    assert (whole_class.folder / "s.json").read_text() == document
    assert time.monotonic() - started < 2, "no kernel was started"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere"], "nowhere: there is no such file or folder"),
        ([".", "--course", "."], "no course here, there is no folder source/ in it"),
        (["CLASS", "--assignment", "huge"], "there is no assignment 'huge'; known: tiny"),
        (["CLASS", "--resume"], "--resume needs --json FILE"),
        (["CLASS", "--fail-under", "101"], "101.0 is not in the range 0<=x<=100"),
        (["CLASS", "--timeout", "0"], "'0' does not fit, expected 0.01 s to 604800 s"),
        (["CLASS", "--jobs", "0"], "0 is not in the range x>=1"),
        (["CLASS", "--json", "/dev/null/x.json"], "/dev/null: cannot be written ("),
        ([], "Missing argument 'PATH...'"),
    ],
)
def test_unusable_arguments_are_status_2_and_one_clear_sentence(
    command, submitted, tmp_path, monkeypatch, arguments, message
):
    monkeypatch.chdir(tmp_path)
    arguments = [str(submitted) if argument == "CLASS" else argument for argument in arguments]
    if "--course" not in arguments:
        arguments += ["--course", str(MINI_COURSE)]
    result = command("grade", *arguments)
    assert result.exit_code == 2
    assert message in " ".join(result.output.split())


def test_no_course_at_or_above_the_current_folder_is_status_2(command, submitted, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = command("grade", submitted)
    assert result.exit_code == 2
    assert "no course here" in result.output


def record(points, status="graded"):
    """A submission with some points of 10."""
    aspect = AspectRecord("q-a", "passed", points, points), AspectRecord("q-b", "failed", 0, 10 - points)
    questions = [QuestionRecord("q", aspect)] if status == "graded" else []
    return SubmissionRecord("ada", "tiny", "n.ipynb", status, "" if questions else "why", questions=questions)


@pytest.mark.parametrize(
    ("records", "fail_under", "status"),
    [
        ([record(7)], None, 0),
        ([record(7)], 70, 0),
        ([record(7)], 70.1, 1),
        ([record(10), record(0)], 1, 1),
        ([record(0), record(0, "invalid")], 50, 3),
        ([record(0, "error")], None, 3),
    ],
)
def test_exit_statuses(records, fail_under, status):
    assert exit_status(records, fail_under) == status


def test_manual_work_alone_is_never_under_the_limit():
    aspect = AspectRecord("essay", "needs_grading", None, 5)
    essay = SubmissionRecord("ada", "t", "n", "graded", questions=[QuestionRecord("essay", [aspect])])
    assert exit_status([essay], 50) == 0


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_ends_all_processes_and_removes_all_folders(tmp_path, number):
    tiny = Course(MINI_COURSE).assignment("tiny")
    slow = variants.solved(tiny)
    slow.cells[tiny.cell("double").index].source = "import time\ntime.sleep(60)"
    notebooks.write(slow, tmp_path / "in/slow/tiny/tiny.ipynb")
    scratch = tmp_path / "t"
    scratch.mkdir()
    arguments = ["grade", tmp_path / "in", "--course", MINI_COURSE, "--json", tmp_path / "s.json"]
    process = subprocess.Popen(
        [sys.executable, "-c", "from autograder.cli import main; main()", *map(str, arguments)],
        env=os.environ | {"TMPDIR": str(scratch)},
        stderr=subprocess.PIPE,
        text=True,
    )
    deadline = time.monotonic() + 30
    while not list(scratch.glob("autograder-*/*/1/numbers.txt")) and time.monotonic() < deadline:
        time.sleep(0.1)
    time.sleep(1)
    process.send_signal(number)
    _, stderr = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "stopped after 0 of 1 submissions; go on with --resume, 0 are kept" in stderr
    assert "Traceback" not in stderr
    assert list(scratch.iterdir()) == []


def test_help_has_examples_and_exit_statuses(command):
    text = command("grade", "--help").output
    assert "autograder grade submitted/ --json scores.json --feedback feedback/" in text
    assert "3 some submission could not be graded (3 wins over 1)" in text
    assert "full (default): student code is confined by the kernel" in " ".join(text.split())


@pytest.fixture
def unconfined(monkeypatch):
    """A machine on which the files layer does not hold, and an engine that is never really opened."""
    layers = [
        confinement.Layer(name, name != "files", stops)
        for name, (stops, _) in confinement.layers.LAYERS.items()
    ]
    monkeypatch.setattr(confinement, "probe", lambda: layers)


@pytest.mark.parametrize("arguments", [[], ["--isolation", "full"]])
def test_other_peoples_work_is_refused_where_student_code_is_not_confined(
    command, submitted, unconfined, arguments
):
    result = command("grade", submitted, "--course", MINI_COURSE, *arguments)
    assert result.exit_code == 2
    assert (
        "this machine cannot confine student code (files); `autograder doctor` says what to do, and "
        "--isolation none grades without" in " ".join(result.output.split())
    )


@pytest.mark.parametrize(
    ("asked", "paths", "isolation"),
    [
        (None, ["source/tiny/tiny.ipynb"], "none"),
        (None, ["source/tiny/tiny.ipynb", "release/tiny/tiny.ipynb"], "none"),
        (None, ["source/tiny/tiny.ipynb", "submitted/ada/tiny/tiny.ipynb"], "full"),
        (None, ["source/../submitted/tiny.ipynb"], "full"),
        ("full", ["source/tiny/tiny.ipynb"], "full"),
        ("none", ["submitted/ada/tiny/tiny.ipynb"], "none"),
    ],
)
def test_the_instructors_own_work_is_graded_all_the_same(mini_course, unconfined, asked, paths, isolation):
    assert isolation_for(asked, [mini_course.root / path for path in paths], mini_course) == isolation


def test_a_link_in_source_to_other_peoples_work_is_not_the_instructors(mini_course, unconfined, tmp_path):
    (tmp_path / "ada.ipynb").touch()
    link = mini_course.root / "source" / "link.ipynb"
    link.symlink_to(tmp_path / "ada.ipynb")
    assert isolation_for(None, [link], mini_course) == "full"


def test_where_student_code_is_confined_everything_is(mini_course, monkeypatch):
    monkeypatch.setattr(confinement, "complete", lambda layers: True)
    monkeypatch.setattr(confinement, "probe", tuple)
    assert isolation_for(None, [mini_course.source_path("tiny")], mini_course) == "full"


def test_elsewhere_than_on_linux_full_is_refused(mini_course, monkeypatch):
    monkeypatch.setattr("autograder.engine.choose.sys.platform", "darwin")
    with pytest.raises(EngineError, match="on Linux only, not on darwin; grade in a container, or with"):
        open_engine(mini_course, "full")
    assert type(open_engine(mini_course, "none")).__name__ == "KernelEngine"


def test_a_log_that_holds_only_ascii_gets_question_marks_and_no_crash(whole_class, submitted):
    arguments = [
        "grade",
        submitted,
        "--course",
        MINI_COURSE,
        "--json",
        whole_class.folder / "s.json",
        "--resume",
    ]
    process = subprocess.run(
        [sys.executable, "-c", "from autograder.cli import main; main()", *map(str, arguments)],
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert process.returncode == 3, process.stderr
    assert "2 graded, 1 invalid" in process.stdout
