"""Stock nbgrader and `autograder grade` give the same score, aspect by aspect."""

import dataclasses
import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.course import notebook as notebooks
from autograder.course import sample_class, variants
from autograder.course.assignment import Course

ROOT = Path(__file__).resolve().parent.parent.parent

_spec = importlib.util.spec_from_file_location("stock", Path(__file__).with_name("stock.py"))
stock = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(stock)


CHEAP = "softmax_regression", "layers"
"""Assignments whose notebooks run in seconds: one with functions, one with classes."""

NOISY = """

import functools
import sys
import warnings


def noisy(function):
    @functools.wraps(function)
    def loud(*arguments, **named):
        print("in", function.__name__, "x" * 300)
        print("careful", file=sys.stderr)
        warnings.warn("careful", stacklevel=1)
        np.exp(np.float64(1e5)) - np.log(np.zeros(1))
        return function(*arguments, **named)
    return loud


softmax = noisy(softmax)
np.float64(0.5)"""
"""Behind a right answer: everything on all channels, numpy's own warnings, and a number at the end of the cell."""


def part_of_the_class(course: Course) -> list[sample_class.Student]:
    """One student of each kind: partly right work in two cheap assignments, untouched, damaged.

    `python tests/nbgrader/stock.py build/demo` compares the whole class on all assignments, which takes minutes.
    """
    students = sample_class.read(ROOT / "samples" / "class.toml", course)
    chosen, seen = [], set()
    for student in students:
        for assignment, work in student.work.items():
            kind = (assignment, "variants") if isinstance(work, tuple) else work
            if assignment in CHEAP and kind not in seen and kind != sample_class.SOLVED:
                seen.add(kind)
                chosen.append(
                    dataclasses.replace(student, name=f"{student.name}-{assignment}", work={assignment: work})
                )
    return chosen


@pytest.fixture(scope="module")
def submitted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small class in a folder `submitted`."""
    course = Course(ROOT)
    folder = tmp_path_factory.mktemp("class") / "submitted"
    released = {name: notebooks.read(course.release_path(name)) for name in course.assignments}
    sample_class.build(part_of_the_class(course), course, released, folder)
    softmax = course.assignment(CHEAP[0])
    noisy = variants.solved(softmax)
    noisy.cells[softmax.cell("softmax").index].source += NOISY
    notebooks.write(noisy, folder / "noisy" / softmax.name / f"{softmax.name}.ipynb")
    return folder


@pytest.mark.xdist_group("stock")
def test_stock_nbgrader_gives_the_same_scores(submitted: Path, tmp_path: Path) -> None:
    """Also where work is wrong, untouched or damaged; warnings and prints change nothing."""
    graded = subprocess.run(
        [sys.executable, "-m", "autograder", "grade", str(submitted), "--course", str(ROOT)]
        + ["--json", str(tmp_path / "scores.json"), "--jobs", "1"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert graded.returncode == 0, graded.stdout + graded.stderr
    document = json.loads((tmp_path / "scores.json").read_text())
    assert [entry["student"] for entry in document["submissions"] if entry["repairs"]] == [
        "dan-softmax_regression"
    ]
    ours = stock.our_scores(document)
    (tmp_path / "course").mkdir()
    theirs = stock.stock_scores(ROOT, submitted, tmp_path / "course")
    assert {key[1] for key in ours} == set(CHEAP)
    points = {
        student: [value for (name, _, _), value in ours.items() if name == student and value is not None]
        for student, _, _ in ours
    }
    assert points.keys() == {"ben-softmax_regression", "eli-layers", "noisy", "umi-softmax_regression"}
    assert all(points["noisy"])
    assert not any(points["umi-softmax_regression"])
    for student in ("ben-softmax_regression", "eli-layers"):
        assert any(points[student]) and not all(points[student])
    assert stock.differences(ours, theirs) == []
