"""Judges mutants in forks: first by the question's own check cells, until one fails; then, of those that passed, by trials.

A worker is forked from a fork server that has run the solved notebook up to the mutated cell. For each mutant it forks
once more, so that no mutant sees another one. Check cells run in place, as in a student's Jupyter, which is several times
as fast as through an examiner; `autograder.audit.mutation` lets a sample of the mutants take the long way.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import resource
import signal
import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from types import CodeType
from typing import Any, NoReturn, TextIO

from matplotlib import pyplot

from autograder.audit.trials import Cell, Trials, compare, left_open
from autograder.confinement.kernel import PR_SET_PDEATHSIG, Kernel
from autograder.engine.shell import CellShell
from autograder.errors import EngineError
from autograder.judge.routes import without_reasons

MEMORY = 2 * 2**30
"""Bytes of address space that a mutant may use beyond what it inherits."""

FACTOR, LEAST = 8.0, 5.0
"""A mutant may take this many times as much CPU time as the solution, and at least so many seconds."""

PATIENCE = 20.0
"""Wall time that a process may take, in units of its CPU time: the machine may be busy."""


def judge(shell: CellShell, descriptor: int) -> None:
    """Judge mutants of one cell by check cells.

    Reads one line of JSON: `cells` (pairs of grade_id and source, the first one is mutated; a check cell has a grade_id),
    `mutants` (sources), `files` (working folder), `seed`, `freedoms` (see `autograder.audit.contract`). Writes a line for each
    mutant: `killer` (the check cell that failed, "" if none), `how` ("check" or "timeout"), `message`, and `by_contract`, whether
    it passed and the data that it computed are as the contract wants them.

    Args:
        shell: of the notebook.
        descriptor: where the job comes from and the results go to.
    """
    with _job(shell, descriptor) as (job, stream):
        (_, solved), *others = job["cells"]
        rules = job["freedoms"].get("", [])
        rest = [(grade_id, _compiled(shell, source)) for grade_id, source in others]
        solution = _forked(lambda: _killer(shell, solved, rest, job["seed"], ()), 100.0)
        if solution is None or solution["killer"]:
            raise EngineError(f"the solution itself fails: {solution}")
        seconds = max(LEAST, FACTOR * solution["seconds"])
        for source in job["mutants"]:
            found = _forked(lambda source=source: _killer(shell, source, rest, job["seed"], rules), seconds)
            stream.write(json.dumps(found or _stopped(rest)) + "\n")
            stream.flush()


def prove(shell: CellShell, descriptor: int) -> None:
    """Look for a difference between mutants of one cell and the solution.

    Reads one line of JSON as `judge` does, with `reads` and `interface` (see `autograder.audit.trials.Cell`), `lines`, the changed
    line of each mutant, and `freedoms`. Writes a line for each mutant: `difference`, in words, "" if there is none, `by_contract`,
    whether a rule of the contract was needed for that, `trials`, how many inputs there were, and `reached`, whether they ran
    through the changed line.

    Args:
        shell: of the notebook.
        descriptor: where the job comes from and the results go to.
    """
    with _job(shell, descriptor) as (job, stream):
        first, *rest = job["cells"]
        cell = Cell(shell.user_ns, first[1], job["reads"], job["interface"])

        def checks() -> Iterator[None]:
            for _, source in rest:
                _run(shell, _compiled(shell, source))
                yield

        trials = cell.trials(cell.record(checks(), job["seed"]), job["seed"])
        gc.freeze()
        for source, line in zip(job["mutants"], job["lines"], strict=True):
            found = _forked(lambda s=source: _compared(cell, trials, s, job["freedoms"]), 60.0)
            found = found or {"difference": "it comes to no end, or crashes", "by_contract": False}
            stream.write(json.dumps(found | {"trials": len(trials), "reached": line in trials.lines}) + "\n")
            stream.flush()


@contextlib.contextmanager
def _job(shell: CellShell, descriptor: int) -> Iterator[tuple[dict[str, Any], TextIO]]:
    """Take the job from the channel, and answer it with the problem if it cannot be done."""
    with socket.socket(fileno=descriptor) as channel, channel.makefile("rw") as stream:
        try:
            _prepare()
            job = json.loads(stream.readline())
            _settle(job)
            sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: SIM115 - until this process ends
            gc.freeze()  # or the collector of every mutant's process would copy all of this by looking at it
            yield job, stream
        except Exception as problem:  # noqa: BLE001 - whoever asked can say where it was
            text = (
                str(problem) if isinstance(problem, EngineError) else f"{type(problem).__name__}: {problem}"
            )
            stream.write(json.dumps({"problem": text}) + "\n")


def _compared(cell: Cell, trials: Trials, source: str, freedoms: dict[str, list[str]]) -> dict[str, Any]:
    try:
        difference, by_contract = compare(cell, trials, source, freedoms)
    except Exception as error:  # noqa: BLE001 - the mutated cell itself, or something that cannot be copied
        difference, by_contract = f"{type(error).__name__}: {error}", False
    return {"difference": difference, "by_contract": by_contract}


def _killer(
    shell: CellShell, source: str, rest: Sequence[tuple[str, CodeType]], seed: int, rules: Sequence[str]
) -> dict[str, str | bool]:
    """Run a cell and those behind it until a check fails; what passes may be data as the contract wants them."""
    import random

    import numpy as np

    np.random.seed(seed % 2**32)
    random.seed(seed)
    for grade_id, code in [("", source), *rest]:
        error = _run(shell, code)
        if grade_id and error is not None:
            return {"killer": grade_id, "how": "check", "message": str(error), "by_contract": False}
    # A training takes seconds: where the contract asks for its result alone, no second one need be compared with it.
    by_contract = left_open(rules, shell.user_ns | {"np": np})
    return {"killer": "", "how": "", "message": "", "by_contract": by_contract}


def _compiled(shell: CellShell, source: str) -> CodeType:
    return compile(shell.transform_cell(source), "<cell>", "exec")


def _run(shell: CellShell, code: str | CodeType) -> BaseException | None:
    """Run a cell and say what it raised.

    IPython would read it three times, show its last value, and write a traceback that nobody looks at.
    """
    shell.record.start(0)
    try:
        exec(code, shell.user_ns)  # noqa: S102 - the instructor's cell, or a change of it
    except BaseException as error:  # noqa: BLE001 - a change raises anything; SystemExit does not end a notebook either
        return error
    finally:
        pyplot.close("all")
    return None


def _stopped(rest: Sequence[tuple[str, CodeType]]) -> dict[str, str | bool]:
    check = next(grade_id for grade_id, _ in rest if grade_id)
    return {"killer": check, "how": "timeout", "message": "no end, or a crash", "by_contract": False}


def _prepare() -> None:
    """Draw nothing, and ask for no causes: both take long, and nobody looks at them."""
    import importlib
    import warnings

    importlib.import_module("autograder.judge.aspect").draw = lambda picture: b""
    without_reasons()
    pyplot.switch_backend("agg")  # `plt.show()` does nothing
    warnings.filterwarnings("ignore", message="FigureCanvasAgg is non-interactive")


def _settle(job: dict[str, Any]) -> None:
    from autograder.judge.samples import SEED_VARIABLE

    os.environ[SEED_VARIABLE] = str(job["seed"])
    os.chdir(job["files"])
    sys.path[0] = ""


def _forked(work: Callable[[], dict], seconds: float) -> dict | None:
    """Do something in a fork, and add its CPU time; None if it takes too much of it, or ends its process."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work(work, writing, seconds)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        text = pipe.read()
    _, _, used = os.wait4(child, 0)
    return json.loads(text) | {"seconds": used.ru_utime + used.ru_stime} if text else None


def _work(work: Callable[[], dict], writing: int, seconds: float) -> NoReturn:
    try:
        Kernel().prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        for timer, number, limit in (
            (signal.ITIMER_PROF, signal.SIGPROF, seconds),
            (signal.ITIMER_REAL, signal.SIGALRM, PATIENCE * seconds),
        ):
            signal.signal(number, signal.SIG_DFL)  # ends the process, whatever it is doing
            signal.setitimer(timer, limit)
        used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()  # noqa: SIM115
        resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY, used + MEMORY))
        text = json.dumps(work())
        with os.fdopen(writing, "w") as pipe:
            pipe.write(text)
    finally:
        os._exit(0)
