"""`nbgrader autograde` reads submissions as `autograder grade` does: damaged files too, and with the same repairs.

nbgrader gives up on a notebook that nbformat cannot read or whose metadata are doubled. This exporter stands in the place of
the one with which it reads and writes notebooks, so that what its own preprocessors see is already whole.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell
from nbgrader.coursedir import CourseDirectory

from autograder.course.assignment import Course
from autograder.course.notebook import read_bytes
from autograder.grading.grade import prepare
from autograder.grading.submissions import in_folder_of_student


class RepairedNotebook(NotebookExporter):
    """nbconvert's notebook exporter, which repairs what it reads when nbgrader takes in a submission."""

    # JupyterLab offers exporters with a name in its menu; this one is for nbgrader only.
    export_from_notebook = None

    def from_filename(
        self, filename: str, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Read a notebook and run the preprocessors over it.

        Raises:
            SubmissionError, NotebookError: if nothing of it can be read, or it is not of this assignment; nbgrader says so
                in its log and goes on with the next submission.
        """
        path = Path(filename)
        names = (resources or {}).get("nbgrader", {})
        course = Course(Path(CourseDirectory(parent=self).root).resolve())
        # The second time it is nbgrader's own copy that is read; and other courses may have other notebooks.
        first_time = getattr(self.parent, "_sanitizing", False)
        if (
            not first_time
            or names.get("notebook") not in course.assignments
            or names["notebook"] != names["assignment"]
        ):
            if first_time:
                # nbformat would wait for the writer of a pipe, and read a device without end.
                read_bytes(path)
            return super().from_filename(filename, resources, **kw)
        submission = in_folder_of_student(path, names["student"], names["assignment"])
        notebook, repairs, _ = prepare(submission, course)
        for repair in repairs:
            self.log.warning("%s: %s", filename, repair)
        if repairs:
            notebook.cells.insert(0, _told(repairs))
        resources["metadata"] = {"name": path.stem, "path": str(path.parent)}
        return self.from_file(io.StringIO(nbformat.writes(notebook)), resources=resources, **kw)


def _told(repairs: tuple[str, ...]) -> NotebookNode:
    """What was put right, for graders and students; as text in which nothing is markup."""
    lines = "\n".join(f"    {' '.join(repair.split())}" for repair in repairs)
    return new_markdown_cell(
        f"Before this notebook was run, this was put right:\n\n{lines}", id="autograder-repairs"
    )
