"""Stubs that name their question, so that an unwritten function says which one it is."""

from __future__ import annotations

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.preprocessors import ClearSolutions
from traitlets import Unicode

from autograder.course.marks import NOT_WRITTEN, regions

TEXT_STUB = "*Your answer here.*"


def stub_lines(question: str) -> tuple[str, str]:
    """The two lines that replace a solution: a comment, and a statement that fails with the question's id."""
    return (
        f"# TODO {question}: write your code here, then delete the next line.",
        f'raise NotImplementedError("{question} {NOT_WRITTEN}")',
    )


class NamedStubs(ClearSolutions):
    """nbgrader's `ClearSolutions`, with a stub that names the question.

    The name is the label of the mark (``### BEGIN SOLUTION logreg_train``), or the ``grade_id`` of the cell. A
    solution cell without marks is replaced as a whole. Text answers become `TEXT_STUB`.
    """

    text_stub = Unicode(TEXT_STUB, help="The text that replaces written solutions").tag(config=True)

    def preprocess_cell(
        self, cell: NotebookNode, resources: ResourcesDict, cell_index: int
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Replace what is between the marks, or everything where a solution cell has none.

        Raises:
            CourseError: if the marks do not open and close in turn.
            RuntimeError: if a cell has marks and is no solution cell.
        """
        if utils.is_solution(cell) and not regions(cell.source):
            cell.source = "\n".join(self._stub(cell, label="", indent=""))
            return cell, resources
        return super().preprocess_cell(cell, resources, cell_index)

    def _replace_solution_region(self, cell: NotebookNode, language: str) -> bool:
        """Overrides nbgrader's; changes the cell in place and says whether there was a region."""
        found = regions(cell.source)
        lines = cell.source.split("\n")
        for region in reversed(found):
            lines[region.start : region.end + 1] = self._stub(cell, region.label, region.indent)
        cell.source = "\n".join(lines)
        return bool(found)

    def _stub(self, cell: NotebookNode, label: str, indent: str) -> list[str]:
        if cell.cell_type == "code":
            name = label or cell.metadata.get("nbgrader", {}).get("grade_id", "this")
            return [indent + line for line in stub_lines(name)]
        return [indent + line for line in self.text_stub.split("\n")]
