"""A large class in which everything happens: honest, wrong, hostile and damaged submissions, and what each must get."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode
from nbformat.v4 import new_output

from autograder.course import notebook as notebooks
from autograder.course import variants
from autograder.course.assignment import Assignment, Course
from tests.attacks import catalogue

SHARES = {"honest": 0.35, "wrong": 0.35, "hostile": 0.15, "damaged": 0.15}

#: Attacks that need more than their notebook, or want more than one cell's time to be stopped.
NOT_ALONE = frozenset({"network", "files", "resources"})


@dataclass(frozen=True)
class Member:
    """One submission.

    Attributes:
        student: name of its folder.
        assignment: what is handed in.
        kind: honest, wrong, hostile or damaged.
        why: which variant, attack or damage.
        points: aspect -> points that it must get, of all aspects that are known; None where the file cannot be graded.
        data: the file.
    """

    student: str
    assignment: str
    kind: str
    why: str
    points: Mapping[str, float] | None
    data: bytes


def build(course: Course, names: tuple[str, ...], size: int, seed: int) -> list[Member]:
    """Make a class.

    Args:
        course: the real one.
        names: its assignments that are handed in.
        size: number of submissions.
        seed: of everything random here.
    """
    rng = random.Random(seed)
    kinds = [kind for kind, share in SHARES.items() for _ in range(round(size * share))][:size]
    kinds += ["honest"] * (size - len(kinds))
    rng.shuffle(kinds)
    makers = {
        name: {kind: maker(course, course.assignment(name), rng) for kind, maker in _MAKERS.items()}
        for name in names
    }
    members = []
    for number, kind in enumerate(kinds):
        name = rng.choice(names)
        why, points, data = makers[name][kind]()
        members.append(Member(f"s{number:04d}-{kind}", name, kind, why, points, data))
    return members


def write(members: list[Member], folder: Path) -> None:
    """Write all files as `<student>/<assignment>/<assignment>.ipynb`."""
    for member in members:
        path = folder / member.student / member.assignment / f"{member.assignment}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_bytes(member.data)


_Made = tuple[str, Mapping[str, float] | None, bytes]
_Maker = Callable[[], _Made]


def _full(assignment: Assignment) -> dict[str, float]:
    return {aspect.id: aspect.points for aspect in assignment.aspects if not aspect.manual}


def _bytes(notebook: NotebookNode) -> bytes:
    return notebooks.dumps(notebook).encode()


def _corpus(assignment: Assignment, course: Course, kind: str) -> list[variants.Variant]:
    folder = course.root / "tests" / "variants" / assignment.name / kind
    found = [variants.read(path) for path in sorted(folder.glob("*.py"))]
    # One that stands alone has a convention of its own, in which the instructor's later cells do not go on.
    return [variant for variant in found if not variant.alone]


def _honest(course: Course, assignment: Assignment, rng: random.Random) -> _Maker:
    corpus = _corpus(assignment, course, "right")

    def make() -> _Made:
        if rng.random() < 0.3:
            return "solved", _full(assignment), _bytes(variants.solved(assignment))
        variant = rng.choice(corpus)
        return variant.name, _full(assignment), _bytes(variants.apply(variant, assignment))

    return make


def _wrong(course: Course, assignment: Assignment, rng: random.Random) -> _Maker:
    corpus = _corpus(assignment, course, "wrong")

    def make() -> _Made:
        variant = rng.choice(corpus)
        # What is trained with a wrong gradient may be wrong as well: only the question's own aspects are known.
        cell = assignment.question(variant.question).solution_cell
        own = {a.id: a.points for q in assignment.questions if q.solution_cell == cell for a in q.aspects}
        points = own | dict.fromkeys(variant.fails, 0.0)
        return variant.name, points, _bytes(variants.apply(variant, assignment))

    return make


def _hostile(course: Course, assignment: Assignment, rng: random.Random) -> _Maker:
    knowledge = catalogue.Knowledge(*[""] * len(dataclasses.fields(catalogue.Knowledge)))
    attacks = [
        attack
        for attack in catalogue.read_all()
        if attack.assignment == assignment.name
        and attack.family not in NOT_ALONE
        and "student" not in attack.fields
        and "@" not in attack.path.read_text()
    ]

    def make() -> _Made:
        attack = rng.choice(attacks)
        everything = attack.earns == {catalogue.EVERYTHING}
        base = variants.solved(assignment) if everything else variants.untouched(assignment)
        full = _full(assignment)
        points = full if everything else {name: full[name] if name in attack.earns else 0.0 for name in full}
        notebook = catalogue.with_old_verdicts(attack.submission(base, knowledge))
        return attack.name, points, _bytes(notebook)

    return make


def _damaged(course: Course, assignment: Assignment, rng: random.Random) -> _Maker:
    def make() -> _Made:
        why = rng.choice(sorted(_DAMAGES))
        readable, damage = _DAMAGES[why]
        return why, _full(assignment) if readable else None, damage(variants.solved(assignment))

    return make


def _without_checks(notebook: NotebookNode) -> bytes:
    notebook.cells = [cell for cell in notebook.cells if not cell.metadata.get("nbgrader", {}).get("grade")]
    return _bytes(notebook)


def _loud(notebook: NotebookNode) -> bytes:
    code = next(cell for cell in notebook.cells if cell.cell_type == "code")
    code.outputs = [new_output("stream", name="stdout", text="x" * 2_000_000)]
    return _bytes(notebook)


_DAMAGES: Mapping[str, tuple[bool, Callable[[NotebookNode], bytes]]] = {
    "byte-order mark": (True, lambda notebook: b"\xef\xbb\xbf" + _bytes(notebook)),
    "no check cells": (True, _without_checks),
    "two megabytes of old output": (True, _loud),
    "empty file": (False, lambda notebook: b""),
    "text that is no notebook": (False, lambda notebook: b"I have lost my notebook, sorry"),
}

_MAKERS = {"honest": _honest, "wrong": _wrong, "hostile": _hostile, "damaged": _damaged}
