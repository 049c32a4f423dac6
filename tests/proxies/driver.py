"""Judge variants as `tests/lab.py` does, but with every check cell in a process of its own, through proxies.

    python tests/proxies/driver.py softmax_regression [VARIANT.py ...]
    python tests/proxies/driver.py --solved softmax_regression

The process that has run the student's cells forks an examiner for each check cell and answers it. The second form
runs the solved notebook and prints aspect -> outcome.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import lab  # isort: skip - it sets the environment, so it comes before numpy
import json
import os
import socket
import time

from autograder.course.assignment import Assignment, Course
from autograder.course.cells import CellKind
from autograder.errors import CheckFailed, WireError
from autograder.findings import Outcome, outcome_to_json
from autograder.proxies import Client, Server, names, namespace
from autograder.wire import FROM_EXAMINER, FROM_STUDENT, Channel


def examined(student: dict, grade_id: str, source: str) -> dict:
    """Judge the student's names with a check cell in a forked examiner; returns the outcome."""
    at_examiner, at_student = socket.socketpair()
    reading, writing = os.pipe()
    examiner = os.fork()
    if examiner == 0:
        os.close(reading)
        at_student.close()
        try:
            outcome = examine(at_examiner.detach(), grade_id, source)
        except BaseException as error:  # noqa: BLE001 - the parent must hear of anything, and this process must end here
            outcome = {"status": "crash", "message": f"{type(error).__name__}: {error}", "findings": []}
        with os.fdopen(writing, "w") as pipe:
            json.dump(outcome, pipe)
        os._exit(0)
    at_examiner.close()
    os.close(writing)
    descriptor = at_student.detach()
    channel = Channel(descriptor, descriptor, FROM_EXAMINER)
    Server(student, channel).run()
    channel.close()
    with os.fdopen(reading) as pipe:
        outcome = json.load(pipe)
    os.waitpid(examiner, 0)
    return outcome


def examine(descriptor: int, grade_id: str, source: str) -> dict:
    """Run a check cell on proxies."""
    channel = Channel(descriptor, descriptor, FROM_STUDENT)
    channel.deadline = time.monotonic() + lab.SECONDS
    client = Client(channel)
    outcome = outcome_to_json(Outcome(grade_id, "passed"))
    try:
        exec(compile(source, f"<{grade_id}>", "exec"), namespace(client, names(source)))  # noqa: S102 - a check cell
        client.close()
    except CheckFailed as failed:
        outcome = outcome_to_json(failed.outcome)
        client.close()
    except WireError as error:
        outcome = {"status": "crash", "message": f"{type(error).__name__}: {error}", "findings": []}
    return outcome


class ThroughProxies(lab.Notebook):
    """The notebook of the lab, whose check cells run elsewhere."""

    def run(self, grade_id: str, source: str) -> str:
        if "check.aspect(" not in source:
            return super().run(grade_id, source)
        self.outcomes[grade_id] = examined(self.shell.user_ns, grade_id, source)
        return ""


def judge_solved(assignment: Assignment) -> dict[str, dict]:
    """Run the solved notebook with all of its checks."""
    notebook = ThroughProxies()
    for cell in assignment.cells:
        if cell.is_code and cell.kind in (CellKind.SOLUTION, CellKind.LOCKED, CellKind.CHECK):
            error = notebook.run(cell.grade_id, cell.source)
            if error:
                raise SystemExit(f"{cell.grade_id}: {error}")
    return notebook.outcomes


def main() -> None:
    """Judge what the command line names."""
    if sys.argv[1] == "--solved":
        os.chdir(lab.ROOT / "source" / sys.argv[2])
        json.dump(judge_solved(Course(lab.ROOT).assignment(sys.argv[2])), sys.stdout)
    else:
        lab.Notebook = ThroughProxies
        lab.main()


if __name__ == "__main__":
    main()
