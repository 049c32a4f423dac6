"""What the tests of this folder share."""

import shutil
import time
from pathlib import Path

import pytest

#: No single example may take longer, in seconds of a busy machine.
LONGEST = 20


@pytest.fixture(scope="session")
def fuzz_course(tmp_path_factory):
    """The mini course, which nobody changes."""
    from autograder.course.assignment import Course

    folder = tmp_path_factory.mktemp("course")
    shutil.copytree(Path(__file__).parents[1] / "mini_course" / "source", folder / "source")
    return Course(folder)


@pytest.fixture(scope="session")
def in_time():
    """Fails when the `with` block takes too long."""

    class InTime:
        def __enter__(self):
            self.started = time.monotonic()

        def __exit__(self, *exception):
            assert time.monotonic() - self.started < LONGEST, "it hangs"

    return InTime
