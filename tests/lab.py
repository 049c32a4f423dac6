"""Judge many variants of one assignment quickly: the solved notebook runs once, each variant in a fork of it.

    python tests/lab.py softmax_regression [VARIANT.py ...]

runs the notebook up to the first cell that a variant replaces, forks, and in the child runs the variant's cells, the
locked and solved cells behind them, and the check cells of the questions concerned, hidden tests included. Nothing is
imported twice and no variant sees another one. Prints one JSON object: variant path -> {aspect: outcome}.

It runs as a process of its own because it forks, and a test runner may have threads.
"""

import os

for _library in ("OPENBLAS", "OMP", "MKL"):
    os.environ[f"{_library}_NUM_THREADS"] = "1"  # threads do not survive a fork; set before numpy is imported
os.environ["MPLBACKEND"] = "agg"
os.environ["TQDM_DISABLE"] = "1"

import contextlib
import importlib
import io
import json
import signal
import sys
from pathlib import Path

from IPython.core.displaypub import CapturingDisplayPublisher
from IPython.core.interactiveshell import InteractiveShell

from autograder.course import variants
from autograder.course.assignment import Assignment, Course
from autograder.course.cells import CellKind
from autograder.findings import OUTCOME_MIME

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 60  # for one variant


class Notebook:
    """A shell in which cells run one after the other, and which keeps what check cells publish."""

    def __init__(self) -> None:
        self.shell = InteractiveShell.instance(colors="nocolor")
        self.shell.display_pub = CapturingDisplayPublisher(parent=self.shell, shell=self.shell)
        self.outcomes: dict[str, dict] = {}
        # Pictures take half of the time of a failing check; tests/judge looks at them.
        importlib.import_module("autograder.judge.aspect").draw = lambda picture: b""

    def run(self, grade_id: str, source: str) -> str:
        """Run a cell; returns the error it ended with, or ""."""
        source = source.replace("%matplotlib inline", "")
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            result = self.shell.run_cell(source, store_history=False)
        error = result.error_before_exec or result.error_in_exec
        for output in self.shell.display_pub.outputs:
            if OUTCOME_MIME in output["data"]:
                self.outcomes[grade_id] = output["data"][OUTCOME_MIME]
        self.shell.display_pub.outputs.clear()
        if "matplotlib.pyplot" in sys.modules:
            sys.modules["matplotlib.pyplot"].close("all")
        return f"{type(error).__name__}: {error}" if error else ""


def judge(assignment: Assignment, paths: list[Path]) -> dict[str, dict]:
    """Run all variants; returns for each the outcomes of its check cells."""
    plans: dict[int, list[variants.Variant]] = {}
    for path in paths:
        variant = variants.read(path)
        changed = [_target(assignment, variant, grade_id) for grade_id, _ in variant.cells] or [
            _target(assignment, variant, "")
        ]
        plans.setdefault(min(changed), []).append(variant)
    results: dict[str, dict] = {}
    notebook = Notebook()
    importlib.import_module(f"autograder.checks.{assignment.name}")  # once, and not in each child
    last = max(plans, default=-1)
    for cell in assignment.cells[: last + 1]:
        for variant in plans.get(cell.index, []):
            results[str(variant.path)] = _in_child(notebook, assignment, variant, cell.index)
        if cell.is_code and cell.kind is not CellKind.CHECK and cell.index < last:
            error = notebook.run(cell.grade_id, cell.source)
            if error:
                raise SystemExit(
                    f"{assignment.path}: the solved cell {cell.grade_id or cell.index} raised {error}"
                )
    return results


def _target(assignment: Assignment, variant: variants.Variant, grade_id: str) -> int:
    return (assignment.cell(grade_id) if grade_id else assignment.solution_cell_of(variant.question)).index


def _in_child(notebook: Notebook, assignment: Assignment, variant: variants.Variant, start: int) -> dict:
    """Fork, run a variant there, and read its outcomes from a pipe."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        signal.alarm(SECONDS)
        try:
            outcomes = _run_variant(notebook, assignment, variant, start)
        except BaseException as error:  # noqa: BLE001 - the parent must hear of anything, and the child must end here
            outcomes = {"crash": f"{type(error).__name__}: {error}"}
        with os.fdopen(writing, "w") as pipe:
            json.dump(outcomes, pipe)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        text = pipe.read()
    os.waitpid(child, 0)
    return json.loads(text) if text else {"crash": f"took more than {SECONDS} s or ended its process"}


def _run_variant(
    notebook: Notebook, assignment: Assignment, variant: variants.Variant, start: int
) -> dict[str, dict]:
    submission = variants.apply(variant, assignment)
    cells = {assignment.question(variant.question).solution_cell} | {
        grade_id for grade_id, _ in variant.cells if grade_id
    }
    wanted = {
        aspect.id
        for question in assignment.questions
        if question.solution_cell in cells
        for aspect in question.aspects
        if not aspect.manual
    }
    outcomes = {}
    for cell in assignment.cells[start:]:
        if not wanted:
            break
        if cell.grade_id in wanted:
            error = notebook.run(cell.grade_id, cell.source)
            outcome = notebook.outcomes.get(
                cell.grade_id, {"status": "crash", "message": error, "findings": []}
            )
            outcomes[cell.grade_id] = outcome
            wanted.remove(cell.grade_id)
        elif cell.is_code and cell.kind is not CellKind.CHECK:
            if cell.kind is CellKind.SOLUTION:
                notebook.run(cell.grade_id, submission.cells[cell.index].source)
            elif cell.kind is CellKind.LOCKED:
                notebook.run(cell.grade_id, cell.source)
    return outcomes


def main() -> None:
    """Judge the variants named on the command line, or all of an assignment."""
    name, *given = sys.argv[1:]
    assignment = Course(ROOT).assignment(name)
    folder = ROOT / "tests" / "variants" / name
    paths = [Path(path).resolve() for path in given] or sorted(folder.glob("*/*.py"))
    os.chdir(folder if folder.is_dir() else ROOT)
    json.dump(judge(assignment, paths), sys.stdout)


if __name__ == "__main__":
    main()
