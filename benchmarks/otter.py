"""The same questions for otter-grader: a notebook without check cells, and an archive with a test for each aspect."""

from __future__ import annotations

import copy
import json
import zipfile
from pathlib import Path
from textwrap import indent

import nbformat

from autograder.course import variants
from autograder.course.assignment import Assignment
from autograder.course.cells import CellKind
from autograder.proxies.namespace import names

#: Otter hands a test the student's names as arguments, so a test is a function of the names that its check cell reads.
_TEST = """from otter.test_files import test_case

OK_FORMAT = False
name = "{name}"
points = {points}


@test_case(points={points}, hidden=True)
def test_{function}({arguments}):
{body}
"""


def write(assignment: Assignment, folder: Path) -> tuple[Path, Path]:
    """Write what `otter run` takes.

    Args:
        assignment: of the course; its check cells become tests, hidden parts included.
        folder: where to.

    Returns:
        The archive, and the solved notebook without its check cells.
    """
    notebook = copy.deepcopy(variants.solved(assignment))
    checks = {cell.index for cell in assignment.cells if cell.kind is CellKind.CHECK and cell.is_code}
    notebook.cells = [cell for index, cell in enumerate(notebook.cells) if index not in checks]
    for cell in notebook.cells:
        cell.metadata.pop("nbgrader", None)
    submission = folder / f"{assignment.name}.ipynb"
    nbformat.write(notebook, submission)
    archive = folder / "autograder.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("otter_config.json", json.dumps({"lang": "python", "pdf": False}))
        for question in assignment.questions:
            for aspect in question.aspects:
                if not aspect.manual:
                    file.writestr(f"tests/{aspect.id}.py", _test(assignment, aspect.id, aspect.points))
    return archive, submission


def _test(assignment: Assignment, aspect: str, points: float) -> str:
    source = assignment.cell(aspect).source
    return _TEST.format(
        name=aspect,
        points=points,
        function=aspect.replace("-", "_"),
        arguments=", ".join(sorted(names(source))),
        body=indent(source, "    "),
    )


def score(results: Path) -> float:
    """Points in the `results.json` that otter has written."""
    return sum(test.get("score", 0.0) for test in json.loads(results.read_text())["tests"])
