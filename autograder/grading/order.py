"""Where the cells of a submission stand: check and locked cells go back to their places, answers before whoever needs them, and
checks behind what they check.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence

from autograder.course.cells import CellKind
from autograder.grading.draft import RESTORED, Draft, instructors, name_of
from autograder.grading.needed import place_before_users
from autograder.grading.sources import grade_id_of


def restore_order(draft: Draft, answered_in: Mapping[str, str]) -> None:
    """Put every cell of the instructor's where it belongs, the missing ones too.

    Args:
        draft: a submission in which no `grade_id` occurs twice; it is changed.
        answered_in: from `identity.identify`.
    """
    solution_of = {question.id: question.solution_cell for question in draft.assignment.questions}
    _restore_missing(draft, moved=_take_out_moved(draft))
    _answers_before_users(draft, answered_in, solution_of)
    _checks_after_solutions(draft, solution_of)


def _take_out_moved(draft: Draft) -> set[str]:
    """Check and locked cells that were moved are taken out, for `_restore_missing` to put back; which ones these are."""
    moved: set[str] = set()
    known = [node for node in draft.notebook.cells if grade_id_of(node)]
    ranks = [draft.rank[grade_id_of(node)] for node in known]
    in_order = set(_longest_rising(ranks))
    for place, node in enumerate(known):
        cell = draft.cells[grade_id_of(node)]
        if place not in in_order and cell.kind in RESTORED:
            draft.remove(node)
            moved.add(cell.grade_id)
            draft.say(f"the {name_of(cell)} had been moved; it is back in its place")
    return moved


def _restore_missing(draft: Draft, moved: Collection[str]) -> None:
    """Each missing cell is put back after the cell that it follows in the assignment."""
    previous: str | None = None
    for grade_id, cell in draft.cells.items():
        present = draft.find(grade_id) is not None
        if not present and cell.kind in RESTORED:
            draft.insert_after(previous, instructors(cell))
            if grade_id not in moved:
                draft.say(f"the {name_of(cell)} was missing; it is back in its place")
            present = True
        elif not present:
            draft.say(f"the {name_of(cell)} is missing, so there is no answer in it")
        previous = grade_id if present else previous


def _answers_before_users(
    draft: Draft, answered_in: Mapping[str, str], solution_of: Mapping[str, str]
) -> None:
    """An answer that stands behind other questions that call it moves up to them."""
    for grade_id, cell in draft.cells.items():
        first = draft.find(grade_id)
        if first is None or cell.kind is not CellKind.SOLUTION or grade_id in answered_in:
            continue
        group = {grade_id, *(other for other, place in answered_in.items() if place == grade_id)}
        rank = min(draft.rank[name] for name in group)
        last = max(draft.find(name) for name in group)
        labels = [grade_id_of(node) if node.cell_type == "code" else "" for node in draft.notebook.cells]
        later = {place for place, label in enumerate(labels) if label and draft.rank[label] > rank} - set(
            range(first, last + 1)
        )
        own = {place for place in later if solution_of.get(draft.cells[labels[place]].question) in group}
        target = place_before_users(draft.notebook.cells, first, last, later, own)
        if target is not None:
            cells = draft.notebook.cells
            draft.notebook.cells = (
                cells[:target] + cells[first : last + 1] + cells[target:first] + cells[last + 1 :]
            )
            draft.say(f"the {name_of(cell)} stood behind others that need it; it now stands before them")


def _checks_after_solutions(draft: Draft, solution_of: Mapping[str, str]) -> None:
    """A solution that was moved behind its checks takes them along."""
    for cell in reversed(draft.cells.values()):
        solution = solution_of.get(cell.question) if cell.kind is CellKind.CHECK else None
        place = draft.find(solution) if solution else None
        if place is None or draft.find(cell.grade_id) > place:
            continue
        draft.remove(draft.notebook.cells[draft.find(cell.grade_id)])
        draft.insert_after(solution, instructors(cell))
        draft.say(f"the {name_of(cell)} stood before the answer that it checks; it now stands after it")


def _longest_rising(ranks: Sequence[int]) -> list[int]:
    """Places of a longest strictly rising subsequence (patience sorting)."""
    tops: list[int] = []  # the lowest last rank of a rising subsequence of each length
    places: list[int] = []  # and where it is
    before: list[int | None] = []
    for place, rank in enumerate(ranks):
        length = bisect_left(tops, rank)
        before.append(places[length - 1] if length else None)
        tops[length : length + 1] = [rank]
        places[length : length + 1] = [place]
    found: list[int] = []
    place = places[-1] if places else None
    while place is not None:
        found.append(place)
        place = before[place]
    return found[::-1]
