"""Mutation analysis: which small changes of the solutions do the checks notice?"""

from __future__ import annotations

import ast
import dataclasses
import json
import threading
import zlib
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from autograder.audit.contract import Contract
from autograder.audit.dependence import names_of, observed
from autograder.audit.lanes import Task, Work
from autograder.audit.mutants import Mutant, normal_form
from autograder.audit.staging import Stages
from autograder.course.assignment import Assignment
from autograder.course.cells import Cell, CellKind
from autograder.engine.staged_engine import StagedEngine
from autograder.errors import EngineError

BATCH = 40
"""Mutants that one worker judges; a core that is free takes the next batch."""

CONTROL = 20
"""One in so many of the mutants that a check killed is compared with the solution as well: do the trials see what the
checks have seen?"""


@dataclass(frozen=True)
class Judged:
    """A mutant, and what became of it.

    Attributes:
        mutant: the change.
        killer: the check cell that failed, or "".
        how: `check`, or `timeout` where the change makes an endless loop or ends the process.
        message: what the check said.
        difference: for one that passed, or a control, what it does differently from the solution; "" if nothing was found.
        trials: inputs on which it was compared with the solution.
        reached: whether these ran through the changed line.
        seconds: CPU time of judging it.
        by_contract: whether it differs in nothing but what the contract leaves open.
        unobserved: whether nobody reads what the changed line computes; then it was not run.
        control: whether it was killed and compared all the same.
    """

    mutant: Mutant
    killer: str = ""
    how: str = ""
    message: str = ""
    difference: str = ""
    trials: int = 0
    reached: bool = False
    seconds: float = 0.0
    by_contract: bool = False
    unobserved: bool = False
    control: bool = False

    @property
    def killed(self) -> bool:
        """Whether a check noticed."""
        return bool(self.killer)

    @property
    def equivalent(self) -> bool:
        """Whether it is proven to do what the solution does: nothing to notice."""
        if self.killed or self.difference:
            return False
        return self.unobserved or self.by_contract or (self.reached and self.trials > 0)

    @property
    def survived(self) -> bool:
        """Whether it does something else, as far as is known, and no check noticed."""
        return not self.killed and not self.equivalent


def tasks(
    assignment: Assignment,
    stages: Stages,
    contract: Contract,
    mutants: Sequence[Mutant],
    seed: int,
    done: Callable[[Judged], None],
) -> list[Task]:
    """What is to be done for the mutants of an assignment.

    Args:
        assignment: whose mutants.
        stages: of the assignment.
        contract: what it leaves open.
        mutants: of the assignment.
        seed: of the checks' random inputs and of the trials.
        done: called with each mutant when it is judged, from several threads.
    """
    found = []
    by_cell = sorted(mutants, key=lambda mutant: (mutant.cell, mutant.question))
    for (place, question), group in groupby(by_cell, key=lambda mutant: (mutant.cell, mutant.question)):
        job = _Job(assignment, stages, contract, assignment.cells[place], question, seed)
        here = []
        for mutant in group:
            if job.observes(mutant):
                here.append(mutant)
            else:
                done(Judged(mutant, unobserved=True))
        batches = [here[start : start + BATCH] for start in range(0, len(here), BATCH)]
        judging = _Judging(job, len(batches), done)
        found += [Task(place, partial(judging.judge, batch)) for batch in batches]
    return found


class _Judging:
    """The mutants of one question in one cell: batch by batch through the checks, then the survivors together.

    Args:
        job: what workers are told.
        batches: how many there are.
        done: called with each mutant when it is judged.
    """

    def __init__(self, job: _Job, batches: int, done: Callable[[Judged], None]) -> None:
        self._job, self._left, self._done = job, batches, done
        self._survivors: list[Mutant] = []
        self._controls: list[Judged] = []
        self._lock = threading.Lock()

    def judge(self, batch: Sequence[Mutant], engine: StagedEngine) -> Sequence[Work] | None:
        """Judge one batch by checks; the last one hands on all survivors."""
        with closing(self._job.ask(engine, "judge", batch)) as answers:
            for mutant, told in zip(batch, answers, strict=True):
                judged = Judged(mutant, **told)
                with self._lock:
                    if not judged.killed and not judged.by_contract:
                        self._survivors.append(mutant)
                        continue
                    if judged.how == "check" and zlib.crc32(mutant.source.encode()) % CONTROL == 0:
                        self._controls.append(judged)
                        continue
                self._done(judged)
        with self._lock:
            self._left -= 1
            return None if self._left or not (self._survivors or self._controls) else [self._prove]

    def _prove(self, engine: StagedEngine) -> None:
        passed = [Judged(mutant) for mutant in self._survivors] + self._controls
        with closing(self._job.ask(engine, "prove", [judged.mutant for judged in passed])) as answers:
            for judged, told in zip(passed, answers, strict=True):
                self._done(dataclasses.replace(judged, control=judged.killed, **told))


class _Job:
    """What the workers of one question in one cell are told.

    Args:
        assignment: whose mutants.
        stages: of the assignment.
        contract: what it leaves open.
        cell: the mutated one.
        question: whose check cells judge.
        seed: of the checks and the trials.
    """

    def __init__(
        self,
        assignment: Assignment,
        stages: Stages,
        contract: Contract,
        cell: Cell,
        question: str,
        seed: int,
    ) -> None:
        cells = assignment.cells
        checks = [c.index for c in cells if c.kind is CellKind.CHECK and c.question == question]
        sources = []
        for place in stages.dependence.needed([cell.index, *checks], cell.index)[1:]:
            if cells[place].kind is not CellKind.CHECK:
                sources.append(["", stages.without_display(place)])
            elif place in checks:
                sources.append([cells[place].grade_id, cells[place].source])
        normal = normal_form(cell.source)
        interface = stages.interface(cell.index)
        self._statements = observed(normal, interface)
        self._last = max((s.end_lineno for s in ast.parse(normal).body[: self._statements]), default=0)
        freedoms: dict[str, list[str]] = {}
        for freedom in contract.freedoms:
            if freedom.question == question:
                freedoms.setdefault(freedom.call, []).append(freedom.holds)
        self._job = {
            "cells": [["", self._cut(normal)], *sources],
            "freedoms": freedoms,
            "files": str(assignment.path.parent.resolve()),
            "seed": seed,
            "reads": sorted(names_of(normal).read),
            "interface": sorted(interface),
        }
        self._what = f"{assignment.name}, question {question}"

    def observes(self, mutant: Mutant) -> bool:
        """Whether anybody can notice what the changed line does."""
        return mutant.line <= self._last

    def _cut(self, source: str) -> str:
        """A cell without the statements at its end that only show something; its lines keep their numbers."""
        return ast.unparse(ast.Module(ast.parse(source).body[: self._statements], []))

    def ask(self, engine: StagedEngine, what: str, mutants: Sequence[Mutant]) -> Generator[dict, None, None]:
        """Have a worker do something with mutants; gives what it says of each.

        Raises:
            EngineError: the solution itself fails, or the worker ended.
        """
        job = self._job | {
            # A statement that has moved may stand behind the last one that counts.
            "mutants": [m.source if m.operator == "move" else self._cut(m.source) for m in mutants],
            "lines": [mutant.line for mutant in mutants],
        }
        channel = engine.trusted(f"autograder.audit.worker:{what}")
        try:
            with channel.makefile("rw") as stream:
                stream.write(json.dumps(job) + "\n")
                stream.flush()
                for _ in mutants:
                    line = stream.readline()
                    told = json.loads(line) if line else {"problem": "the worker has ended"}
                    if "problem" in told:
                        raise EngineError(f"{self._what}: {told['problem']}")
                    yield told
        finally:
            engine.forget(channel)
