"""Hidden tests stay hidden: neither their source nor a quotation of it reaches a page for students.

Autograding puts the hidden tests back into the notebook, and nbgrader's feedback page shows whatever is there. This
preprocessor runs just before the page is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import List

from autograder.course.marks import HIDDEN_TESTS, regions, without_regions

# Shorter lines (`x = 3`, `return y`) give nothing away, and would hit what students print themselves.
_TELLING = 10
_ANSI = re.compile(r"\x1b\[[0-9;]*m")
REMOVED = "(a line of a hidden test is not shown)"


class HideTests(NbGraderPreprocessor):
    """Takes hidden tests out of sources, and quotations of them out of outputs; our messages and pictures stay."""

    # nbconvert passes its order of output kinds to every preprocessor; without this it warns that nobody wants it.
    display_data_priority = List(help="The order of kinds of output").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Clean an executed notebook in place."""
        hidden: set[str] = set()
        for cell in nb.cells:
            hidden |= _take_out(cell)
        visible = {line.strip() for cell in nb.cells for line in cell.source.split("\n")}
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
    lines = {line.strip() for region in regions(cell.source, HIDDEN_TESTS) for line in region.lines}
    cell.source = without_regions(cell.source, HIDDEN_TESTS)
    return lines


def _clean(output: NotebookNode, secrets: set[str]) -> None:
    """Replace the lines of an output that quote a hidden test, in place."""
    if output.output_type == "error":
        # One entry of a traceback may hold many lines.
        output.traceback = [_without(entry, secrets) for entry in output.traceback]
        output.evalue = _without(output.evalue, secrets)
    elif output.output_type == "stream":
        output.text = _without(output.text, secrets)
    else:
        for mime, content in output.get("data", {}).items():
            if mime.startswith("text/") and isinstance(content, str):
                output.data[mime] = _without(content, secrets)


def _without(text: str, secrets: set[str]) -> str:
    if not secrets:
        return text
    return "\n".join(REMOVED if _quotes(line, secrets) else line for line in text.split("\n"))


def _quotes(line: str, secrets: Iterable[str]) -> bool:
    """Whether a line of output contains a line of a hidden test; tracebacks colour its words."""
    plain = _ANSI.sub("", line)
    return any(secret in plain for secret in secrets)
