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
from traitlets import Bool, Enum, Float

from autograder.course.assignment import Course
from autograder.engine.choose import open_engine
from autograder.grading.engine import CellResult, Engine, Limits
from autograder.grading.records import AspectStatus


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

    cell_seconds = Float(Limits().cell_seconds, help="Wall time of one cell, in seconds.").tag(config=True)

    submission_seconds = Float(
        Limits().submission_seconds, help="Wall time of all cells of a submission, in seconds."
    ).tag(config=True)

    output_bytes = Float(Limits().output_bytes, help="Output of one cell that is kept, in bytes.").tag(
        config=True
    )

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Run the notebook and return it with its outputs.

        Raises:
            EngineError: if it cannot be run at all, for example because student code cannot be confined here.
        """
        root = Path(CourseDirectory(parent=self).root).resolve()
        engine = _shared_engine(root, self.isolation, self.checks_inside)
        limits = Limits(
            cell_seconds=self.cell_seconds,
            submission_seconds=self.submission_seconds,
            output_bytes=int(self.output_bytes),
        )
        folder = resources.get("metadata", {}).get("path")
        execution = engine.run(nb, limits, Path(folder).resolve() if folder else None)
        for cell in execution.notebook.cells:
            result = execution.cells.get(cell.metadata.get("nbgrader", {}).get("grade_id"))
            if result is not None:
                _show_failure(cell, result)
        return execution.notebook, resources


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
def _shared_engine(root: Path, isolation: str, checks_inside: bool) -> Engine:
    """One engine for all submissions: nbgrader makes its preprocessors anew for each of them.

    Args:
        root: the course folder.
        isolation: `full` or `none`.
        checks_inside: where check cells run.
    """
    engine = open_engine(Course(root), isolation, checks_inside=checks_inside).__enter__()
    atexit.register(engine.__exit__, None, None, None)
    return engine
