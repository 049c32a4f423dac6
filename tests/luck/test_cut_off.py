"""A run that is cut off at any moment goes on where it was: nothing is lost, nothing is half written, nobody is left."""

import json
import os
import random
import resource
import socket
import subprocess
import sys
import time

import psutil
import pytest
from click.testing import CliRunner

from autograder.cli import main
from autograder.errors import EngineError, EngineRefusedError, RunError
from autograder.grading.engine import Limits
from autograder.grading.submissions import discover
from autograder.runs.journal import Journal
from autograder.runs.run import Destinations, run

KILLS = 3  # `python -m benchmarks.soak --kill 20` does it more often


def test_killed_at_random_moments_and_resumed(mini_course, hand_in, tmp_path):
    """The scores are those of a run that nobody disturbed, and no submission is noted twice."""
    for number in range(8):
        wrong = "double(x):\n    return 0" if number % 3 == 0 else None
        folder = hand_in(f"s{number}", lambda notebook, wrong=wrong: _replace(notebook, wrong))
    (tmp_path / "tmp").mkdir()
    results = tmp_path / "scores.json"
    command = [sys.executable, "-m", "autograder", "grade", str(folder), "--course", str(mini_course.root)]
    command += ["--json", str(results), "--resume", "--jobs", "1", "--isolation", "none"]
    rng = random.Random(3)
    killed = 0
    for attempt in range(4 * KILLS):
        process = subprocess.Popen(
            command,
            env=os.environ | {"TMPDIR": str(tmp_path / "tmp")},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        try:
            process.wait(rng.uniform(1.0, 8.0) if killed < KILLS else 120)
            break
        except subprocess.TimeoutExpired:
            process.kill()
            killed += 1
        finally:
            _, errors = process.communicate()
    assert process.returncode == 0, (attempt, errors)
    scores = {found["student"]: found["score"] for found in json.loads(results.read_text())["submissions"]}
    full = scores["s1"]
    assert scores == {f"s{n}": scores["s0"] if n % 3 == 0 else full for n in range(8)}
    assert scores["s0"] < full
    noted = [
        json.loads(line)["fingerprint"]
        for line in (tmp_path / "scores.json.journal").read_text().splitlines()
    ]
    assert len(noted) == len(set(noted)) == 8
    assert [path.name for path in tmp_path.glob(".*")] == [], "nothing half written, no lock"
    _until(lambda: not _processes_with(tmp_path / "tmp"))
    _until(lambda: not list((tmp_path / "tmp").iterdir()))


@pytest.mark.parametrize("said", [b"", b'{"confined": false}'], ids=["nothing", "settings"])
def test_a_grader_killed_while_its_fork_server_starts_leaves_nothing(tmp_path, said):
    folder = tmp_path / "autograder-x"
    (folder / "ipython").mkdir(parents=True)
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        server = subprocess.Popen(
            [sys.executable, "-m", "autograder.engine.fork_server", str(theirs.fileno()), str(folder)],
            pass_fds=(theirs.fileno(),),
            env=os.environ | {"IPYTHONDIR": str(folder / "ipython")},
            stderr=subprocess.PIPE,
        )
    with ours:
        if said:
            ours.send(said)
    _, errors = server.communicate(timeout=60)
    assert (server.returncode, errors) == (0, b"")
    assert not folder.exists()


def test_two_graders_do_not_write_the_same_results(mini_course, hand_in, tmp_path):
    results = tmp_path / "scores.json"
    with Journal(tmp_path / "scores.json.journal", resume=False):
        with pytest.raises(
            RunError, match=r"scores\.json: another grader writes these results \(process \d+\)"
        ):
            Journal(tmp_path / "scores.json.journal", resume=True)
        ran = CliRunner().invoke(
            main,
            ["grade", str(hand_in("ada")), "--course", str(mini_course.root), "--json", str(results)]
            + ["--isolation", "none"],
        )
    assert ran.exit_code == 2
    assert "another grader writes these results" in ran.output
    assert "--json FILE" in ran.output
    with Journal(tmp_path / "scores.json.journal", resume=True):
        pass


def test_a_full_disk_costs_nothing_that_was_finished(mini_course, hand_in, engine, tmp_path):
    """The first page that does not fit ends the run; what was noted before stays, and the next run goes on."""
    hand_in("ada")
    submissions = discover([hand_in("ben")], mini_course)
    results = Destinations(json=tmp_path / "out" / "scores.json", feedback=tmp_path / "out" / "pages")

    def go(**options):
        return run(submissions, mini_course, engine, results, limits=Limits(), jobs=1, **options)

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill_the_disk(record):
        if record.student == "ben":
            resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, hard))

    try:
        with pytest.raises(OSError, match="File too large"):
            go(progress=fill_the_disk)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert sorted(path.name for path in (tmp_path / "out").rglob("*.html")) == ["tiny.html"]
    assert not list((tmp_path / "out").rglob("*.tmp"))
    assert not results.json.exists()
    before = engine.seen
    assert [record.student for record in go(resume=True)] == ["ada", "ben"]
    assert engine.seen - before == 1, "ada was finished"


def test_a_lost_process_is_tried_once_more(mini_course, hand_in, engine, tmp_path):
    submissions = discover([hand_in("ada")], mini_course)
    answers = iter([EngineError("the examiner has ended before its time")])
    unlucky = engine.run

    def lose_the_first(notebook, limits, files=None):
        for problem in answers:
            raise problem
        return unlucky(notebook, limits, files)

    engine.run = lose_the_first
    [record] = run(submissions, mini_course, engine, Destinations(), limits=Limits(), jobs=1)
    assert record.status.value == "graded"


def test_what_is_refused_is_not_tried_once_more(mini_course, hand_in, engine, tmp_path):
    submissions = discover([hand_in("ada")], mini_course)
    asked = []

    def refuse(notebook, limits, files=None):
        asked.append(1)
        raise EngineRefusedError("student code cannot be confined here")

    engine.run = refuse
    [record] = run(submissions, mini_course, engine, Destinations(), limits=Limits(), jobs=1)
    assert (record.status.value, len(asked)) == ("error", 1)
    assert "student code cannot be confined here" in record.message


def test_remains_of_a_killed_writer_are_swept(tmp_path):
    for name in (".scores.json.abc.tmp", ".scores.json.journal.x_y.tmp", ".other.abc.tmp", "scores.json.tmp"):
        (tmp_path / name).touch()
    with Journal(tmp_path / "scores.json.journal", resume=True):
        pass
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".other.abc.tmp",
        "scores.json.journal",
        "scores.json.tmp",
    ]


def _replace(notebook, source):
    if source:
        next(
            c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == "double"
        ).source = f"def {source}"


def _processes_with(folder):
    found = []
    for process in psutil.process_iter():
        try:
            if process.environ().get("TMPDIR") == str(folder) and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
        except psutil.Error:
            continue
    return found


def _until(happened, seconds=20.0):
    deadline = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.05)
