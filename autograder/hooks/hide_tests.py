"""Hidden tests stay hidden: neither their source nor a quotation of it reaches a page for students.

Autograding puts the hidden tests back into the notebook, and nbgrader's feedback page shows whatever is there. This
preprocessor runs just before the page is made.
"""

from __future__ import annotations

import re

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import List

from autograder.course.marks import HIDDEN_TESTS, regions, without_regions
from autograder.grading.outputs import COLOURS

# Shorter lines (`x = 3`, `return y`) give nothing away, and would hit what students print themselves.
_TELLING = 10
REMOVED = "(a line of a hidden test is not shown)"


class HideTests(NbGraderPreprocessor):
    """Takes hidden tests out of sources, and quotations of them out of outputs; our messages and pictures stay."""

    # nbconvert passes its order of output kinds to every preprocessor; without this it warns that nobody wants it.
    display_data_priority = List(help="The order of kinds of output").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Clean an executed notebook in place."""
        hidden: set[str] = set()
        for cell in nb.cells:
            lines = _take_out(cell)
            hidden |= lines
            if lines:
                _drop_own_frames(cell)
        visible = {_squeeze(line) for cell in nb.cells for line in cell.source.split("\n")}
        secrets = {line for line in hidden - visible if len(line) >= _TELLING}
        for cell in nb.cells:
            for output in cell.get("outputs", []):
                _clean(output, secrets)
        return nb, resources


def _take_out(cell: NotebookNode) -> set[str]:
    """Remove the hidden tests of a check cell in place; return their lines, stripped."""
    if not utils.is_grade(cell) or utils.is_solution(cell):
        # Marks in a cell that students write are their own, and so is what stands between them.
        return set()
    lines = {_squeeze(line) for region in regions(cell.source, HIDDEN_TESTS) for line in region.lines}
    cell.source = without_regions(cell.source, HIDDEN_TESTS)
    return lines


def _drop_own_frames(cell: NotebookNode) -> None:
    """Drop what the tracebacks of a cell quote of the cell itself (it was interrupted, for example), in place."""
    own = re.compile(rf"(?:Cell|Input) In ?\[{cell.execution_count}\]")
    for output in cell.get("outputs", []):
        if output.output_type == "error":
            output.traceback = [entry for entry in output.traceback if not own.match(COLOURS.sub("", entry))]


def _clean(output: NotebookNode, secrets: set[str]) -> None:
    """Replace the lines of an output that quote a hidden test, in place."""
    if output.output_type == "error":
        # One entry of a traceback may hold many lines, and a quotation may go over several entries.
        output.traceback = _without("\n".join(output.traceback), secrets).split("\n")
        output.evalue = _without(output.evalue, secrets)
    elif output.output_type == "stream":
        output.text = _without(output.text, secrets)
    else:
        for mime, content in output.get("data", {}).items():
            if mime.startswith("text/") and isinstance(content, str):
                output.data[mime] = _without(content, secrets)


def _without(text: str, secrets: set[str]) -> str:
    """The text without lines that quote a hidden test, or nothing of it where the quotation goes over lines."""
    lines = text.split("\n")
    quotations = [_quotations(line, secrets) for line in lines]
    # Messages wrap long lines.
    if _quotations(text, secrets) - set().union(*quotations):
        return REMOVED
    return "\n".join(REMOVED if found else line for line, found in zip(lines, quotations, strict=True))


def _quotations(text: str, secrets: set[str]) -> set[str]:
    """The lines of hidden tests that a text contains; tracebacks colour its words."""
    plain = _squeeze(COLOURS.sub("", text))
    return {secret for secret in secrets if secret in plain}


def _squeeze(text: str) -> str:
    """The text with every run of blanks as one blank."""
    return " ".join(text.split())
