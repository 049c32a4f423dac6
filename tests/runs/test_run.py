import errno
import json
import os
from pathlib import Path

import pytest

from autograder.errors import EngineError
from autograder.grading.engine import Limits
from autograder.grading.submissions import Submission, discover
from autograder.runs.journal import Journal, kept
from autograder.runs.run import Destinations, feedback_paths, run


@pytest.fixture
def results(tmp_path):
    """Where results go."""
    return Destinations(
        json=tmp_path / "out" / "scores.json",
        junit=tmp_path / "out" / "scores.xml",
        csv=tmp_path / "out" / "scores.csv",
        feedback=tmp_path / "out" / "feedback",
    )


@pytest.fixture
def go(mini_course, engine, results):
    """Grades a folder and returns the names of the students whose notebooks were run again."""

    def go(root, limits=None, **options):
        before = engine.seen
        submissions = discover([root], mini_course)
        run(submissions, mini_course, engine, results, limits=limits or Limits(), jobs=1, **options)
        return engine.seen - before

    return go


def test_all_results_are_written(go, hand_in, results):
    hand_in("ada")
    assert go(hand_in("ben")) == 2
    document = json.loads(results.json.read_text())
    assert [submission["student"] for submission in document["submissions"]] == ["ada", "ben"]
    assert b'<testsuite name="ada tiny"' in results.junit.read_bytes()
    assert results.csv.read_text().count("ben,tiny,graded") == 5
    names = sorted(str(path.relative_to(results.feedback)) for path in results.feedback.rglob("*.html"))
    assert names == ["ada/tiny.html", "ben/tiny.html", "index.html"]
    assert not list(results.json.parent.rglob("*.tmp"))


def test_resume_runs_only_what_is_new_or_changed(go, hand_in, results, mini_course):
    hand_in("ada")
    root = hand_in("ben")
    go(root)
    document = results.json.read_text()
    assert go(root, resume=True) == 0
    assert results.json.read_text() == document
    hand_in("ben", lambda notebook: notebook.cells[0].update(source="changed"))
    assert go(hand_in("cleo"), resume=True) == 2
    assert go(root, Limits(cell_seconds=1), resume=True) == 3, "other limits may give other scores"
    (results.feedback / "ada/tiny.html").unlink()
    assert go(root, Limits(cell_seconds=1), resume=True) == 1, "the page is missing"
    source = mini_course.source_path("tiny")
    source.write_text(source.read_text() + "\n")
    assert go(root, resume=True) == 3, "the course has changed"
    assert go(root) == 3, "without --resume everything is run"


def test_resume_survives_a_journal_that_ends_in_the_middle(go, hand_in, results):
    hand_in("ada")
    root = hand_in("ben")
    go(root)
    text = results.journal.read_text()
    results.journal.write_text(text[: len(text) - 30])
    assert go(root, resume=True) == 1
    assert go(root, resume=True) == 0
    results.journal.write_bytes(b"\xff{}\nnull\n[]\n")
    assert go(root, resume=True) == 2


def test_our_own_failures_are_tried_again_and_damaged_files_are_not(go, hand_in, engine):
    hand_in("ada", lambda notebook: notebook.cells[0].update(source="NOKERNEL"))
    root = hand_in("dan")
    (root / "dan/tiny/tiny.ipynb").write_text("{")
    engine.answers["NOKERNEL"] = EngineError("a kernel could not be started")
    assert go(root) == 2, "once more at once, in case that its processes were lost"
    engine.answers.clear()
    assert go(root, resume=True) == 1


def test_what_is_finished_is_kept_when_a_run_is_interrupted(go, hand_in, results):
    hand_in("ada")
    root = hand_in("ben")

    def stop(record):
        if record.student == "ben":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        go(root, progress=stop)
    assert not results.json.exists(), "no half document"
    assert go(root, resume=True) == 1


def test_pages_have_safe_names_of_their_own(tmp_path):
    students = ["ada", "Ada", "../../etc", "a/b", "\ud800", "", "x" * 300, "Jürgen & co"]
    paths = [
        str(path)
        for path in feedback_paths([Submission(tmp_path / "n.ipynb", name, "tiny") for name in students])
    ]
    assert paths == [
        "ada/tiny.html",
        "Ada/tiny-2.html",
        "_.._etc/tiny.html",
        "a_b/tiny.html",
        "_/tiny.html",
        "_/tiny-2.html",
        "x" * 100 + "/tiny.html",
        "Jürgen_co/tiny.html",
    ]


def test_a_place_that_cannot_be_written_is_found_before_grading(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="file"):
        Destinations(json=tmp_path / "file" / "scores.json").check()
    with pytest.raises(IsADirectoryError, match="is a folder, expected the name of a file"):
        Destinations(junit=tmp_path).check()


@pytest.mark.parametrize("resume", [False, True])
def test_the_journal_opens_only_what_may_be_read(resume, go, hand_in, results):
    root = hand_in("ada")
    for student in ("device", "pipe"):
        (root / student / "tiny").mkdir(parents=True)
    (root / "device/tiny/tiny.ipynb").symlink_to("/dev/zero")
    os.mkfifo(root / "pipe/tiny/tiny.ipynb")
    assert go(root, resume=resume) == 1
    document = json.loads(results.json.read_text())
    statuses = {found["student"]: found["status"] for found in document["submissions"]}
    assert statuses == {"ada": "graded", "device": "invalid", "pipe": "invalid"}


def test_results_that_go_into_a_pipe_leave_nothing_beside_it(mini_course, engine, hand_in, tmp_path):
    pipe = tmp_path / "out" / "pipe"
    pipe.parent.mkdir()
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        destinations = Destinations(json=pipe)
        destinations.check()
        run(
            discover([hand_in("ada")], mini_course),
            mini_course,
            engine,
            destinations,
            limits=Limits(),
            jobs=1,
        )
        [found] = json.loads(os.read(reader, 60_000))["submissions"]
    finally:
        os.close(reader)
    assert found["student"] == "ada"
    assert list(pipe.parent.iterdir()) == [pipe]
    assert destinations.journal is None


def test_a_full_disk_keeps_what_it_says_and_names_the_file(go, hand_in, results, monkeypatch):
    def full(graded, path):
        if "ben" in path.parts:
            raise OSError(errno.ENOSPC, "No space left on device", str(path))

    monkeypatch.setattr("autograder.runs.run._write_page", full)
    hand_in("ada")
    with pytest.raises(OSError, match="No space left on device: '.*ben/tiny.html'"):
        go(hand_in("ben"))
    assert kept(results.journal) == 1
    assert kept(results.journal.with_name("nothing")) == 0


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a full disk is a device of Linux")
def test_a_journal_on_a_full_disk_gives_its_lock_back(go, hand_in, results):
    go(hand_in("ada"))
    with Journal(results.journal, resume=True) as journal:
        [record] = journal._done.values()
    journal = Journal(results.journal.with_name("other.journal"), resume=False)
    with pytest.raises(OSError, match="No space left on device: '/dev/full'"), journal:
        journal._file.close()
        journal._file = Path("/dev/full").open("a", encoding="utf-8")  # noqa: SIM115 - the journal closes it
        journal.add("key", record)
    with Journal(results.journal.with_name("other.journal"), resume=True):
        pass


def test_a_file_in_the_place_of_the_folder_for_pages_is_refused_at_once(tmp_path):
    (tmp_path / "pages").touch()
    with pytest.raises(NotADirectoryError, match="is a file, expected a folder"):
        Destinations(feedback=tmp_path / "pages").check()
