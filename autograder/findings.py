"""What a check found out, as plain data.

A `Finding` is one thing that is wrong with one thing that the student wrote. An `Outcome` is the verdict on one
aspect, with its findings. Both travel from a check cell to the grader as JSON in the cell's output, so the
reader at the other end (`outcome_from_json`) trusts nothing: it checks every type and cuts every length.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

OUTCOME_MIME = "application/vnd.backprop-lab.outcome+json"

Status = Literal["passed", "failed", "error"]

MAX_TEXT = 4_000  # characters of one string; a message has four lines, so more than this is not a message
MAX_ITEMS = 50  # entries of one list or mapping in `data`, and findings of one outcome
MAX_DEPTH = 4  # nesting of `data`


@dataclass(frozen=True)
class Finding:
    """One fact, why it is probably so, and where to look.

    Attributes:
        fact: what differs and where, then the numbers; one or two lines.
        cause: stable identifier of the likely cause (see `autograder.causes`), or None when nothing proves one.
        because: the cause as a sentence; empty without a cause.
        hint: where to look, never the formula; may be empty.
        data: the numbers of the fact for programs: index, actual, expected, counts, errors. JSON types only.
    """

    fact: str
    cause: str | None = None
    because: str = ""
    hint: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)

    @property
    def message(self) -> str:
        """The finding as the student reads it: at most four lines."""
        lines = [self.fact]
        if self.because:
            lines.append(f"Likely cause: {self.because}")
        if self.hint:
            lines.append(f"Look at: {self.hint}")
        return "\n".join(lines)


@dataclass(frozen=True)
class Outcome:
    """The verdict on one aspect.

    Attributes:
        aspect: the `grade_id` of the check cell.
        status: `passed`; `failed` (something is wrong with the student's code); `error` (the check itself could
            not be carried out).
        findings: what was found, in the order in which it was found; empty when passed.
    """

    aspect: str
    status: Status
    findings: tuple[Finding, ...] = ()

    @property
    def message(self) -> str:
        """All findings as text, headed by the aspect."""
        if self.status == "passed":
            return f"{self.aspect}: passed"
        return f"{self.aspect}: " + "\n".join(finding.message for finding in self.findings)


def outcome_to_json(outcome: Outcome) -> dict[str, Any]:
    """Turn an outcome into JSON types, with not-a-number and infinity as text."""
    return {
        "version": 1,
        "aspect": _text(outcome.aspect),
        "status": outcome.status,
        "message": _text(outcome.message),
        "findings": [
            {
                "fact": _text(finding.fact),
                "cause": finding.cause,
                "because": _text(finding.because),
                "hint": _text(finding.hint),
                "data": _plain(finding.data),
            }
            for finding in outcome.findings[:MAX_ITEMS]
        ],
    }


def outcome_from_json(document: Any) -> Outcome:
    """Read an outcome that came out of a notebook.

    Args:
        document: what stood under `OUTCOME_MIME` in an output.

    Raises:
        ValueError: the document is not an outcome of version 1; says which part is wrong.
    """
    if not isinstance(document, Mapping) or document.get("version") != 1:
        raise ValueError("not an outcome of version 1")
    aspect, status, findings = (document.get(key) for key in ("aspect", "status", "findings"))
    if not isinstance(aspect, str):
        raise ValueError("the outcome has no aspect")
    if status not in ("passed", "failed", "error"):
        raise ValueError(f"the outcome of {_text(aspect)} has no valid status")
    if not isinstance(findings, list):
        raise ValueError(f"the outcome of {_text(aspect)} has no list of findings")
    return Outcome(_text(aspect), status, tuple(_finding_from_json(item) for item in findings[:MAX_ITEMS]))


def _finding_from_json(item: Any) -> Finding:
    if not isinstance(item, Mapping) or not isinstance(item.get("fact"), str):
        raise ValueError("a finding has no fact")
    cause = item.get("cause")
    data = item.get("data")
    return Finding(
        fact=_text(item["fact"]),
        cause=_text(cause) if isinstance(cause, str) else None,
        because=_text(item.get("because", "")),
        hint=_text(item.get("hint", "")),
        data=_plain(data) if isinstance(data, Mapping) else {},
    )


def _text(value: Any) -> str:
    """A string that any encoding can write: lone surrogates replaced, length cut."""
    text = value if type(value) is str else str(value)
    text = text if len(text) <= MAX_TEXT else text[: MAX_TEXT - 1] + "…"
    return text.encode("utf-8", "replace").decode("utf-8")


def _plain(value: Any, depth: int = 0) -> Any:
    """JSON types only; what JSON cannot hold becomes text."""
    if value is None or type(value) in (bool, int):
        return value
    if type(value) is float:
        return value if math.isfinite(value) else str(value)
    if depth < MAX_DEPTH and isinstance(value, Mapping):
        return {_text(key): _plain(item, depth + 1) for key, item in list(value.items())[:MAX_ITEMS]}
    if depth < MAX_DEPTH and isinstance(value, list | tuple):
        return [_plain(item, depth + 1) for item in list(value)[:MAX_ITEMS]]
    return _text(value)
