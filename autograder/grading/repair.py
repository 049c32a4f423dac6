"""Repairing a submission: the instructor's check cells, locked cells and points are the ones that count.

Students delete, copy, split, merge, move and edit cells, and tools change their types and lose their metadata. What a student
wrote stays; everything that decides about points is put back as the instructor wrote it: which cell is which (`identity`), what
stands in it (`contents`), where it stands (`order`), and here what belongs to the notebook as a whole.
"""

from __future__ import annotations

import nbformat
from nbformat import NotebookNode

from autograder.course import notebook as notebooks
from autograder.course.assignment import Assignment
from autograder.grading.contents import restore_contents
from autograder.grading.draft import Draft
from autograder.grading.identity import identify
from autograder.grading.order import restore_order
from autograder.grading.sources import grade_id_of


def repair(submission: NotebookNode, assignment: Assignment) -> tuple[NotebookNode, tuple[str, ...]]:
    """Return the submission as it is graded, and what was put right.

    Args:
        submission: a notebook of format 4; it is not changed.
        assignment: what was asked.

    Returns:
        A new notebook without outputs, in which each check and locked cell of the assignment occurs once and is the
        instructor's; and one sentence for each repair, which names the cell (its number is that in the submission, from 1).
    """
    draft = Draft(_bare(submission), assignment)
    answered_in = identify(draft)
    restore_contents(draft)
    restore_order(draft, answered_in)
    _restore_kernel(draft)
    _give_ids(draft.notebook)
    return draft.notebook, tuple(draft.repairs)


def _bare(submission: NotebookNode) -> NotebookNode:
    """A copy without outputs, which prove nothing and may be large, and with no other metadata than nbgrader's."""
    cells = []
    for node in submission.cells:
        cell = {"cell_type": node.cell_type, "source": node.source, "metadata": {}}
        if "nbgrader" in node.metadata:
            cell["metadata"]["nbgrader"] = node.metadata["nbgrader"]
        for key in ("id", "attachments"):
            if key in node:
                cell[key] = node[key]
        if node.cell_type == "code":
            cell |= {"outputs": [], "execution_count": None}
        cells.append(cell)
    metadata = {key: submission.metadata[key] for key in ("kernelspec",) if key in submission.metadata}
    bare = {"nbformat": 4, "nbformat_minor": submission.nbformat_minor, "metadata": metadata, "cells": cells}
    return notebooks.copy(nbformat.from_dict(bare))


def _restore_kernel(draft: Draft) -> None:
    """Only Python is run, whatever kernel the notebook names."""
    found, wanted = draft.notebook.metadata, draft.assignment.notebook.metadata
    kernel = found.get("kernelspec")
    language = kernel.get("language") if isinstance(kernel, dict) else None
    if isinstance(language, str) and language.lower() not in ("python", ""):
        draft.say(f"the notebook asked for a {language[:40]} kernel; it was run with Python")
    for key in ("kernelspec", "language_info"):
        found.pop(key, None)
        if key in wanted:
            found[key] = notebooks.copy(wanted[key])


def _give_ids(notebook: NotebookNode) -> None:
    """Each cell has an id of its own; those of the instructor's cells are theirs, whoever else claims them."""
    notebook.nbformat_minor = 5
    taken: set[str] = set()
    theirs = [node for node in notebook.cells if grade_id_of(node)]
    for node in theirs + [node for node in notebook.cells if not grade_id_of(node)]:
        wanted, number = node.get("id") or "cell", 1
        while node.get("id") in (None, "") or node.id in taken:
            number += 1
            node.id = f"{wanted[:50]}-{number}"
        taken.add(node.id)
