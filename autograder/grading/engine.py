"""The seam between grading and running: what grading asks of an engine, and what it gets back.

Everything else (finding submissions, repairing them, points, records) does not know how cells are run. An engine gets
a repaired notebook, so it can trust the metadata and the source of check and locked cells, and nothing else in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, Self

from nbformat import NotebookNode

from autograder.errors import CheckFailed
from autograder.findings import OUTCOME_MIME, Finding, Outcome, outcome_from_json
from autograder.grading.records import AspectStatus
from autograder.limits import Limits


@dataclass(frozen=True, slots=True)
class CellResult:
    """How one cell with a `grade_id` ended.

    Attributes:
        status: passed, failed, error, timeout, killed or not_run.
        message: what the student reads; empty when it passed.
        findings: the facts behind the message, if the cell reported any.
    """

    status: AspectStatus
    message: str = ""
    findings: tuple[Finding, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "status", AspectStatus(self.status))


@dataclass(frozen=True)
class Execution:
    """What running a notebook gave.

    Attributes:
        notebook: a copy of the notebook with the outputs that Jupyter would show.
        cells: result of each code cell that has a `grade_id`, by that id.
        seconds: wall time.
    """

    notebook: NotebookNode
    cells: Mapping[str, CellResult]
    seconds: float


class Engine(Protocol):
    """Runs notebooks. One engine serves many threads; leaving its `with` block stops whatever still runs."""

    def run(self, notebook: NotebookNode, limits: Limits, files: Path | None = None) -> Execution:
        """Run all cells, one after another.

        A cell that raises, hangs or ends its process never stops the cells after it from being run.

        Args:
            notebook: a repaired submission; it is not changed.
            limits: what it may use up.
            files: a folder whose contents, notebooks apart, lie in the working folder of the cells.

        Raises:
            EngineError: if cells cannot be run at all; never because of what is in the notebook.
        """

    def __enter__(self) -> Self: ...

    def __exit__(self, *exception: object) -> None: ...


def result_of(outputs: Iterable[Mapping], reply: str = "ok") -> CellResult:
    """Judge a cell by its outputs: nbgrader's rule, an error costs the cell.

    The findings that a check reported only explain the result, they do not decide it.

    Args:
        outputs: outputs of the cell as in a notebook.
        reply: the status in the kernel's reply, `ok` or `error`. Outputs can be cleared by the code that made them,
            the reply cannot.
    """
    outputs = list(outputs)
    error = next((output for output in outputs if output.get("output_type") == "error"), None)
    if error is None and reply == "ok":
        return CellResult(AspectStatus.PASSED)
    outcome = next((found for found in map(_outcome, reversed(outputs)) if found is not None), None)
    if outcome is not None:
        return CellResult(AspectStatus(outcome.status), outcome.message, outcome.findings)
    name, text = (str((error or {}).get(key) or "") for key in ("ename", "evalue"))
    failed = name in (CheckFailed.__name__, AssertionError.__name__)
    if failed:
        return CellResult(AspectStatus.FAILED, text or "the check failed")
    if text:
        return CellResult(AspectStatus.ERROR, f"{name or 'error'}: {text}")
    return CellResult(AspectStatus.ERROR, name or _usage_error(outputs) or "the cell failed")


def _usage_error(outputs: Iterable[Mapping]) -> str:
    """What IPython prints, and raises no further, where a magic is used that it does not know, or wrongly."""
    printed = [str(output.get("text")) for output in outputs if output.get("name") == "stderr"]
    lines = [line for text in printed for line in text.splitlines() if line.startswith("UsageError: ")]
    return lines[-1] if lines else ""


def _outcome(output: Mapping) -> Outcome | None:
    """The outcome that an output carries, unless it says that all is well or makes no sense."""
    data = output.get("data")
    if not isinstance(data, Mapping) or OUTCOME_MIME not in data:
        return None
    try:
        outcome = outcome_from_json(data[OUTCOME_MIME])
    except ValueError:
        return None
    return None if outcome.status == "passed" else outcome
