"""Every right variant passes, every wrong one loses exactly its aspects and reads the pinned message."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from autograder import causes
from autograder.course import variants
from autograder.course.assignment import Course

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "tests" / "variants"
PATHS = sorted(FOLDER.glob("*/*/*.py"))


@cache
def outcomes(assignment: str) -> dict[str, dict]:
    """What the checks say of all variants of an assignment; one process judges them all."""
    lab = subprocess.run(
        [sys.executable, str(ROOT / "tests" / "lab.py"), assignment],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert lab.returncode == 0, lab.stderr[-3000:]
    return json.loads(lab.stdout)


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(
            path,
            id=f"{path.parts[-3]}-{path.parts[-2]}-{path.stem}",
            marks=pytest.mark.xdist_group(path.parts[-3]),  # one process for each assignment
        )
        for path in PATHS
    ],
)
def test_variant(path: Path) -> None:
    """The verdict, the message and the cause are those that the variant's header states."""
    variant = variants.read(path)
    found = outcomes(path.parts[-3])[str(path)]
    assert "crash" not in found, found
    failing = {aspect: outcome for aspect, outcome in found.items() if outcome["status"] != "passed"}
    told = "\n".join(f"{outcome['status']}: {outcome['message']}" for outcome in failing.values())
    assert sorted(failing) == sorted(variant.fails), told
    if not variant.wrong:
        return
    first = failing[variant.fails[0]]
    assert first["status"] == "failed", told
    assert variant.says in first["message"], told
    named = {finding["cause"] for finding in first["findings"]} - {None}
    assert named == ({variant.cause} if variant.cause else set()), told


@pytest.mark.parametrize("name", Course(ROOT).assignments)
def test_every_aspect_has_variants(name: str) -> None:
    """Each aspect has a right variant in another style, and at least two wrong ones that it must catch."""
    assignment = Course(ROOT).assignment(name)
    read = [variants.read(path) for path in PATHS if path.parts[-3] == name]
    lacking = []
    for question in assignment.questions:
        if question.manual:
            continue
        here = [v for v in read if assignment.question(v.question).solution_cell == question.solution_cell]
        if not any(not variant.wrong for variant in here):
            lacking.append(f"{question.id}: no right variant")
        for aspect in question.aspects:
            caught = sum(aspect.id in variant.fails for variant in here)
            if caught < 2:
                lacking.append(f"{aspect.id}: {caught} wrong variants, 2 needed")
    assert not lacking, "\n".join(lacking)


def test_causes_are_registered() -> None:
    """A cause that a variant names exists."""
    known = set(causes.identifiers())
    for path in PATHS:
        cause = variants.read(path).cause
        assert cause is None or cause in known, f"{path.name} names {cause}"
