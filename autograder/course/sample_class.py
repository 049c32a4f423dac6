"""A bundled class: made-up students, and what each of them hands in, built out of solutions and variants.

    [[students]]
    name = "ada"
    why = "everything right"
    work = "solved"                      # in every assignment

    [[students]]
    name = "ben"
    why = "adds up the columns, and forgets the mean"
    [students.work]
    softmax_regression = ["softmax__columns", "nll__sum"]      # names of variants
    neural_net = "untouched"

`solved`, `untouched` (as it was handed out) and `damaged` (a file that ends in the middle) are words for themselves.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from autograder.course import notebook as notebooks
from autograder.course import variants
from autograder.course.assignment import Assignment, Course
from autograder.errors import CourseError, VariantError
from autograder.files import write_atomically

SOLVED, UNTOUCHED, DAMAGED = "solved", "untouched", "damaged"

#: What is left of a damaged notebook.
DAMAGED_SHARE = 0.6

#: Where variants lie, below the folder of the course; `right` and `wrong` ones.
VARIANT_FOLDERS = ("samples/variants", "tests/variants")


@dataclass(frozen=True)
class Student:
    """One student of the class.

    Attributes:
        name: name of the folder of the submissions.
        why: what is special about this work, for people.
        work: assignment -> one of the three words, or the names of variants.
    """

    name: str
    why: str
    work: Mapping[str, str | tuple[str, ...]]


def read(path: Path, course: Course) -> tuple[Student, ...]:
    """Read the description of a class.

    Args:
        path: a TOML file, see the module.
        course: knows the assignments.

    Raises:
        CourseError: if the file cannot be read or says something that makes no sense; the sentence names the student.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as problem:
        raise CourseError(f"{path}: cannot be read ({problem.strerror})") from problem
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise CourseError(f"{path}: not a TOML file ({problem})") from problem
    entries = data.get("students")
    if not isinstance(entries, list) or not entries:
        raise CourseError(f"{path}: there are no [[students]]")
    students = tuple(_student(entry, course, path) for entry in entries)
    names = [student.name for student in students]
    for name in names:
        if names.count(name) > 1:
            raise CourseError(f"{path}: there are two students {name!r}")
    return students


def build(
    students: Sequence[Student], course: Course, released: Mapping[str, NotebookNode], folder: Path
) -> list[Path]:
    """Write what the students hand in.

    Args:
        students: the class.
        course: where the assignments are.
        released: assignment -> its student version, what an untouched notebook is.
        folder: where to, as `<student>/<assignment>/<assignment>.ipynb`.

    Returns:
        The files.

    Raises:
        VariantError: if a variant does not exist, cannot be applied, or two of them write the same cell.
        CourseError: if an assignment is not as it must be.
    """
    written = []
    assignments = {name: course.assignment(name) for student in students for name in student.work}
    for student in students:
        for name, work in student.work.items():
            path = folder / student.name / name / f"{name}.ipynb"
            text = notebooks.dumps(_notebook(work, assignments[name], course, released))
            if work == DAMAGED:
                text = text[: int(len(text) * DAMAGED_SHARE)]
            write_atomically(path, text)
            written.append(path)
    return written


def combine(assignment: Assignment, chosen: Sequence[variants.Variant]) -> NotebookNode:
    """Return a submission with several variants in it, and everything else solved.

    Raises:
        VariantError: if a variant cannot be applied, or two of them write the same cell.
    """
    solved = variants.solved(assignment)
    combined = variants.solved(assignment)
    writer: dict[int, str] = {}
    for variant in chosen:
        for place, node in enumerate(variants.apply(variant, assignment).cells):
            if node.source == solved.cells[place].source:
                continue
            if place in writer:
                raise VariantError(
                    f"{variant.path}: writes the same cell as {writer[place]}, so they cannot be combined"
                )
            writer[place] = variant.name
            combined.cells[place].source = node.source
    return combined


def find_variant(course: Course, assignment: str, name: str) -> Path:
    """Return the file of a variant.

    Raises:
        VariantError: if there is none; the sentence says where it should be.
    """
    for folder in VARIANT_FOLDERS:
        for kind in ("right", "wrong"):
            path = course.root / folder / assignment / kind / f"{name}.py"
            if path.is_file():
                return path
    raise VariantError(
        f"there is no variant {name!r} of {assignment}: no {name}.py in "
        + " or ".join(f"{folder}/{assignment}/{{right,wrong}}" for folder in VARIANT_FOLDERS)
    )


def _student(entry: object, course: Course, path: Path) -> Student:
    name = entry.get("name") if isinstance(entry, dict) else None
    if not isinstance(name, str) or not name or "/" in name or name.startswith("."):
        raise CourseError(f"{path}: a student needs a name that can be the name of a folder, not {name!r}")
    work = entry.get("work")
    if isinstance(work, str):
        work = dict.fromkeys(course.assignments, work)
    if not isinstance(work, dict) or not work:
        raise CourseError(f"{path}: {name} has no work")
    for assignment, what in work.items():
        if assignment not in course.assignments:
            known = ", ".join(course.assignments) or "none"
            raise CourseError(f"{path}: {name} works on {assignment!r}; the course has {known}")
        listed = isinstance(what, list) and what and all(isinstance(item, str) for item in what)
        if not listed and what not in (SOLVED, UNTOUCHED, DAMAGED):
            raise CourseError(
                f"{path}: the work of {name} on {assignment} is {what!r}; expected {SOLVED!r}, {UNTOUCHED!r}, "
                f"{DAMAGED!r} or a list of variants"
            )
    work = {assignment: tuple(what) if isinstance(what, list) else what for assignment, what in work.items()}
    return Student(name, str(entry.get("why", "")), work)


def _notebook(
    work: str | tuple[str, ...], assignment: Assignment, course: Course, released: Mapping[str, NotebookNode]
) -> NotebookNode:
    if work == UNTOUCHED:
        return released[assignment.name]
    if isinstance(work, str):  # solved, or about to be damaged
        return variants.solved(assignment)
    return combine(assignment, [variants.read(find_variant(course, assignment.name, name)) for name in work])
