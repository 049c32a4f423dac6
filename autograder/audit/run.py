"""One audit from beginning to end."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

from autograder.audit import contract as contracts
from autograder.audit import copies, corpus, mutation
from autograder.audit.contract import Contract
from autograder.audit.copies import Pair
from autograder.audit.corpus import Case, Scope
from autograder.audit.lanes import Manner, Task, run_stage, walk
from autograder.audit.mutants import Mutant, mutants
from autograder.audit.mutation import Judged
from autograder.audit.records import Audit, Sampled, Unstable
from autograder.audit.staging import Stage, Stages
from autograder.audit.verdicts import Verdict, verdict
from autograder.course.assignment import Assignment, Course
from autograder.engine.staged_engine import StagedEngine
from autograder.grading.records import AspectStatus

SAMPLE = 40
"""One mutant in so many also goes through the engine."""

MUTANT_SEED = 20_260
"""Of the checks' random inputs and of the trials of mutants: the same each time, so that survivors are the same."""

Progress = Callable[[str], None]
"""Called with `variant` or `mutant` when one is done, from several threads, one at a time."""


@dataclass(frozen=True)
class Wanted:
    """What an audit is to do.

    Attributes:
        scope: assignments, questions, folder of variants.
        manner: how notebooks are run.
        with_mutants: whether mutants are made.
        seeds: how many seeds each variant is judged with; 1 is the seed that grading would use.
    """

    scope: Scope
    manner: Manner
    with_mutants: bool = True
    seeds: int = 1


class Plan:
    """What there is to do, counted before it is done.

    Args:
        course: whose checks.
        wanted: what to do.

    Attributes:
        variants: how many runs of variants there are.
        mutants: how many mutants.

    Raises:
        AutograderError: a variant or a contract cannot be read.
    """

    def __init__(self, course: Course, wanted: Wanted) -> None:
        self._course, self._wanted = course, wanted
        self._started = time.monotonic()
        self._cases = corpus.cases(wanted.scope)
        self._contracts = {
            assignment.name: contracts.read(wanted.scope.folder, assignment)
            for assignment in wanted.scope.assignments
        }
        self._mutants = {
            assignment.name: mutants(assignment, wanted.scope.questions) if wanted.with_mutants else ()
            for assignment in wanted.scope.assignments
        }
        self.variants = len(self._cases) * wanted.seeds
        self.mutants = sum(map(len, self._mutants.values()))

    def carry_out(self, progress: Progress = lambda what: None) -> Audit:
        """Do it.

        Raises:
            EngineError: cells cannot be run, or a solution fails.
        """
        found = _Found(progress)
        with ThreadPoolExecutor(1, "copies") as aside:
            pairs = aside.submit(copies.pairs, self._cases)
            walk(self._course, self._lanes(found), self._wanted.manner)
            near = tuple(pair for pair in pairs.result() if pair.similarity >= copies.NEAR)
        return self._audit(found, near)

    def _lanes(self, found: _Found) -> Iterator[tuple[Assignment, Stages, list[Task]]]:
        for assignment in self._wanted.scope.assignments:
            stages = Stages(assignment, self._wanted.manner.collateral, self._contracts[assignment.name])
            here = [case for case in self._cases if case.assignment is assignment]
            tasks = [*self._of_variants(assignment, stages, here, found)]
            tasks += self._of_mutants(assignment, stages, found)
            yield assignment, stages, tasks

    def _of_variants(
        self, assignment: Assignment, stages: Stages, cases: Sequence[Case], found: _Found
    ) -> list[Task]:
        tasks = []
        for case in cases:
            stage = stages.of_variant(case.variant)
            for seed in range(self._wanted.seeds):
                contract = self._contracts[assignment.name]
                work = partial(_judge, case, stage, seed, contract, self._wanted.manner, found)
                tasks.append(Task(stage.start, work))
        return tasks

    def _of_mutants(self, assignment: Assignment, stages: Stages, found: _Found) -> list[Task]:
        if not self._wanted.with_mutants:
            return []
        here = self._mutants[assignment.name]
        contract: Contract = self._contracts[assignment.name]
        tasks = mutation.tasks(assignment, stages, contract, here, MUTANT_SEED, found.mutant)
        own = Stages(assignment, "own")
        for mutant in here[SAMPLE // 2 :: SAMPLE]:
            stage = own.of_changes({mutant.cell: mutant.source}, {mutant.question})
            work = partial(_sample, mutant, stage, assignment, self._wanted.manner, found)
            tasks.append(Task(mutant.cell, work))
        return tasks

    def _audit(self, found: _Found, near: tuple[Pair, ...]) -> Audit:
        scope = self._wanted.scope
        questions = tuple(
            (assignment.name, question.id)
            for assignment in scope.assignments
            for question in assignment.questions
            if not question.manual and scope.asks(question.id)
        )
        order = {case.name: number for number, case in enumerate(self._cases)}
        verdicts = sorted(found.verdicts, key=lambda one: order[one[0]])
        first = tuple(judged for _, seed, judged in verdicts if seed == 0)
        place = {
            mutant: number for number, mutant in enumerate(m for ms in self._mutants.values() for m in ms)
        }
        judged = tuple(sorted(found.judged, key=lambda one: place[one.mutant]))
        by_mutant = {one.mutant: one for one in judged}
        return Audit(
            questions=questions,
            whole=not scope.questions and len(scope.assignments) == len(self._course.assignments),
            verdicts=first,
            copies=near,
            unstable=_unstable(verdicts),
            seeds=self._wanted.seeds,
            judged=judged,
            mutated=self._wanted.with_mutants,
            sampled=tuple(Sampled(by_mutant[mutant], lost) for mutant, lost in found.sampled),
            explained={name: contract.explained for name, contract in self._contracts.items()},
            collateral=self._wanted.manner.collateral,
            confined=self._wanted.manner.confined,
            seconds=time.monotonic() - self._started,
        )


class _Found:
    """What threads have found so far."""

    def __init__(self, progress: Progress) -> None:
        self._lock, self._progress = threading.Lock(), progress
        self.verdicts: list[tuple[str, int, Verdict]] = []
        self.judged: list[Judged] = []
        self.sampled: list[tuple[Mutant, tuple[str, ...]]] = []

    def variant(self, name: str, seed: int, judged: Verdict) -> None:
        with self._lock:
            self.verdicts.append((name, seed, judged))
            self._progress("variant")

    def mutant(self, judged: Judged) -> None:
        with self._lock:
            self.judged.append(judged)
            self._progress("mutant")

    def sample(self, mutant: Mutant, lost: tuple[str, ...]) -> None:
        with self._lock:
            self.sampled.append((mutant, lost))


def _judge(
    case: Case,
    stage: Stage,
    seed: int,
    contract: Contract,
    manner: Manner,
    found: _Found,
    engine: StagedEngine,
) -> None:
    """Judge one variant. Seed 0 stands for what grading does: a number that only this notebook gives.

    With the others it is the verdict that counts: looking for causes takes a third of the time.
    """
    execution = run_stage(engine, stage, case.assignment, manner, seed or None, reasons=seed == 0)
    found.variant(case.name, seed, verdict(case, execution.cells, execution.seconds, contract))


def _sample(
    mutant: Mutant, stage: Stage, assignment: Assignment, manner: Manner, found: _Found, engine: StagedEngine
) -> None:
    execution = run_stage(engine, stage, assignment, manner, MUTANT_SEED, reasons=False)
    lost = tuple(
        name
        for name, result in execution.cells.items()
        if name in stage.checks
        and name.partition("-")[0] == mutant.question
        and result.status is not AspectStatus.PASSED
    )
    found.sample(mutant, lost)


def _unstable(verdicts: Sequence[tuple[str, int, Verdict]]) -> tuple[Unstable, ...]:
    lost: dict[str, dict[int, tuple[str, ...]]] = {}
    for name, seed, judged in verdicts:
        lost.setdefault(name, {})[seed] = judged.lost
    return tuple(Unstable(name, by_seed) for name, by_seed in lost.items() if len(set(by_seed.values())) > 1)
