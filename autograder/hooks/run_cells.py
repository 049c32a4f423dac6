"""Let `nbgrader autograde`, and formgrader's button, run notebooks with the course's own engine.

It stands where nbgrader's `Execute` stood. Everything after it is nbgrader's: a check cell with an error in its outputs gets
no points, any other all of them. So a check that did not pass is given an error here, whatever its outputs are.
"""

from __future__ import annotations

import atexit
import functools
from pathlib import Path

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Bool, Enum, List, TraitError, TraitType, Unicode

from autograder.course.assignment import Course
from autograder.engine.choose import open_engine
from autograder.grading.engine import CellResult, Engine
from autograder.grading.records import AspectStatus
from autograder.limits import LIMITS, Limits, Unit


class _Bounded(TraitType):
    """A limit of `autograder.limits`: a number, or text with a unit, such as `"512MiB"` or `"5min"`.

    Args:
        field: its name in `Limits`.
    """

    def __init__(self, field: str) -> None:
        limit = LIMITS[field]
        units = ", or text such as '512MiB'" if limit.unit is Unit.BYTES else ""
        unit = f", in {limit.unit.value}{units}" if limit.unit.value else ""
        super().__init__(limit.default, help=f"Limit on {limit.what}{unit}. At the limit: {limit.then}.")
        self._limit = limit
        self.tag(config=True)

    def validate(self, obj: object, value: object) -> float:
        """Turn text into a number, and check the range.

        Raises:
            TraitError: one sentence that says what is expected.
        """
        try:
            return self._limit.parse(value) if isinstance(value, str) else self._limit.checked(value)
        except ValueError as problem:
            raise TraitError(f"RunCells.{self._limit.field}: {problem}") from None

    def from_string(self, text: str) -> float:
        """What `nbgrader autograde --RunCells.<field>=TEXT` means."""
        return self.validate(None, text)


class RunCells(NbGraderPreprocessor):
    """Runs all cells of a submission, student code confined, check cells apart from it."""

    isolation = Enum(
        ["full", "none"],
        default_value="full",
        help="Whether student code is confined by the kernel (`autograder doctor` says whether it can be).",
    ).tag(config=True)

    checks_inside = Bool(
        False,
        help="Run check cells in the student's process, for courses whose check cells are ordinary Python and not "
        "written for `autograder.checks`. Student code can then change what the checks see.",
    ).tag(config=True)

    readable = List(
        Unicode(),
        help="Folders that student code may read beside the interpreter and its packages, for example of libraries "
        "that are installed elsewhere.",
    ).tag(config=True)

    # What a submission may use up; docs/engine.md has the table.
    cell_seconds = _Bounded("cell_seconds")
    submission_seconds = _Bounded("submission_seconds")
    startup_seconds = _Bounded("startup_seconds")
    cpu_seconds = _Bounded("cpu_seconds")
    memory_bytes = _Bounded("memory_bytes")
    threads = _Bounded("threads")
    file_bytes = _Bounded("file_bytes")
    scratch_bytes = _Bounded("scratch_bytes")
    scratch_entries = _Bounded("scratch_entries")
    open_files = _Bounded("open_files")
    output_bytes = _Bounded("output_bytes")
    value_bytes = _Bounded("value_bytes")

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Run the notebook and return it with its outputs.

        Raises:
            EngineError: if it cannot be run at all, for example because student code cannot be confined here.
        """
        root = Path(CourseDirectory(parent=self).root).resolve()
        limits = Limits(**{field: getattr(self, field) for field in LIMITS})
        readable = tuple(root / path for path in self.readable)
        engine = _shared_engine(root, self.isolation, self.checks_inside, limits, readable)
        execution = engine.run(nb, limits, self._files(resources))
        for cell in execution.notebook.cells:
            result = execution.cells.get(cell.metadata.get("nbgrader", {}).get("grade_id"))
            if result is not None:
                _show_failure(cell, result)
        return execution.notebook, resources

    def _files(self, resources: ResourcesDict) -> Path | None:
        """The folder of what lies beside the notebook while it runs: the instructor's, as with `autograder grade`.

        In nbgrader's folder there are files of the student's as well, with copies of whatever links in the submission led to.
        """
        coursedir = CourseDirectory(parent=self)
        assignment = resources.get("nbgrader", {}).get("assignment")
        if assignment:
            source = Path(coursedir.root, coursedir.source_directory, assignment).resolve()
            if source.is_dir():
                return source
        folder = resources.get("metadata", {}).get("path")
        return Path(folder).resolve() if folder else None


def _show_failure(cell: NotebookNode, result: CellResult) -> None:
    """Give a check cell that did not pass an error in its outputs, which is what nbgrader looks for."""
    if result.status == AspectStatus.PASSED or any(output.output_type == "error" for output in cell.outputs):
        return
    text = result.message or f"the cell has the status {result.status.value}"
    cell.outputs.append(
        new_output(
            "error", ename=result.status.value, evalue=text, traceback=[f"{result.status.value}: {text}"]
        )
    )


@functools.cache
def _shared_engine(
    root: Path, isolation: str, checks_inside: bool, limits: Limits, readable: tuple[Path, ...]
) -> Engine:
    """One engine for all submissions: nbgrader makes its preprocessors anew for each of them.

    Args:
        root: the course folder.
        isolation: `full` or `none`.
        checks_inside: where check cells run.
        limits: what it will be asked to run with.
        readable: folders that student code may read.
    """
    settings = {"checks_inside": checks_inside, "limits": limits, "readable": readable}
    engine = open_engine(Course(root), isolation, **settings).__enter__()
    atexit.register(engine.__exit__, None, None, None)
    return engine
