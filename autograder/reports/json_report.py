"""The JSON document of `autograder grade`: always valid, always bounded.

Student code decides what messages say, so every string is cut to a stated length, lone surrogates are replaced,
and a number that JSON cannot hold (NaN, infinity) becomes null. The lengths are in `LENGTHS`.
"""

from __future__ import annotations

import json
import math
import numbers
from collections.abc import Iterable, Mapping
from typing import Any

from autograder.findings import Finding
from autograder.grading.records import AspectRecord, QuestionRecord, SubmissionRecord
from autograder.reports.text import without_surrogates

VERSION = 1

#: Longest text in characters, by the name of its field. A longer one is cut and ends with "...".
LENGTHS = {
    "student": 200,
    "assignment": 200,
    "notebook": 1000,
    "id": 200,
    "cause": 100,
    "fact": 2000,
    "hint": 1000,
    "message": 4000,
    "repair": 500,
    "data": 500,
}
MAX_REPAIRS = 200
MAX_FINDINGS = 20
MAX_ITEMS = 50  # of a list or dict inside a finding's data
MAX_DEPTH = 5  # of the same


def document(records: Iterable[SubmissionRecord]) -> dict[str, Any]:
    """Return the whole document as plain dicts, lists, strings and numbers."""
    return {"version": VERSION, "submissions": [submission(record) for record in records]}


def dumps(records: Iterable[SubmissionRecord]) -> str:
    """Return the document as JSON text; ASCII only, so that it survives any encoding on its way."""
    return json.dumps(document(records), allow_nan=False, indent=1) + "\n"


def submission(record: SubmissionRecord) -> dict[str, Any]:
    """Return one submission as plain data."""
    return {
        "student": text(record.student, "student"),
        "assignment": text(record.assignment, "assignment"),
        "notebook": text(record.notebook, "notebook"),
        "status": record.status.value,
        "message": text(record.message, "message"),
        "repairs": [text(repair, "repair") for repair in record.repairs[:MAX_REPAIRS]],
        "score": number(record.score),
        "max_score": number(record.max_score),
        "seconds": round(float(record.seconds), 3),
        "questions": [
            {"id": text(question.id, "id"), "aspects": [_aspect(aspect) for aspect in question.aspects]}
            for question in record.questions
        ],
    }


def from_submission(data: Mapping[str, Any]) -> SubmissionRecord:
    """Read one submission back.

    Args:
        data: what `submission` returned, after a trip through a JSON file.

    Raises:
        ValueError: when it is not such a submission.
    """
    try:
        questions = tuple(
            QuestionRecord(question["id"], tuple(_from_aspect(aspect) for aspect in question["aspects"]))
            for question in data["questions"]
        )
        return SubmissionRecord(
            student=data["student"],
            assignment=data["assignment"],
            notebook=data["notebook"],
            status=data["status"],
            message=data["message"],
            repairs=tuple(data["repairs"]),
            questions=questions,
            seconds=data["seconds"],
        )
    except (KeyError, TypeError, AttributeError) as problem:
        raise ValueError(f"not a submission of `autograder grade`: {problem!r}") from None


def text(value: object, field: str) -> str:
    """Return a string without lone surrogates, cut to the length of its field."""
    clean = without_surrogates(str(value))
    limit = LENGTHS[field]
    return clean if len(clean) <= limit else clean[: limit - 3] + "..."


def number(value: object) -> float | int | None:
    """Return a finite Python number, whole ones as int; None for NaN, infinity and what is no number."""
    try:
        converted = float(value)  # numpy scalars and 0-d arrays too
    except (TypeError, ValueError, OverflowError):
        return None
    if not math.isfinite(converted):
        return None
    return int(converted) if converted.is_integer() and abs(converted) < 2**53 else converted


def plain(value: object, depth: int = MAX_DEPTH) -> Any:
    """Return the data of a finding as JSON values, bounded in depth, width and length.

    numpy scalars and arrays become numbers and lists; anything unknown becomes its (cut) text.
    """
    if value is None or isinstance(value, str):
        return value if value is None else text(value, "data")
    if isinstance(value, bool):
        return value
    if isinstance(value, numbers.Real):
        return number(value)
    if depth > 0 and hasattr(value, "tolist"):  # a numpy array or scalar, without importing numpy
        return plain(value.tolist(), depth - 1)
    if depth > 0 and isinstance(value, Mapping):
        items = list(value.items())[:MAX_ITEMS]
        return {text(key, "data"): plain(item, depth - 1) for key, item in items}
    if depth > 0 and isinstance(value, list | tuple | set | frozenset):
        return [plain(item, depth - 1) for item in list(value)[:MAX_ITEMS]]
    return text(value, "data")


def _aspect(record: AspectRecord) -> dict[str, Any]:
    return {
        "id": text(record.id, "id"),
        "status": record.status.value,
        "points": None if record.points is None else number(record.points),
        "max_points": number(record.max_points),
        "message": text(record.message, "message"),
        "findings": [_finding(finding) for finding in record.findings[:MAX_FINDINGS]],
    }


def _finding(record: Finding) -> dict[str, Any]:
    return {
        "fact": text(record.fact, "fact"),
        "cause": None if record.cause is None else text(record.cause, "cause"),
        "hint": text(record.hint, "hint") if record.hint else None,
        "data": plain(dict(record.data)),
    }


def _from_aspect(data: Mapping[str, Any]) -> AspectRecord:
    findings = tuple(
        Finding(finding["fact"], finding["cause"], hint=finding["hint"] or "", data=finding["data"])
        for finding in data["findings"]
    )
    return AspectRecord(
        data["id"], data["status"], data["points"], data["max_points"], data["message"], findings
    )
