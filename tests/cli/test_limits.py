"""Each limit that the command line is given holds in the student process: a submission for each, which does a little too much."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from autograder.cli import main
from autograder.confinement import complete, probe
from autograder.course import notebook as notebooks
from autograder.course import variants
from autograder.course.assignment import Course
from autograder.engine import fork_engine
from autograder.limits import LIMITS

MINI_COURSE = Path(__file__).parents[1] / "mini_course"

GIVEN = {
    "cell": "6",
    "submission": "7s",
    "cpu": "1",
    "memory": "100MiB",
    "threads": "6",
    "file": "1MiB",
    "scratch": "3 MiB",
    "scratch-entries": "20",
    "open-files": "40",
    "output": "2K",
    "value": "1MB",
}

# Of each submission: what its solution cell does, what the function in it does when it is called first, how that aspect
# ends, and what its message says.
ATTACKS = {
    "cell": ("", "time.sleep(60)", "timeout", "was stopped after 6 s; is there an endless loop?"),
    "submission": ("time.sleep(4)", "time.sleep(4)", "timeout", "the submission used up its 7 s"),
    "cpu": ("", "while time.process_time() < 2: pass", "killed", "(signal SIGXCPU)"),
    "memory": ("", "bytearray(200 * 2**20)", "error", "MemoryError"),
    "threads": (
        "",
        # Small stacks: nine usual ones come close to the limit of memory.
        (
            "threading.stack_size(2**18); "
            "[threading.Thread(target=time.sleep, args=(1.5,)).start() for _ in range(9)]; time.sleep(1.5)"
        ),
        "killed",
        "(it used more than 6 threads)",
    ),
    "file": ("", "open('large', 'wb').write(bytes(2**21))", "error", "File too large"),
    "scratch": (
        "",
        "[open(str(i), 'wb').write(bytes(2**19)) for i in range(12)]; time.sleep(1.5)",
        "killed",
        "(it wrote more than 3 MiB of files)",
    ),
    "scratch-entries": (
        "",
        "[open(str(i), 'w').close() for i in range(30)]; time.sleep(1.5)",
        "killed",
        "(it made more than 20 files)",
    ),
    "open-files": ("", "[os.dup(0) for _ in range(50)]", "error", "Too many open files"),
    "output": ("print('x' * 5000)", "", "passed", ""),
    "value": ("", "return np.zeros(250_000)", "error", "the value takes more than 0.953674 MiB"),
}
ANSWER = """\
import os, threading, time
import numpy as np
{}
first = [True]
def double(x):
    if first and first.pop():
        {}
    return 2 * x
"""


pytestmark = pytest.mark.xdist_group("limits")


@pytest.fixture(scope="module", autouse=True)
def _confinement():
    """Most limits are the kernel's."""
    if not complete(probe()):
        pytest.skip("student code cannot be confined here")


@pytest.fixture(scope="module")
def submitted(tmp_path_factory):
    """One student for each limit, named after it."""
    folder = tmp_path_factory.mktemp("submitted")
    tiny = Course(MINI_COURSE).assignment("tiny")
    for name, (cell, call, _, _) in ATTACKS.items():
        notebook = variants.solved(tiny)
        notebook.cells[tiny.cell("double").index].source = ANSWER.format(cell, call or "pass")
        notebooks.write(notebook, folder / name / "tiny" / "tiny.ipynb")
    return folder


def graded(paths, *arguments, folder):
    """The aspect `double-number` of each student, and the student's page."""
    arguments = [*paths, "--course", MINI_COURSE, "--json", folder / "s.json", *arguments]
    result = CliRunner().invoke(
        main, ["grade", *map(str, arguments), "--feedback", str(folder / "f"), "--jobs", "4"]
    )
    assert result.exit_code == 0, result.output
    document = json.loads((folder / "s.json").read_text())
    return {
        entry["student"]: (
            entry["questions"][0]["aspects"][0],
            (folder / "f" / entry["student"] / "tiny.html").read_text(),
        )
        for entry in document["submissions"]
    }


@pytest.fixture(scope="module")
def limited(submitted, tmp_path_factory):
    """The class, graded with all limits low."""
    arguments = []
    for limit in LIMITS.values():
        if value := GIVEN.get(limit.name):
            arguments += [limit.option, value] if limit.option else ["--limit", f"{limit.name}={value}"]
    return graded([submitted], *arguments, folder=tmp_path_factory.mktemp("limited"))


@pytest.fixture(scope="module")
def unlimited(submitted, tmp_path_factory):
    """The same with the defaults, but for those who would sleep for long."""
    paths = [path for path in submitted.iterdir() if path.name not in ("cell", "submission")]
    return graded(paths, folder=tmp_path_factory.mktemp("unlimited"))


def test_every_limit_is_tried():
    assert GIVEN.keys() == ATTACKS.keys()
    assert GIVEN.keys() | {"startup"} == {limit.name for limit in LIMITS.values()}


CUT = "the rest of the output is left out: too long"


@pytest.mark.parametrize("name", ATTACKS)
def test_each_limit_ends_what_goes_beyond_it(limited, name):
    aspect, page = limited[name]
    _, _, status, message = ATTACKS[name]
    assert (aspect["id"], aspect["status"]) == ("double-number", status), aspect["message"]
    assert message in aspect["message"]
    assert (CUT in page) == (name == "output")


def test_with_the_defaults_all_of_that_is_allowed(unlimited):
    assert unlimited.keys() == ATTACKS.keys() - {"cell", "submission"}
    for name, (aspect, page) in unlimited.items():
        if name == "value":  # it reaches the check, which does not like it
            assert "ambiguous" in aspect["message"]
        else:
            assert aspect["status"] == "passed", (name, aspect)
        assert CUT not in page


def test_a_process_that_takes_too_long_to_start_is_the_machines_fault(submitted, tmp_path, monkeypatch):
    monkeypatch.setattr(fork_engine, "END", 0.1)  # do not wait until it has started after all
    arguments = ["--course", MINI_COURSE, "--limit", "startup=0.1", "--json", tmp_path / "s.json"]
    result = CliRunner().invoke(main, ["grade", str(submitted / "output"), *map(str, arguments)])
    assert result.exit_code == 3, result.output
    (entry,) = json.loads((tmp_path / "s.json").read_text())["submissions"]
    assert entry["status"] == "error"
    assert "the fork server did not start within 0.1 s" in entry["message"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--limit", "memory"], "'memory' is no limit; write NAME=VALUE, such as memory=4GiB"),
        (["--limit", "ram=4GiB"], "there is no limit 'ram'; known: startup, cpu, memory, threads, file,"),
        (["--limit", "timeout=3"], "value; and --timeout (wall time of one cell, or of one check), --submission-"),
        (["--limit", "memory=lots"], "'--limit': 'lots' is no size; write bytes, or a number with a unit, such as"),
        (["--limit", "memory=1"], "'1' does not fit, expected 32 MiB to 1024 TiB"),
        (["--limit", "threads=2.5"], "'2.5' does not fit, expected a whole number"),
        (["--timeout", "soon"], "'--timeout': 'soon' is no time; write seconds, or a number with a unit"),
        (["--timeout", "nan"], "'nan' is no time"),
        (
            ["--isolation", "none", "--limit", "memory=4GiB", "--limit", "cpu=9", "--limit", "output=9"],
            "a limit of cpu and memory needs confinement (isolation full)",
        ),
    ],
)  # fmt: skip
def test_a_limit_that_makes_no_sense_is_status_2_and_one_clear_sentence(submitted, arguments, message):
    command = ["grade", str(submitted), "--course", str(MINI_COURSE), *arguments]
    result = CliRunner().invoke(main, command, env={"COLUMNS": "300"})
    assert result.exit_code == 2
    assert message in " ".join(result.output.split())


def test_the_help_names_all_limits_and_their_defaults():
    text = " ".join(CliRunner().invoke(main, ["grade", "--help"]).output.split())
    for limit in LIMITS.values():
        assert limit.option in text if limit.option else f"{limit.name} ({limit.show(limit.default)})" in text


def test_a_folder_that_is_named_can_be_read(submitted, tmp_path):
    """And the one beside it cannot; one that is not there is a sentence."""
    tiny = Course(MINI_COURSE).assignment("tiny")
    for name in ("given", "secret"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file.txt").write_text(name)
        notebook = variants.solved(tiny)
        read = f"open({str(tmp_path / name / 'file.txt')!r}).read()"
        notebook.cells[tiny.cell("double").index].source = ANSWER.format("pass", read)
        notebooks.write(notebook, tmp_path / "in" / name / "tiny" / "tiny.ipynb")
    found = graded([tmp_path / "in"], "--readable", tmp_path / "given", folder=tmp_path)
    assert found["given"][0]["status"] == "passed"
    assert "Permission denied" in found["secret"][0]["message"]
    arguments = [
        "grade",
        submitted,
        "--course",
        MINI_COURSE,
        "--readable",
        tmp_path / "nowhere",
    ]
    refused = CliRunner().invoke(main, [str(item) for item in arguments])
    assert refused.exit_code == 2
    assert "nowhere' does not exist" in " ".join(refused.output.split())
