"""Shared by the tests of the judging primitives."""

from collections.abc import Callable

import pytest

from autograder.findings import Finding
from autograder.judge import Wrong


@pytest.fixture
def found() -> Callable[[Callable[[], object]], Finding]:
    """Run a check that must find something wrong, and return what it found."""

    def run(judge: Callable[[], object]) -> Finding:
        with pytest.raises(Wrong) as caught:
            judge()
        assert len(caught.value.finding.message.splitlines()) <= 4
        return caught.value.finding

    return run
