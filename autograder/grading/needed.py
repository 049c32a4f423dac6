"""Where an answer must stand that others need: a cell far below its place comes too late for the questions between.

Its own checks can follow it to where it is; the answers and checks of other questions, which call it, cannot.
"""

from __future__ import annotations

from collections.abc import Sequence

from nbformat import NotebookNode

from autograder.grading.sources import bound_names, used_names


def place_before_users(
    cells: Sequence[NotebookNode], first: int, last: int, later: set[int], own: set[int]
) -> int | None:
    """Where an answer must move to.

    Args:
        cells: all cells, in the order in which they run.
        first: place of the answer, which may have several cells.
        last: place of its last cell.
        later: places of cells that follow the answer in the assignment; those before `first` may need it.
        own: which of them are checks of the answer itself.

    Returns:
        The place of the first cell that follows it in the assignment and needs it, its own checks included; None if nobody but
        its own checks does, or if it cannot stand there: it needs what is defined in between, or something there defines the same.
    """
    answer = cells[first : last + 1]
    gives = set().union(*(bound_names(node.source) for node in answer))
    needs = set().union(*(used_names(node.source) for node in answer)) - gives
    users = [
        place
        for place in sorted(later)
        if place < first and (place in own or gives & used_names(cells[place].source))
    ]
    if not gives or all(place in own for place in users):
        return None
    between = [node for place, node in enumerate(cells) if users[0] <= place < first and place not in own]
    defined = set().union(*(bound_names(node.source) for node in between if node.cell_type == "code"))
    return None if defined & (gives | needs) else users[0]
