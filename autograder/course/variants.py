"""Variants: right and wrong answers to one question, as small Python files that become submissions.

A wrong variant, as an edit of the solution:

    # question: softmax
    # why: normalises over the columns instead of the rows
    # cause: softmax_wrong_axis
    # fails: softmax-batch, softmax-stable
    # says: each column adds up to 1
    # edit: exp / exp.sum(axis=-1, keepdims=True)
    # to:   exp / exp.sum(axis=0)

Without ``edit`` and ``to``, what follows the header is the whole solution cell, and a line ``# %% <grade_id>`` starts
the text of a further cell. ``# also: <causes>`` names causes that other aspects of the question name, truly. A right variant has
``question`` and ``why`` only, or also ``# alone: <reason>`` where it has a convention of its own in which the instructor's
later cells do not go on (another layout of the weights): then it is judged by its own question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from autograder.course import notebook as notebooks
from autograder.course.assignment import Assignment
from autograder.course.cells import CellKind
from autograder.course.marks import HIDDEN_TESTS, without_marks, without_regions
from autograder.course.points import fill
from autograder.errors import VariantError

_HEADER = re.compile(r"#\s*(question|why|cause|also|fails|says|alone|edit|to):(.*)")
_LOOKS_LIKE_HEADER = re.compile(r"#\s*(\w+):")
_CELL = re.compile(r"# %% *(\S*)\s*")


@dataclass(frozen=True)
class Variant:
    """One answer to one question, with what is expected of the checks.

    Attributes:
        path: the file.
        question: id of the question.
        why: what is different about this answer, for people.
        wrong: whether checks must fail.
        cause: id of the cause that the first failing aspect must name, or None.
        also: ids of causes that other failing aspects may name.
        fails: exactly the aspects of this solution cell's questions that must fail.
        says: a piece of the message of the first failing aspect.
        alone: why later cells of the solution do not fit this answer; "" where they do.
        edits: pairs (old, new) of pieces of the solution cell, applied one after the other.
        cells: pairs (grade_id, source) of whole cells; "" stands for the question's solution cell.
    """

    path: Path
    question: str
    why: str
    wrong: bool
    cause: str | None
    fails: tuple[str, ...]
    says: str
    edits: tuple[tuple[str, str], ...]
    cells: tuple[tuple[str, str], ...]
    also: tuple[str, ...] = ()
    alone: str = ""

    @property
    def name(self) -> str:
        """Name of the file without its ending: ``<question>__<slug>``."""
        return self.path.stem


def read(path: Path | str) -> Variant:
    """Read a variant file.

    Args:
        path: ``.../{right,wrong}/<question>__<slug>.py``; a file in a folder ``right`` must not name failures.

    Raises:
        VariantError: if the file cannot be read or breaks the format; the sentence names the file and the line.
    """
    path = Path(path)
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise VariantError(f"{path}: cannot be read ({error})") from error
    fields, edits, body = _parse(text.splitlines(), path)
    for name in ("question", "why"):
        if not fields.get(name):
            raise VariantError(f"{path}: the header has no `# {name}:`")
    if path.stem.partition("__")[0] != fields["question"]:
        raise VariantError(
            f"{path}: the file must be called {fields['question']}__<slug>.py, after its question"
        )
    cells = _split_cells(body, path)
    if edits and cells:
        raise VariantError(f"{path}: has both edits and a body; one of them is enough")
    if not edits and not cells:
        raise VariantError(f"{path}: has neither edits nor a body")
    wrong = path.parent.name != "right"
    for name in ("cause", "fails", "says"):
        if wrong and not fields.get(name):
            raise VariantError(f"{path}: a wrong variant needs `# {name}:`")
    for name in ("cause", "fails", "says", "also"):
        if not wrong and name in fields:
            raise VariantError(f"{path}: a right variant has no `# {name}:`")
    if wrong and "alone" in fields:
        raise VariantError(f"{path}: a wrong variant has no `# alone:`")
    cause = fields.get("cause")
    return Variant(
        path=path,
        question=fields["question"],
        why=fields["why"],
        wrong=wrong,
        cause=None if cause == "none" else cause,
        fails=_words(fields["fails"]) if wrong else (),
        says=fields.get("says", ""),
        edits=edits,
        cells=cells,
        also=_words(fields.get("also", "")),
        alone=fields.get("alone", ""),
    )


def apply(variant: Variant, assignment: Assignment) -> NotebookNode:
    """A submission: everything solved, but for the variant's answer.

    Args:
        variant: the answer.
        assignment: where its question is asked.

    Returns:
        A new notebook without marks, hidden tests and outputs.

    Raises:
        VariantError: if an edit does not occur exactly once in the solution cell, an aspect in ``fails`` does not
            exist, or a cell of the variant is no solution or manual cell.
        CourseError: if the assignment has no such question.
    """
    notebook = solved(assignment)
    for index, source in changes(variant, assignment).items():
        notebook.cells[index].source = source
    return notebook


def changes(variant: Variant, assignment: Assignment) -> dict[int, str]:
    """The cells of the solved notebook that a variant replaces: index -> source.

    Raises:
        VariantError, CourseError: as `apply`.
    """
    target = assignment.solution_cell_of(variant.question)
    _check_fails(variant, assignment)
    changed = {}
    if variant.edits:
        source = without_marks(target.source)
        for old, new in variant.edits:
            count = source.count(old)
            if count != 1:
                raise VariantError(
                    f"{variant.path}: the edit {old!r} must occur once in the solution of {target.grade_id},"
                    f" it occurs {count} times"
                )
            source = source.replace(old, new)
        changed[target.index] = source
    for grade_id, source in variant.cells:
        cell = assignment.cell(grade_id) if grade_id else target
        if cell.kind not in (CellKind.SOLUTION, CellKind.MANUAL):
            raise VariantError(f"{variant.path}: the cell {cell.grade_id!r} is not one that students write")
        changed[cell.index] = source
    return changed


def solved(assignment: Assignment) -> NotebookNode:
    """The instructor notebook as a perfect submission: no solution marks, hidden tests and outputs, points filled in.

    Raises:
        CourseError: if a mark for points names no question.
    """
    notebook = notebooks.copy(assignment.notebook)
    fill(Assignment.of(notebook, assignment.path))
    for cell in assignment.cells:
        node = notebook.cells[cell.index]
        if cell.kind in (CellKind.SOLUTION, CellKind.MANUAL):
            node.source = without_marks(cell.source)
        elif cell.kind is CellKind.CHECK:
            node.source = without_regions(cell.source, HIDDEN_TESTS)
        if cell.is_code:
            node.outputs = []
            node.execution_count = None
    return notebook


def untouched(assignment: Assignment) -> NotebookNode:
    """The student version as it was handed out, from ``release/``.

    Raises:
        NotebookError: if it has not been generated yet, or is no notebook.
    """
    folder = assignment.path.parents[2] / "release" / assignment.name
    return notebooks.read(folder / f"{assignment.name}.ipynb")


def _parse(lines: list[str], path: Path) -> tuple[dict[str, str], tuple[tuple[str, str], ...], list[str]]:
    """Split a file into the fields of its header, its edits, and the lines of its body."""
    fields: dict[str, str] = {}
    edits: list[tuple[str, str]] = []
    pending: str | None = None
    end = len(lines)
    for number, line in enumerate(lines):
        match = _HEADER.fullmatch(line)
        if not match:
            unknown = _LOOKS_LIKE_HEADER.match(line)
            if unknown and not fields.keys() >= {"question", "why"}:
                raise VariantError(f"{path}, line {number + 1}: unknown field {unknown[1]!r}")
            end = number
            break
        name, value = match[1], match[2].strip()
        if pending is not None and name != "to":
            raise VariantError(f"{path}, line {number + 1}: `# edit:` must be followed by `# to:`")
        if name == "edit":
            if not value:
                raise VariantError(f"{path}, line {number + 1}: `# edit:` says nothing")
            pending = value
        elif name == "to":
            if pending is None:
                raise VariantError(f"{path}, line {number + 1}: `# to:` without an `# edit:` before it")
            edits.append((pending, value))
            pending = None
        elif name in fields:
            raise VariantError(f"{path}, line {number + 1}: a second `# {name}:`")
        else:
            fields[name] = value
    if pending is not None:
        raise VariantError(f"{path}: the last `# edit:` has no `# to:`")
    return fields, tuple(edits), lines[end:]


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in re.split(r"[,\s]+", text) if word)


def _split_cells(body: list[str], path: Path) -> tuple[tuple[str, str], ...]:
    """Pairs (grade_id, source); the text before the first ``# %%`` belongs to the solution cell, called ""."""
    parts: list[tuple[str, list[str]]] = [("", [])]
    for line in body:
        match = _CELL.fullmatch(line)
        if match:
            if not match[1]:
                raise VariantError(f"{path}: `# %%` must name the cell that follows")
            parts.append((match[1], []))
        else:
            parts[-1][1].append(line)
    sources = [(grade_id, "\n".join(lines).strip("\n")) for grade_id, lines in parts]
    return tuple((grade_id, source) for grade_id, source in sources if grade_id or source)


def _check_fails(variant: Variant, assignment: Assignment) -> None:
    target = assignment.question(variant.question).solution_cell
    known = [
        aspect.id
        for question in assignment.questions
        if question.solution_cell == target
        for aspect in question.aspects
    ]
    for aspect in variant.fails:
        if aspect not in known:
            raise VariantError(
                f"{variant.path}: {aspect!r} is no aspect of {target}; there are {', '.join(known)}"
            )
