"""The proof that a mutant changes nothing: it does what the solution does, on all recorded calls and many further inputs.

The solution's cell runs with a recorder in front of its functions and classes, and the check cells of its questions run with
it. Each recorded call becomes a trial, and so do variations of it with other numbers and other rows, as far as the solution
itself accepts them. A cell that computes data is a trial itself, once as it is and, where it is quick, with other numbers
in what it reads. A mutant is equivalent if results, the state of the instance, and the arguments afterwards are the same in
all trials, under equal seeds, and the trials have run through the changed line; a line that no trial reaches proves nothing.
"""

from __future__ import annotations

import contextlib
import copy
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import CodeType, FrameType, FunctionType
from typing import Any

import numpy as np

from autograder.audit.alike import difference
from autograder.audit.inputs import other_rows, varied
from autograder.audit.performing import perform, seeded
from autograder.audit.recording import Call, Recorder
from autograder.judge.undisturbed import undisturbed

Freedoms = Mapping[str, Sequence[str]]

FILE = "<audited cell>"
"""File name of the compiled cell, by which its lines are known while they run."""

VARIATIONS, LEAST = 12, 100
"""Trials with other inputs for each recorded call, and for each function, as far as the time is enough."""

SECONDS = 4.0
"""CPU time for making trials of one cell, most of which is the solution's own."""

SMALL = 2_000
"""Entries of an array that a cell of data reads, up to which it is varied."""


@dataclass
class Trial:
    """A call, and what it did in the solution.

    Attributes:
        call: pristine; it is copied before it is made.
        seed: of numpy's and Python's global random numbers.
        outcome: kind, result, instance and arguments afterwards; or the name of an exception.
    """

    call: Call
    seed: int
    outcome: tuple


@dataclass
class DataTrial:
    """Another run of the whole cell.

    Attributes:
        given: names that are changed before, with their values.
        seed: as in `Trial`.
        outcome: names that others read, with their values afterwards.
        raised: whether the cell raised.
    """

    given: dict[str, Any]
    seed: int
    outcome: dict[str, Any]
    raised: bool


@dataclass
class Trials:
    """All trials of one cell, made with the solution.

    Attributes:
        calls: of functions and classes.
        data: of the cell itself.
        lines: lines of the cell that the trials run through.
        skipped: calls that could not be copied, or of which the solution makes something else each time.
    """

    calls: list[Trial] = field(default_factory=list)
    data: list[DataTrial] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)
    skipped: int = 0

    def __len__(self) -> int:
        return len(self.calls) + len(self.data)


class Cell:
    """A solution cell in a notebook that has run up to it.

    Args:
        names: of the notebook, which this object may change.
        source: the solution, in normal form.
        reads: names that the cell's own statements read.
        interface: names that others read.
    """

    def __init__(
        self, names: dict[str, Any], source: str, reads: Sequence[str], interface: Sequence[str]
    ) -> None:
        self.names = names
        self._before = dict(names)
        self._source, self._reads, self._interface = source, reads, interface

    def run(self, source: str) -> None:
        """Run a source for the cell, as if no other one had run.

        Raises:
            Exception: whatever it raises.
        """
        self.names.clear()
        self.names.update(self._before)
        self._execute(compile(source, FILE, "exec"), self.names, seed=0)

    def record(self, checks: Iterator[None], seed: int) -> Recorder:
        """Run the solution, stand before its functions and classes, and let check cells call them."""
        self.run(self._source)
        recorder = Recorder(self.names, self._interface, seed)
        for _ in checks:
            pass
        return recorder

    def trials(self, recorder: Recorder, seed: int) -> Trials:
        """Make trials out of recorded calls, with the solution, and note the lines that they run through."""
        made = Trials(skipped=recorder.skipped)
        self.run(self._source)
        rng = np.random.default_rng(seed)
        end = time.process_time() + SECONDS
        with _lines(made.lines):
            self._data_trials(made, rng, end)
            self.run(self._source)
            calls = _spread(recorder.calls, rng)
            each = Counter(call.target for call in calls)
            for number, call in enumerate(calls):
                if time.process_time() > end:
                    break
                first = self._trial(call, number)
                if not self._is_fixed(first):
                    made.skipped += 1
                    continue
                made.calls.append(first)
                for variation in range(max(VARIATIONS, LEAST // each[call.target])):
                    if time.process_time() > end:
                        break
                    trial = self._trial(_variation(call, rng, rows=variation % 3 == 2), variation)
                    if trial.outcome[0] == "returned" or trial.outcome == first.outcome:
                        made.calls.append(trial)
        return made

    def _trial(self, call: Call, seed: int) -> Trial:
        return Trial(call, seed, perform(call, self.names, seed))

    def _is_fixed(self, trial: Trial) -> bool:
        """Whether the solution does the same again: with the time or an address in its result, it would not."""
        return not _difference(perform(trial.call, self.names, trial.seed), trial)

    def _data_trials(self, made: Trials, rng: np.random.Generator, end: float) -> None:
        started = time.process_time()
        made.data.append(self.data({}, 0))
        took = time.process_time() - started
        small = {
            name: self._before[name]
            for name in self._reads
            if isinstance(self._before.get(name), np.ndarray) and self._before[name].size <= SMALL
        }
        if not small:
            return
        for number in range(30):
            if time.process_time() + took > end:
                return
            trial = self.data(varied(copy.deepcopy(small), rng), number)
            if not trial.raised:  # or nobody has to take these numbers
                made.data.append(trial)

    def data(self, given: dict[str, Any], seed: int, source: str | None = None) -> DataTrial:
        """Run the solution, or another source, with other values of some names.

        What a cell that raises has left behind counts: an exception in a plot does not make a trained network wrong.
        """
        names = dict(self._before) | copy.deepcopy(given)
        raised = False
        try:
            self._execute(compile(source or self._source, FILE, "exec"), names, seed)
        except Exception:  # noqa: BLE001 - a mutant raises anything
            raised = True
        found = {name: names[name] for name in self._interface if name in names}
        # Functions are judged by calling them.
        data = {k: v for k, v in found.items() if not isinstance(v, FunctionType | type)}
        return DataTrial(given, seed, copy.deepcopy(data), raised)

    @staticmethod
    def _execute(code: CodeType, names: dict[str, Any], seed: int) -> None:
        with undisturbed(), seeded(seed):
            exec(code, names)  # noqa: S102 - the instructor's solution, or a mutant of it, in a process of its own


def compare(cell: Cell, trials: Trials, source: str, freedoms: Freedoms) -> tuple[str, bool]:
    """Look for something that a mutant does differently from the solution, and that the contract does not leave open.

    Args:
        cell: where it runs; its names are changed.
        trials: of the solution.
        source: the mutant.
        freedoms: call, or "" for data -> rules of the contract, any of which makes a difference none.

    Returns:
        The first difference in words, "" if there is none; and whether a rule of the contract was needed.
    """
    needed = False
    for trial in trials.data:
        found = cell.data(trial.given, trial.seed, source)
        if told := difference(found.outcome, trial.outcome, "the cell"):
            needed = True
            if not left_open(freedoms.get("", ()), cell.names | found.outcome | {"expected": trial.outcome}):
                return told, needed
    if trials.calls:
        with contextlib.suppress(Exception):  # what a cell has defined before it raises is there
            cell.run(source)
    for trial in trials.calls:
        found = perform(trial.call, cell.names, trial.seed)
        if told := _difference(found, trial):
            if found[0] != trial.outcome[0]:
                return told, needed
            needed = True
            if not left_open(freedoms.get(trial.call.target, ()), _told(found, trial)):
                return told, needed
    return "", needed


def _difference(found: tuple, trial: Trial) -> str:
    target = trial.call.target
    if found[0] != trial.outcome[0]:
        return f"{target} {found[0]}, the solution {trial.outcome[0]}"
    parts = zip(("result", "self", "arguments"), found[1:], trial.outcome[1:], strict=True)
    return next(filter(None, (difference(a, b, f"{target}: {part}") for part, a, b in parts)), "")


def _told(found: tuple, trial: Trial) -> dict[str, Any]:
    """The names that a rule for a call may use."""
    return {
        "np": np,
        "result": found[1],
        "expected": trial.outcome[1],
        "self": found[2],
        "expected_self": trial.outcome[2],
        "before": trial.call.instance,
        "args": trial.call.args,
    }


def left_open(rules: Sequence[str], names: dict[str, Any]) -> bool:
    """Whether one of the rules of the contract holds, with these names."""
    with undisturbed():
        for rule in rules:
            try:
                if eval(rule, dict(names)):
                    return True
            except Exception:  # noqa: BLE001, S112 - it does not fit what the mutant gave, so it does not hold
                continue
    return False


def _variation(call: Call, rng: np.random.Generator, *, rows: bool) -> Call:
    instance, args, kwargs = copy.deepcopy((call.instance, call.args, call.kwargs))
    if rows:
        args = other_rows(args, rng) or args
    # What makes an object is told sizes, anything else may be told classes, which begin at 0.
    least = 1 if call.target.endswith(".__init__") else 0
    instance, args, kwargs = varied((instance, args, kwargs), rng, least=least)
    return Call(call.target, instance, args, kwargs)


def _spread(calls: list[Call], rng: np.random.Generator) -> list[Call]:
    """The calls so that every target comes early, for the time may not be enough for all."""
    groups: dict[str, list[Call]] = {}
    for call in calls:
        groups.setdefault(call.target, []).append(call)
    for group in groups.values():
        rng.shuffle(group)
    longest = max(map(len, groups.values()), default=0)
    return [group[i] for i in range(longest) for group in groups.values() if i < len(group)]


class _lines:
    """Notes the lines of the cell that run inside a `with` block."""

    def __init__(self, found: set[int]) -> None:
        self._found = found

    def __enter__(self) -> None:
        sys.settrace(self._enter)

    def __exit__(self, *exception: object) -> None:
        sys.settrace(None)

    def _enter(self, frame: FrameType, event: str, argument: Any) -> Any:
        return self._line if frame.f_code.co_filename == FILE else None

    def _line(self, frame: FrameType, event: str, argument: Any) -> Any:
        self._found.add(frame.f_lineno)
        return self._line
