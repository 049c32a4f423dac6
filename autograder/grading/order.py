"""Where the cells of a submission stand: check and locked cells go back to their places, answers before whoever needs them, and
checks behind what they check.
"""

from __future__ import annotations

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
    """Check and locked cells that were moved are taken out, for `_restore_missing` to put back; which ones these are.

    As few cells as possible count as moved, and rather these than answers, which nobody puts back: where the imports stand below an
    answer, the imports go up.
    """
    moved: set[str] = set()
    known = [node for node in draft.notebook.cells if grade_id_of(node)]
    ranks = [draft.rank[grade_id_of(node)] for node in known]
    answers = [draft.cells[grade_id_of(node)].kind not in RESTORED for node in known]
    in_order = set(longest_rising(ranks, answers))
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


def longest_rising(ranks: Sequence[int], preferred: Sequence[bool]) -> list[int]:
    """Places of a longest strictly rising subsequence; of several equally long ones, of one with the most preferred elements.

    What is equal even then is decided for the lowest last rank, and so on from behind. The best subsequences that end in a rank stand
    in a Fenwick tree of prefix maxima: O(n log n).

    Args:
        ranks: at least 0, and not much larger than there are of them.
        preferred: for each, whether it is.
    """
    size = max(ranks, default=-1) + 1
    best = [(0, 0, -1)] * (
        size + 1
    )  # weight, minus the last rank, its place; node r is about ranks r - (r & -r) to r - 1
    before: list[int] = []
    for place, (rank, more) in enumerate(zip(ranks, preferred, strict=True)):
        longest, node = best[0], rank
        while node:
            longest = max(longest, best[node])
            node -= node & -node
        before.append(longest[2])
        # All preferred elements together weigh less than one element.
        candidate = (longest[0] + len(ranks) + 1 + more, -rank, place)
        node = rank + 1
        while node <= size:
            best[node] = max(best[node], candidate)
            node += node & -node
    _, _, place = max(best)
    found: list[int] = []
    while place >= 0:
        found.append(place)
        place = before[place]
    return found[::-1]
