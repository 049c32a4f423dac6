"""What of a notebook must run to judge a change: the cells that notice it, and the cells that these need."""

from __future__ import annotations

import ast
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import nbformat
from nbformat import NotebookNode

from autograder.audit.contract import Contract
from autograder.audit.dependence import Dependence, names_of, observed
from autograder.audit.source import plain
from autograder.course import notebook as notebooks
from autograder.course import variants
from autograder.course.assignment import Assignment
from autograder.course.cells import CellKind
from autograder.course.variants import Variant

Collateral = Literal["dependent", "full", "own"]
"""Which check cells judge a change: those that can notice it, all behind it, or those of its own question."""


@dataclass(frozen=True)
class Stage:
    """Where to begin with one changed notebook, and what remains to be run.

    Attributes:
        start: place of the first changed cell; all before it is as the instructor wrote it.
        rest: the cells from there on, changes included, as a notebook.
        checks: `grade_id`s of the check cells in it.
    """

    start: int
    rest: NotebookNode
    checks: tuple[str, ...]


class Stages:
    """The stages of one assignment.

    Args:
        assignment: whose notebook.
        collateral: which check cells judge a change.
        contract: its consequences are not looked at: what a check says that may fall either way tells nothing.

    Attributes:
        dependence: of the solved notebook.
    """

    def __init__(
        self,
        assignment: Assignment,
        collateral: Collateral = "dependent",
        contract: Contract | None = None,
    ) -> None:
        self.assignment, self._collateral = assignment, collateral
        self._contract = contract or Contract()
        self._solved = variants.solved(assignment)
        self.dependence = Dependence(assignment.cells)
        self._short: dict[int, str] = {}
        # A plot of the trained network reads nearly everything and judges nothing.
        self._effective = [
            replace(cell, source=self.without_display(cell.index)) for cell in assignment.cells
        ]
        used_by_rules = frozenset(
            name for freedom in self._contract.freedoms for name in names_of(freedom.holds).read
        )
        self._needed_by_all = frozenset(
            self.dependence.needed(
                [
                    cell.index
                    for cell in assignment.cells
                    if cell.kind in (CellKind.CHECK, CellKind.SOLUTION)
                    or (cell.kind is CellKind.LOCKED and self.dependence.binds(cell.index) & used_by_rules)
                ],
                0,
            )
        )

    def of_variant(self, variant: Variant) -> Stage:
        """The stage of a written variant.

        Raises:
            VariantError: the variant does not fit the notebook.
        """
        changes = variants.changes(variant, self.assignment)
        spared = frozenset(
            aspect.id
            for aspect in self.assignment.aspects
            if variant.wrong and self._contract.follows(aspect.id, variant.question)
        )
        return self.of_changes(changes, {variant.question}, alone=bool(variant.alone), spared=spared)

    def of_changes(
        self,
        changes: Mapping[int, str],
        questions: set[str],
        *,
        alone: bool = False,
        spared: Collection[str] = (),
    ) -> Stage:
        """The stage of other sources in some cells.

        Args:
            changes: place of a cell -> its source.
            questions: whose check cells run in any case, with those of the questions that share their cell.
            alone: whether no others run.
            spared: check cells that may fall either way: those of other questions run only if all do.
        """
        cells = self.assignment.cells
        start = min(changes, default=0)
        dependence = Dependence(self._effective, changes)
        reach = "own" if alone else self._collateral
        checks = self._checks(dependence, changes, questions, reach, spared)
        if reach == "full":
            run = [cell.index for cell in cells[start:] if cell.is_code]
        else:
            run = dependence.needed([*changes, *checks], start)
        run = [place for place in run if cells[place].kind is not CellKind.CHECK or place in checks]
        nodes = []
        for place in run:
            node = notebooks.copy(self._solved.cells[place])
            if cells[place].kind is CellKind.CHECK:
                node.source = cells[place].source  # hidden tests and all
            elif place in changes:
                node.source = changes[place]
            elif reach != "full":
                node.source = self.without_display(place)
            nodes.append(node)
        rest = nbformat.v4.new_notebook(metadata=self._solved.metadata, cells=nodes)
        return Stage(start, rest, tuple(cells[place].grade_id for place in run if place in checks))

    def _checks(
        self,
        dependence: Dependence,
        changes: Mapping[int, str],
        questions: set[str],
        reach: Collateral,
        spared: Collection[str],
    ) -> set[int]:
        cells = self.assignment.cells
        every = [cell for cell in cells if cell.kind is CellKind.CHECK]
        answered_in = {self.assignment.question(question).solution_cell for question in questions}
        answered_in |= {cells[place].grade_id for place in changes}
        own = {
            cell.index
            for cell in every
            if self.assignment.question(cell.question).solution_cell in answered_in
        }
        if reach == "own":
            return own
        if reach == "full":
            return {cell.index for cell in every if cell.index >= min(changes, default=0)}
        affected = set(dependence.affected(changes))
        return own | {cell.index for cell in every if cell.index in affected and cell.grade_id not in spared}

    def without_display(self, place: int) -> str:
        """A solved cell without the statements at its end whose effect is only seen: plots, and what is plotted."""
        if place not in self._short:
            source = self._solved.cells[place].source
            text = plain(source)
            if text is not None and self.assignment.cells[place].kind is CellKind.SOLUTION:
                kept = observed(text, self.interface(place))
                source = "\n".join(map(ast.unparse, ast.parse(text).body[:kept]))
            self._short[place] = source
        return self._short[place]

    def interface(self, place: int) -> frozenset[str]:
        """The names that a cell binds and cells behind it read."""
        behind = (self.dependence.read(later) for later in range(place + 1, len(self.assignment.cells)))
        text = plain(self._solved.cells[place].source) or ""
        return names_of(text).bound & frozenset().union(*behind)

    def solved(self, place: int) -> str:
        """The source of a cell in the solved notebook."""
        return self._solved.cells[place].source

    def before(self, done: int, start: int) -> Sequence[str]:
        """Sources of the solved cells from `done` up to `start` that anything behind them needs."""
        cells = self.assignment.cells
        return [
            self.without_display(place)
            for place in range(done, start)
            if place in self._needed_by_all
            and cells[place].is_code
            and cells[place].kind is not CellKind.CHECK
        ]
