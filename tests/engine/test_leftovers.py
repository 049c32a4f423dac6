"""Nothing is left behind: no process, no descriptor, no scratch folder, whoever is killed."""

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest

from autograder.engine.fork_engine import ForkEngine
from autograder.errors import EngineError, Stopped
from autograder.grading.engine import Limits

from .conftest import cell, check, notebook

SLEEP = notebook("open('busy', 'x').close()\nimport time\ntime.sleep(60)")

GRADER = """\
import sys
from nbformat.v4 import new_code_cell, new_notebook
from autograder.engine.fork_engine import ForkEngine
from autograder.grading.engine import Limits
with ForkEngine(confined=False) as engine:
    cells = [new_code_cell("open('busy', 'x').close(); import time; time.sleep(60)")]
    print("ready", flush=True)
    engine.run(new_notebook(cells=cells), Limits())
"""


def status(pid):
    """Parent and state of a process; None if there is none. One that nobody buries is as good as gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return None
    return None if fields[0] == "Z" else int(fields[1])


def children(pid):
    """Its children, which live."""
    return {
        int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit() and status(path.name) == pid
    }


def below(pid):
    """All processes below one."""
    found = children(pid)
    return found.union(*(below(child) for child in found))


def until(happened, seconds=20.0):
    """Wait until something has happened, and return what it gives."""
    deadline = time.monotonic() + seconds
    while not (found := happened()):
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.02)
    return found


def gone(pids):
    """Whether none of the processes lives."""
    return not any(status(pid) is not None for pid in pids)


def busy(folder):
    """Scratch folders with a cell that has begun to sleep."""
    return list(folder.glob("autograder-*/*/*/busy"))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Where temporary folders lie in these tests."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


class Running:
    """A notebook that runs in a thread.

    Attributes:
        raised: what ended it, if anything.
        execution: what came of it.
    """

    def __init__(self, engine, work=SLEEP):
        self.raised = self.execution = None
        self._engine, self._work = engine, work
        self.thread = threading.Thread(target=self._run)
        self.thread.start()

    def _run(self):
        try:
            self.execution = self._engine.run(self._work, Limits())
        except BaseException as error:  # noqa: BLE001 - `Stopped` is one
            self.raised = error


def server_of(engine):
    """Process id of its fork server."""
    return engine._server._process.pid


def test_after_many_notebooks_there_is_nothing_more_than_before(fork_engine):
    work = notebook("open('file', 'x').close()", check("a-1", "pass"))
    fork_engine.run(work, Limits())
    server = server_of(fork_engine)

    def held():
        return len(os.listdir("/proc/self/fd")), len(os.listdir(f"/proc/{server}/fd")), below(server)

    until(lambda: not below(server))
    before = held()
    for _ in range(10):
        fork_engine.run(work, Limits())
    until(lambda: not below(server))
    assert held() == before
    assert [path.name for path in fork_engine._server._folder.iterdir()] in ([], ["ipython"])


def test_an_engine_that_nobody_asks_starts_nothing(folder):
    with ForkEngine() as engine:
        assert engine._server is None
    assert list(folder.iterdir()) == []
    with pytest.raises(Stopped):
        engine.run(SLEEP, Limits())


def test_whoever_is_killed_costs_its_submission_and_the_next_is_graded(folder, confined):
    """One engine for all, in order: a student process, an examiner, the fork server, and an engine closed in the middle."""
    with ForkEngine(confined=confined) as engine:
        work = notebook(*(item.source for item in SLEEP.cells), cell("a", "1"), check("a-1", "pass"))
        for victim in ("student", "examiner", "server"):
            running = Running(engine, work)
            until(lambda: busy(folder))
            server = server_of(engine)
            everybody = {server, *below(server)}
            (scratch,) = busy(folder)
            # Both are children of the fork server; the examiner is the one that was forked first.
            examiner, student = sorted(below(server))
            os.kill({"student": student, "examiner": examiner, "server": server}[victim], signal.SIGKILL)
            running.thread.join(20)
            if victim == "student":
                first = running.execution.notebook.cells[0].outputs[-1].text
                assert first == "[the cell ended its Python process (signal SIGKILL)]\n"
                assert running.execution.cells["a-1"].status == "passed"
            else:
                assert isinstance(running.raised, EngineError)
            until(lambda gone_=everybody - ({server} if victim != "server" else set()): gone(gone_))
            ok = engine.run(notebook(check("a-1", "pass")), Limits())
            assert ok.cells["a-1"].status == "passed"
            until(lambda scratch=scratch: not scratch.parents[1].exists())
        running = Running(engine)
        until(lambda: busy(folder))
        everybody = {server_of(engine), *below(server_of(engine))}
    running.thread.join(20)
    assert isinstance(running.raised, Stopped)
    assert gone(everybody)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_a_grader_that_is_interrupted_or_killed_leaves_nothing(tmp_path, number):
    process = subprocess.Popen(
        [sys.executable, "-c", GRADER],
        env=os.environ | {"TMPDIR": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        until(lambda: busy(tmp_path), 40)
        everybody = below(process.pid)
        assert len(everybody) == 3
    finally:
        process.send_signal(number)
        process.wait(20)
        process.stdout.close()
    until(lambda: gone(everybody))
    until(lambda: not list(tmp_path.iterdir()))


def test_what_an_unconfined_cell_has_started_ends_with_it(unconfined_engine):
    source = "import subprocess\nprint(subprocess.Popen(['sleep', '60']).pid)"
    execution = unconfined_engine.run(notebook(source), Limits())
    pid = int(execution.notebook.cells[0].outputs[0].text)
    until(lambda: gone([pid]))
