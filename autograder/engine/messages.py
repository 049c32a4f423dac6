"""The outputs of a cell on their way from a student process to the notebook: plain data, believed by nobody."""

from __future__ import annotations

import base64
import json
import math
import re
from collections.abc import Iterator
from typing import Any

from autograder.findings import OUTCOME_MIME

Message = tuple[str, dict[str, Any]]
"""Kind and content of an output, as in Jupyter's messaging protocol."""

MAX_ERROR_TEXT = 4_000
"""Characters of an exception's text, and of each line of its traceback, that are sent."""

MAX_TRACEBACK_LINES = 100

MAX_METADATA = 10_000
"""Characters of an output's metadata; longer ones are left out."""

_JSON_MIME = re.compile(r"application/(.*\+)?json")
_DISPLAYS = ("display_data", "execute_result")
"""Displays that were cleared or updated are so already: the process keeps a `Record` of what is shown in the end."""


def as_data(value: Any) -> Any:
    """JSON types of whatever code has put out; bytes as base64, what cannot be converted as text.

    Raises:
        ValueError: it contains itself.
    """
    if type(value) is str:
        return value
    return json.loads(json.dumps(value, default=_converted, skipkeys=True))


def _converted(value: Any) -> str:
    return base64.b64encode(value).decode("ascii") if isinstance(value, bytes) else str(value)


def error_message(kind: type[BaseException], error: BaseException, lines: list[Any]) -> Message:
    """The output for an exception.

    Args:
        kind: its type.
        error: the exception; its text may be code that raises again.
        lines: the traceback, as IPython formats it.
    """
    try:
        text = str(error)
    except BaseException:  # noqa: BLE001 - the student's code
        text = "(the text of this exception raises an exception itself)"
    content = {
        "ename": str(kind.__name__),
        "evalue": text[:MAX_ERROR_TEXT],
        "traceback": [str(line)[:MAX_ERROR_TEXT] for line in lines[:MAX_TRACEBACK_LINES]],
    }
    return "error", content


def checked(messages: list[Any], count: int, *, ours: bool = False) -> Iterator[Message]:
    """The messages that are what they claim to be, in a form that every notebook can hold; others are left out.

    Args:
        messages: what came from the student process, plain data of any shape.
        count: execution count of the cell.
        ours: they come from a check; others may not carry an outcome.
    """
    for message in messages:
        match message:
            case (str() as kind, dict() as content):
                found = _content(kind, content, count, ours)
                if found is not None:
                    yield kind, found


def _content(kind: str, content: dict, count: int, ours: bool) -> dict[str, Any] | None:
    match kind, content:
        case "stream", {"name": "stdout" | "stderr" as name, "text": str() as text}:
            return {"name": name, "text": clean(text)}
        case "error", {"ename": str() as name, "evalue": str() as text, "traceback": list() as lines}:
            return {
                "ename": clean(name[:MAX_ERROR_TEXT]),
                "evalue": clean(text),
                "traceback": [clean(str(x)) for x in lines],
            }
        case _, {"data": dict() as data} if kind in _DISPLAYS:
            metadata, transient = json_types(content.get("metadata")), content.get("transient")
            display = transient.get("display_id") if isinstance(transient, dict) else None
            return {
                "data": _bundle(data, ours),
                "metadata": metadata
                if isinstance(metadata, dict) and len(str(metadata)) <= MAX_METADATA
                else {},
                "transient": {"display_id": display} if isinstance(display, str) else {},
                "execution_count": count,
            }
    return None


def _bundle(data: dict, ours: bool) -> dict[str, Any]:
    """One output in several formats: text, or lines of text, unless the format is JSON."""
    bundle = {}
    for mime, value in data.items():
        if type(mime) is not str or (mime == OUTCOME_MIME and not ours):
            continue
        if _JSON_MIME.fullmatch(mime):
            bundle[clean(mime)] = json_types(value)
        elif isinstance(value, str):
            bundle[clean(mime)] = clean(value)
        elif isinstance(value, list | tuple) and all(isinstance(line, str) for line in value):
            bundle[clean(mime)] = clean("".join(value))
    return bundle


def json_types(value: Any) -> Any:
    """JSON types of plain data; what JSON does not know becomes text."""
    if value is None or type(value) in (bool, int):
        return value
    if type(value) is float:
        return value if math.isfinite(value) else str(value)
    if isinstance(value, dict):
        return {clean(str(key)): json_types(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [json_types(item) for item in value]
    return clean(str(value))


def clean(text: str) -> str:
    """Text that any file can hold: lone surrogates become question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")
