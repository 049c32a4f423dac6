"""An engine whose notebooks begin behind cells that have run once."""

import json

import pytest

from autograder.engine.staged_engine import StagedEngine
from autograder.errors import EngineError
from autograder.grading.engine import Limits

from .conftest import cell, check, notebook

pytestmark = pytest.mark.xdist_group("staged")


@pytest.fixture(scope="module")
def staged(confined, tmp_path_factory):
    """An engine that has run two cells, the second one in a folder with a file."""
    folder = tmp_path_factory.mktemp("files")
    (folder / "numbers.txt").write_text("1 2 3")
    with StagedEngine(confined=confined) as engine:
        engine.advance("%matplotlib inline\nimport numpy as np\ncount = 1")
        engine.advance("numbers = open('numbers.txt').read().split()\ncount += 1", folder)
        yield engine


def statuses(execution):
    """grade_id -> status."""
    return {name: result.status for name, result in execution.cells.items()}


def test_notebooks_go_on_behind_what_has_run(staged):
    """They see what the cells have left, and not what other notebooks make of it."""
    first = notebook(cell("more", "count += 10\nnp.pi"), check("more-a", "assert count == 12"))
    for _ in range(2):
        execution = staged.run(first, Limits())
        assert statuses(execution) == {"more": "passed", "more-a": "passed"}
    second = notebook(check("files-a", "assert numbers == ['1', '2', '3'] and count == 2"))
    assert statuses(staged.run(second, Limits())) == {"files-a": "passed"}


def test_student_processes_are_confined_all_the_same(staged, confined, tmp_path):
    """A variant is student code like any other."""
    if not confined:
        pytest.skip("this machine cannot confine")
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    attempt = notebook(cell("reads", f"open({str(secret)!r}).read()"))
    assert statuses(staged.run(attempt, Limits())) == {"reads": "error"}


def test_a_cell_that_raises_is_refused_with_its_error(staged):
    """The instructor's solution does not run, so nothing can be judged."""
    with pytest.raises(EngineError, match=r"a solved cell raised ZeroDivisionError: division by zero"):
        staged.advance("1 / 0")
    assert statuses(staged.run(notebook(check("still-a", "assert count == 2")), Limits())) == {
        "still-a": "passed"
    }


def test_a_cell_that_is_too_long_is_refused(staged):
    """A packet has an end."""
    with pytest.raises(EngineError, match="a cell of 70,000 characters is too long"):
        staged.advance("#" * 70_000)


def test_a_seed_makes_the_checks_random_inputs(staged):
    """The same seed, the same numbers; another one, others."""
    shows = check("seed-a", "from autograder import judge\nassert False, str(judge.generator('x').normal())")

    def told(seed):
        return staged.run(notebook(shows), Limits(), seed=seed).cells["seed-a"].message

    assert told(1) == told(1) != told(2)


def test_pictures_can_be_left_out(staged):
    """The finding is the same, the heat map is not drawn."""
    body = "from autograder import judge\nwith judge.aspect('p-a'):\n    judge.equal(np_array, [[1.0, 2.0]], name='x')"
    cells = notebook(cell("p", "np_array = np.array([[1.0, 3.0]])"), check("p-a", body))
    with_picture = staged.run(cells, Limits())
    without = staged.run(cells, Limits(), pictures=False)
    assert with_picture.cells["p-a"] == without.cells["p-a"]

    def drawn(execution):
        outputs = execution.notebook.cells[-1].outputs
        return [output.data["image/png"] for output in outputs if "image/png" in output.get("data", {})]

    assert len(drawn(with_picture)[0]) > 100 and not any(drawn(without))


def test_trusted_processes_begin_there_as_well(staged):
    """They are ours, and get the shell."""
    channel = staged.trusted("autograder.audit.worker:judge")
    with channel.makefile("rw") as stream:
        job = {
            "cells": [["", "double = lambda x: 2 * x * count"], ["double-a", "assert double(3) == 12"]],
            "mutants": ["double = lambda x: x * count", "double = lambda x: x * count + 6"],
            "freedoms": {},
            "files": "/",
            "seed": 1,
        }
        stream.write(json.dumps(job) + "\n")
        stream.flush()
        first, second = json.loads(stream.readline()), json.loads(stream.readline())
    staged.forget(channel)
    assert (first["killer"], first["how"]) == ("double-a", "check")
    assert second["killer"] == ""


def test_a_fork_server_that_was_killed_is_not_started_again(confined):
    """What it had run would be lost."""
    with StagedEngine(confined=confined) as engine:
        engine.advance("x = 1")
        engine._server._process.kill()
        engine._server._process.wait()
        with pytest.raises(EngineError, match="what it had run is lost"):
            engine.run(notebook(check("x-a", "assert x == 1")), Limits())
