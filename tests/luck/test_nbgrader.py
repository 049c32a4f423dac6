"""`nbgrader autograde` that is cut off, or that finds its database locked, loses no score."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from autograder.hooks import unfinished
from autograder.locks import FileLock

ROOT = Path(__file__).parents[2]
NBGRADER = str(Path(sys.executable).parent / "nbgrader")

pytestmark = [
    pytest.mark.xdist_group("stock"),
    pytest.mark.filterwarnings("ignore:unclosed database:ResourceWarning"),
]


@pytest.fixture
def nbgrader(mini_course):
    """Starts an nbgrader command in the mini course, with our configuration."""
    shutil.copy(ROOT / "nbgrader_config.py", mini_course.root)

    def start(*arguments):
        return subprocess.Popen(
            [NBGRADER, *arguments],
            cwd=mini_course.root,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=os.environ | {"PYTHONPATH": str(ROOT), "JUPYTER_PREFER_ENV_PATH": "1"},
        )

    return start


def test_killed_while_it_grades_and_started_again(nbgrader, mini_course, hand_in, tmp_path):
    """Stock nbgrader takes the folder of the killed run for a finished one; a locked database is waited for."""
    folder = hand_in("ada")
    hand_in("ben", lambda notebook: notebook.cells[-1].update(source="import time\ntime.sleep(3)"))
    shutil.move(folder, mini_course.root / "submitted")
    made = nbgrader("generate_assignment", "tiny")
    assert made.wait(120) == 0, made.communicate()[0]
    made.communicate()
    first = nbgrader("autograde", "tiny")
    autograded = mini_course.root / "autograded"
    deadline = time.monotonic() + 120
    while not (autograded / "ben" / "tiny" / "tiny.ipynb").exists():
        assert time.monotonic() < deadline
        assert first.poll() is None
        time.sleep(0.02)
    first.send_signal(signal.SIGKILL)
    first.communicate()
    assert _scores(mini_course)["ben"] is None

    release = threading.Event()
    holder = threading.Thread(target=_hold, args=(mini_course.root / "gradebook.db", release))
    second = nbgrader("autograde", "tiny")
    holder.start()
    time.sleep(2)
    release.set()
    told, _ = second.communicate(timeout=120)
    holder.join()
    assert second.returncode == 0, told
    assert "autograding was cut off; it can be graded again" in told
    scores = _scores(mini_course)
    assert scores["ben"] == scores["ada"] > 0
    assert not list((mini_course.root / unfinished.MARKS).iterdir())


def test_only_what_nobody_grades_is_swept(tmp_path):
    """A folder whose grader lives stays; so does everything that was never marked."""
    for student in ("alive", "dead", "finished"):
        (tmp_path / "autograded" / student / "a").mkdir(parents=True)
    (tmp_path / unfinished.MARKS).mkdir()
    (tmp_path / unfinished.MARKS / "dead--a").touch()
    (tmp_path / unfinished.MARKS / "..%2F..%2Fetc--a").touch()
    (tmp_path.parent.parent / "etc").mkdir(exist_ok=True)
    with FileLock(tmp_path / unfinished.MARKS / "alive--a") as alive:
        assert alive.take()
        assert unfinished.sweep(tmp_path) == [tmp_path / "autograded" / "dead" / "a"]
    assert sorted(path.name for path in (tmp_path / "autograded").glob("*/a")) == ["a", "a"]
    assert not (tmp_path / "autograded" / "dead" / "a").exists()
    assert unfinished.sweep(tmp_path / "nowhere") == []


def _hold(database, release):
    """Lock the gradebook, as a second nbgrader does for a moment."""
    connection = sqlite3.connect(database, timeout=30, isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    release.wait(10)
    connection.execute("COMMIT")
    connection.close()


def _scores(course):
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as book:
        found = {}
        for submission in book.find_assignment("tiny").submissions:
            grades = [grade.auto_score for notebook in submission.notebooks for grade in notebook.grades]
            automatic = [score for score in grades if score is not None]
            found[submission.student.id] = sum(automatic) if automatic else None
        return found
