"""What one submission does costs the others nothing, and the examiner little."""

import os

import pytest

from autograder.limits import Limits

from .conftest import cell, check, notebook

LENT = """
import numpy as np
big = np.zeros((20_000, 1))
def called_with(f):
    try:
        f(big)
    except Exception as problem:
        return type(problem).__name__
"""


def test_a_function_of_the_check_cannot_be_made_to_fill_the_memory(fork_engine):
    source = "found = called_with(lambda x: float((x + x.T).sum()))\nassert found == 'MemoryError', found"
    execution = fork_engine.run(
        notebook(cell("a", LENT), check("a-1", source), check("a-2", "assert 1")), Limits()
    )
    # 3.2 GB are more than an examiner may have; what failed in it is not the student's business.
    assert execution.cells["a-1"].message == "RuntimeError"
    assert execution.cells["a-2"].status == "passed"


def test_a_confined_process_has_one_processor(outputs, confined):
    if not confined:
        pytest.skip("needs confinement")
    (output,) = outputs("import os\nlen(os.sched_getaffinity(0)), os.cpu_count() > 0")
    assert output.data["text/plain"] == "(1, True)"


def test_neighbours_have_different_processors(fork_engine, confined):
    if not confined or len(os.sched_getaffinity(0)) < 2:
        pytest.skip("needs confinement and two processors")
    import threading

    found = {}

    def work(number):
        source = "import os, time\ntime.sleep(2)\nprint(os.sched_getaffinity(0))"
        found[number] = fork_engine.run(notebook(source), Limits()).notebook.cells[0].outputs[0].text

    threads = [threading.Thread(target=work, args=[number]) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert found[0] != found[1]


def test_the_same_notebook_with_another_file_is_asked_other_questions(fork_engine, tmp_path):
    """With nbgrader the files are the student's: they could hold what the checks asked the time before."""
    source = "import os\nraise AssertionError(os.environ['AUTOGRADER_SEED'])"
    work = notebook(cell("a", "1"), check("a-1", source))

    def seed():
        return fork_engine.run(work, Limits(), tmp_path).cells["a-1"].message

    first = seed()
    (tmp_path / "table.txt").write_text("1")
    second = seed()
    (tmp_path / "table.txt").write_text("2")
    assert len({first, second, seed()}) == 3
    (tmp_path / "other.ipynb").write_text("{}")
    assert seed() == seed()


def test_a_check_whose_time_is_over_says_so_although_it_cleans_up(fork_engine):
    source = (
        "from autograder import judge as check\nwith check.aspect('a-1'):\n"
        "    with check.planted(thing, name=1):\n        thing.sleep()"
    )
    student = "import time\nclass Thing:\n    def sleep(self): time.sleep(30)\nthing = Thing()"
    execution = fork_engine.run(notebook(cell("a", student), check("a-1", source)), Limits(cell_seconds=1))
    assert execution.cells["a-1"].status == "timeout"
