"""One fork server for most tests of the engine: it takes two seconds to start, and a notebook a tenth of one."""

import pytest
from nbformat.v4 import new_code_cell, new_notebook

from autograder.confinement import complete, probe
from autograder.engine.fork_engine import ForkEngine
from autograder.grading.engine import Limits


def cell(grade_id, source, *, check=False):
    """A solution cell or a check cell."""
    nbgrader = {"grade_id": grade_id, "grade": check, "solution": not check, "locked": check}
    if check:
        nbgrader["points"] = 1
    return new_code_cell(source, metadata={"nbgrader": nbgrader})


def check(grade_id, source):
    """A check cell."""
    return cell(grade_id, source, check=True)


def notebook(*cells):
    """A notebook of cells; texts become cells without a `grade_id`."""
    return new_notebook(cells=[new_code_cell(item) if isinstance(item, str) else item for item in cells])


@pytest.fixture(scope="session")
def confined():
    """Whether this machine can confine; where it cannot, tests of the engine run all the same, unconfined."""
    return complete(probe())


@pytest.fixture(scope="session")
def fork_engine(confined):
    """An engine for all tests."""
    with ForkEngine(confined=confined) as engine:
        yield engine


@pytest.fixture(scope="session")
def open_fork_engine():
    """An engine that confines nothing, and runs checks in the student process."""
    with ForkEngine(confined=False, checks_inside=True) as engine:
        yield engine


@pytest.fixture(scope="session")
def unconfined_engine():
    """An engine that confines nothing, and runs checks in the examiner."""
    with ForkEngine(confined=False) as engine:
        yield engine


@pytest.fixture
def outputs(fork_engine):
    """Runs some cells; returns the outputs of the last one."""

    def outputs(*sources, limits=None):
        return fork_engine.run(notebook(*sources), limits or Limits()).notebook.cells[-1].outputs

    return outputs
