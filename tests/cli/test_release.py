"""`autograder release` on the command line: what it prints, and its exit status."""

import contextlib

import pytest
from click.testing import CliRunner

from autograder.cli import main
from autograder.cli import release as command
from autograder.course import notebook as notebooks


def run(*arguments):
    """Run the command; return its exit status and what it printed."""
    result = CliRunner().invoke(main, ["release", *map(str, arguments)], catch_exceptions=False)
    return result.exit_code, result.output


def test_releases_all_assignments_and_checks_them(mini_course):
    status, output = run("--course", mini_course.root, "--no-run")
    assert status == 0
    assert output.startswith("tiny\n  ✔ metadata are valid\n") and "✔ release/ is written" in output
    assert run("--course", mini_course.root, "--no-run", "--check", "tiny")[0] == 0


def test_status_1_for_a_difference_with_the_cell(mini_course, tiny):
    run("--course", mini_course.root, "--no-run")
    tiny.cells[2].node.source += " [New]."
    notebooks.write(tiny.notebook, tiny.path)
    status, output = run("--course", mini_course.root, "--no-run", "--check")
    assert status == 1
    assert "  ✘ release/ is what source/ gives\n" in output
    assert "        +Twice $x$, for numbers and arrays. [New].\n" in output


def test_status_1_for_a_source_that_nobody_can_release(mini_course):
    mini_course.source_path("tiny").write_text("{")
    status, output = run("--course", mini_course.root, "--no-run")
    assert status == 1
    assert "tiny.ipynb: not a notebook, line 1 is not JSON" in output


def test_runs_with_the_grader_of_autograder_grade(mini_course, monkeypatch):
    calls = []

    def grader(path, course):
        calls.append(path.name)
        raise command.AutograderError("no kernel today")

    monkeypatch.setattr(command, "default_grader", lambda course: contextlib.nullcontext(grader))
    status, output = run("--course", mini_course.root)
    assert status == 1 and calls == ["tiny.ipynb", "tiny.ipynb"]
    assert "✘ an untouched version scores 0\n      no kernel today\n" in output


def test_the_grader_is_the_one_of_autograder_grade_with_one_engine_for_all(mini_course, monkeypatch, engine):
    opened = []

    def open_engine(course, isolation):
        opened.append((course, isolation))
        return engine

    monkeypatch.setattr("autograder.engine.choose.open_engine", open_engine)
    with command.default_grader(mini_course) as grader:
        record = grader(mini_course.source_path("tiny"), mini_course)
    assert opened == [(mini_course, "none")], "what it runs is the instructor's own"
    assert (record.status, record.score, engine.seen) == ("graded", 5.5, 1)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["huge"], "there is no assignment 'huge'; there are tiny"),
        (["--course", "nowhere"], "nowhere: no course here, there is no folder source/ in it"),
        (["--wrong"], "No such option"),
    ],
)
def test_status_2_for_unusable_arguments(mini_course, monkeypatch, arguments, message):
    monkeypatch.chdir(mini_course.root)
    status, output = run(*arguments)
    assert status == 2 and message in output


def test_status_2_without_a_course_or_assignments(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    status, output = run()
    assert status == 2 and "no course here, neither this folder nor one above it" in output
    (tmp_path / "source").mkdir()
    status, output = run()
    assert status == 2 and "source holds no assignment" in output


def test_help_shows_examples():
    status, output = run("--help")
    assert status == 0 and "autograder release --check" in output
