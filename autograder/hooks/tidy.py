"""Take away the empty lines that hidden tests leave behind in the student version."""

from __future__ import annotations

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor


class TidyChecks(NbGraderPreprocessor):
    """Runs after nbgrader's `ClearHiddenTests` and before the checksums of the student version."""

    def preprocess_cell(
        self, cell: NotebookNode, resources: ResourcesDict, cell_index: int
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Drop the empty lines at the end of a cell."""
        cell.source = cell.source.rstrip()
        return cell, resources
