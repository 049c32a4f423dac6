"""The points in the text, out of the metadata; see `autograder.course.points`."""

from __future__ import annotations

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor

from autograder.course.assignment import Assignment
from autograder.course.points import fill


class FillPoints(NbGraderPreprocessor):
    """Replaces the marks in markdown cells; runs before nbgrader takes checksums and stores the cells."""

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Fill in all points of an instructor notebook, in place.

        Raises:
            CourseError: if a mark names no question or aspect, or the questions make no sense.
        """
        name = resources.get("nbgrader", {}).get("notebook") or "notebook"
        fill(Assignment.of(nb, f"{name}.ipynb"))
        return nb, resources
