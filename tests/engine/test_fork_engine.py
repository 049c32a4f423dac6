"""Whole notebooks: what goes wrong costs the question where it went wrong, and nothing else."""

import os
import threading
import time
from pathlib import Path

import nbformat
import pytest

from autograder.course import variants
from autograder.engine import fork_engine as fork_engine_module
from autograder.engine.fork_engine import ForkEngine
from autograder.errors import EngineError, EngineRefusedError
from autograder.grading.engine import Limits
from autograder.grading.kernel_engine import KernelEngine
from autograder.judge.samples import SEED_VARIABLE

from .conftest import cell, check, notebook

pytestmark = pytest.mark.xdist_group("fork engine")  # what the tests look at ran once

ASPECT = "from autograder import judge as check\n\nwith check.aspect({!r}):\n    {}\n".format


def aspect(grade_id, body):
    """A check cell of the usual form."""
    return check(grade_id, ASPECT(grade_id, body))


STUBBORN = """\
import time
while True:
    try:
        time.sleep(9)
    except KeyboardInterrupt:
        pass"""

NOTEBOOK = notebook(
    "import os\nruns = 0\nnumbers = open('numbers.txt').read().split()",
    cell("count", "runs += 1\nopen('new.txt', 'x').close()\nos.remove('numbers.txt')"),
    aspect("count-once", "assert runs == 1 and numbers == ['1', '2', '3']"),
    aspect("count-twice", "assert runs == 2, 'it ran once'"),
    cell("endless", "kept = 1\nwhile True: pass"),
    aspect("endless-after", "assert kept == runs == 1"),
    cell("stubborn", f"lost = 1\n{STUBBORN}"),
    aspect("stubborn-after", "lost"),
    cell("quits", "print('last words')\nos._exit(3)"),
    cell("exhausts", "much = [bytes(10**6) for _ in range(10**6)]"),
    cell("crashes", "import signal\nos.kill(os.getpid(), signal.SIGSEGV)"),
    cell("closes", "os.closerange(0, 100)"),
    cell("functions", "def hangs():\n    while True: pass\ndef quits(): os._exit(0)\ndef fine(): return 7\n"
         "def raises(): raise SystemExit(3)\ndef interrupts(): raise KeyboardInterrupt\n"
         "def prints(): print('x' * 10**7); return 7\ndef huge(): return 'x' * 10**8"),
    aspect("functions-hangs", "assert hangs() == 7"),
    aspect("functions-quits", "assert quits() == 7"),
    aspect("functions-fine", "assert fine() == 7 and runs == 1"),
    aspect("functions-raises", "raises()"),
    aspect("functions-interrupts", "interrupts()"),
    aspect("functions-prints", "assert prints() == 7"),
    aspect("functions-huge", "huge()"),
    cell("missing", "raise NotImplementedError('missing is not written yet')"),
    aspect("missing-name", "missing(3)"),
    aspect("picture-drawn", "check.equal(table, [[1.0, 2.0], [3.0, 5.0]], name='dw')"),
    check("plain-assert", "assert fine() == 8, 'eight'"),
    check("syntax-wrong", "assert = 3"),
    aspect("endless-check", "while True: pass"),
    aspect("last-one", "assert runs == 1 and 'lost' not in globals()"),
    "runs",
)  # fmt: skip
NOTEBOOK.cells.insert(2, cell("table", "import numpy as np\ntable = np.array([[1.0, 2.0], [3.0, 4.0]])"))

STOPPED = "was stopped after 1 s; is there an endless loop?"
RESULTS = {
    "count": ("passed", ""),
    "count-once": ("passed", ""),
    "count-twice": ("error", "it ran once"),
    "endless": ("timeout", f"the cell {STOPPED}"),
    "endless-after": ("passed", ""),
    "stubborn": ("timeout", f"the cell {STOPPED}"),
    "stubborn-after": ("failed", "`lost` does not exist yet"),
    "quits": ("killed", "the cell ended its Python process (exit status 3)"),
    "exhausts": ("error", "MemoryError"),
    "crashes": ("killed", "the cell ended its Python process (signal SIGSEGV)"),
    "closes": ("killed", "the cell ended its Python process (exit status 1)"),
    "functions-hangs": ("timeout", f"your code, called by this check, {STOPPED}"),
    "functions-quits": (
        "killed",
        "your code, called by this check, ended its Python process (exit status 0)",
    ),
    "functions-fine": ("passed", ""),
    "functions-raises": ("error", "SystemExit"),
    "functions-interrupts": ("error", "KeyboardInterrupt"),
    "functions-prints": ("passed", ""),
    "functions-huge": ("error", "cannot be handed to the check"),
    "missing": ("error", "missing is not written yet"),
    "missing-name": ("failed", "`missing` does not exist yet"),
    "picture-drawn": ("failed", "dw"),
    "plain-assert": ("failed", "eight"),
    "syntax-wrong": ("error", "SyntaxError: invalid syntax"),
    "endless-check": ("timeout", f"your code, called by this check, {STOPPED}"),
    "last-one": ("passed", ""),
}


@pytest.fixture(scope="module")
def execution(fork_engine, tmp_path_factory):
    """The notebook above, run once."""
    files = tmp_path_factory.mktemp("files")
    (files / "numbers.txt").write_text("1 2 3")
    (files / "other.ipynb").write_text("{}")
    (files / "secret").symlink_to("/etc/passwd")
    return fork_engine.run(NOTEBOOK, Limits(cell_seconds=1, memory_bytes=400 * 2**20), files)


@pytest.mark.parametrize("grade_id", RESULTS)
def test_each_cell_has_its_result_whatever_the_others_do(execution, confined, grade_id):
    if grade_id == "exhausts" and not confined:
        pytest.skip("nothing bounds memory here")
    status, message = RESULTS[grade_id]
    result = execution.cells[grade_id]
    assert result.status == status, result
    assert message in result.message if message else result.message == ""


def test_the_notebook_is_valid_and_the_original_is_not_touched(execution):
    nbformat.validate(execution.notebook)
    assert execution.notebook.cells[-1].outputs[0].data == {"text/plain": "1"}
    assert not any(item.get("outputs") for item in NOTEBOOK.cells)


def test_what_did_not_pass_shows_an_error_or_a_note(execution):
    """nbgrader counts a check cell without either as passed."""
    for item in execution.notebook.cells:
        result = execution.cells.get(item.metadata.get("nbgrader", {}).get("grade_id"))
        if result is not None and result.status != "passed":
            assert any(
                output.output_type == "error" or output.get("name") == "stderr" for output in item.outputs
            )


def test_findings_and_pictures_come_through(execution):
    (finding,) = execution.cells["picture-drawn"].findings
    assert "dw" in finding.fact and finding.data
    outputs = next(
        item.outputs
        for item in execution.notebook.cells
        if item.metadata.get("nbgrader", {}).get("grade_id") == "picture-drawn"
    )
    assert outputs[0].data["image/png"].startswith("iVBORw0KGgo")
    assert outputs[1].output_type == "error"


def test_links_notebooks_and_hidden_files_are_not_brought(fork_engine, tmp_path, monkeypatch):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/data.txt").write_text("x")
    (tmp_path / "a.ipynb").write_text("{}")
    (tmp_path / ".hidden").touch()
    (tmp_path / "link").symlink_to("/etc")
    monkeypatch.chdir(tmp_path.parent)  # a relative path is one from here
    found = fork_engine.run(
        notebook("import os\nsorted(os.listdir()), os.listdir('folder')"), Limits(), Path(tmp_path.name)
    )
    assert found.notebook.cells[0].outputs[0].data["text/plain"] == "(['folder'], ['data.txt'])"


def test_files_that_cannot_be_had_are_our_error(fork_engine, tmp_path):
    with pytest.raises(EngineError, match="the files in .*nowhere cannot be copied"):
        fork_engine.run(notebook("1"), Limits(), tmp_path / "nowhere")


def test_a_submission_that_runs_out_of_time_keeps_what_it_has(fork_engine):
    cells = [check("a-1", "pass"), cell("b", "import time; time.sleep(30)"), check("a-2", "pass"), "1"]
    execution = fork_engine.run(notebook(*cells), Limits(submission_seconds=1))
    assert [result.status for result in execution.cells.values()] == ["passed", "timeout", "not_run"]
    assert {result.message for result in execution.cells.values()} == {
        "",
        "the submission used up its 1 s",
    }
    last = execution.notebook.cells[2]
    assert last.execution_count is None and "used up its 1 s" in last.outputs[0].text


def test_seeds_differ_between_submissions_and_repeat_for_the_same_one(fork_engine):
    def seed(answer):
        source = f"import os\nraise AssertionError(os.environ[{SEED_VARIABLE!r}])"
        found = fork_engine.run(notebook(cell("a", answer), check("a-1", source)), Limits())
        return int(found.cells["a-1"].message)

    assert seed("1") == seed("1") != seed("2")


def test_random_numbers_without_a_seed_are_not_those_of_the_neighbour(outputs):
    source = "import random, numpy as np\nrandom.random(), np.random.rand()"
    assert outputs(source) != outputs(source)


def test_several_threads_share_an_engine(fork_engine):
    results = {}

    def work(number):
        found = fork_engine.run(
            notebook(f"x = {number}", check("a-1", f"assert x == {number}"), "x"), Limits()
        )
        results[number] = found.cells["a-1"].status, found.notebook.cells[2].outputs[0].data["text/plain"]

    threads = [threading.Thread(target=work, args=[number]) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert results == {number: ("passed", str(number)) for number in range(6)}


def test_checks_inside_run_in_the_student_process_with_magics_and_results(open_fork_engine):
    cells = [
        "x = 1",
        check("a-1", "%matplotlib inline\nx += 1\nassert x == 2"),
        check("a-2", "x == 2"),
        check("a-3", "assert x == 3, 'three'"),
        check("a-4", "import os\nos._exit(0)"),
        check("a-5", "assert x == 2"),
    ]
    execution = open_fork_engine.run(notebook(*cells), Limits())
    statuses = [result.status for result in execution.cells.values()]
    assert statuses == ["passed", "passed", "failed", "killed", "passed"]
    assert execution.notebook.cells[2].outputs[0].data == {"text/plain": "True"}


def test_an_empty_cell_and_an_empty_notebook_are_fine(fork_engine):
    assert fork_engine.run(notebook(), Limits()).cells == {}
    assert fork_engine.run(notebook("", cell("a", " \n")), Limits()).cells == {}


def test_the_mini_course_looks_as_if_a_kernel_had_run_it(fork_engine, tiny):
    solved = variants.solved(tiny)
    ours = fork_engine.run(solved, Limits(), tiny.path.parent)
    with KernelEngine() as engine:
        theirs = engine.run(solved, Limits(), tiny.path.parent)
    assert ours.cells == theirs.cells
    assert {result.status for result in ours.cells.values()} == {"passed"}
    assert [c.get("outputs") for c in ours.notebook.cells] == [
        c.get("outputs") for c in theirs.notebook.cells
    ]


def test_a_fork_server_that_cannot_start_is_our_error(monkeypatch):
    monkeypatch.setattr("autograder.engine.fork_engine.sys.executable", "/bin/false")
    with ForkEngine() as engine, pytest.raises(EngineError, match="the fork server did not start: no reason"):
        engine.run(notebook("1"), Limits())


def test_a_folder_that_cannot_be_hidden_is_one_sentence(confined, monkeypatch):
    """And whoever asks again is told at once."""
    if not confined:
        pytest.skip("nothing can be hidden here")
    started = []
    server = fork_engine_module.Server
    monkeypatch.setattr(
        fork_engine_module, "Server", lambda *arguments: started.append(1) or server(*arguments)
    )
    with ForkEngine(hidden=(Path(os.__file__).parent,)) as engine:
        for _ in range(3):
            with pytest.raises(EngineRefusedError, match="must be hidden from student code, but lies inside"):
                engine.run(notebook("1"), Limits())
    assert len(started) == 1


def test_an_empty_notebook_costs_a_tenth_of_a_second(fork_engine):
    started = time.monotonic()
    fork_engine.run(notebook("1"), Limits())
    assert time.monotonic() - started < 2  # a generous bound: it must not import anything


def test_the_outputs_of_all_cells_together_have_a_limit(fork_engine):
    """The grader holds them in memory, and a submission may have thousands of cells."""
    printing = [cell(f"p{number}", "print('x' * 10**5)") for number in range(30)]
    many = (
        "from IPython import get_ipython\nfor _ in range(20):\n    try: raise ValueError('y' * 4000)\n"
        "    except ValueError: get_ipython().showtraceback()\nraise ValueError('y' * 4000)"
    )
    failing = [cell(f"f{number}", many) for number in range(30)]
    execution = fork_engine.run(notebook(*printing, *failing), Limits(output_bytes=10**5))
    assert len(str(execution.notebook)) < 12 * 10**5 + 30 * 3_000
    first, last = execution.notebook.cells[0], execution.notebook.cells[-1]
    assert first.outputs[0].text == "x" * 10**5
    assert [output.ename for output in last.outputs if output.output_type == "error"] == ["ValueError"]
