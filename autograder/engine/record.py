"""The outputs of one cell while it runs, in the process where it runs: joined, cleared, updated, and never too many."""

from __future__ import annotations

import io
from typing import Any

from autograder.engine.messages import Message, as_data, error_message

MAX_ERRORS = 10  # of one cell; there is one, unless code shows more by itself


class Record:
    """What the running cell has put out.

    The grader cuts outputs at its limit and says so. Here they are cut a little behind it, so that there is something to
    say it about, and no more.
    """

    def __init__(self) -> None:
        self.start(0)

    def start(self, room: int) -> None:
        """Forget what was, for a new cell.

        Args:
            room: characters that are kept.
        """
        self._limit = self._room = room
        self._errors = 0
        self._messages: list[Message] = []
        self._displays: dict[str, list[dict[str, Any]]] = {}
        self._clear_next = False

    def add(self, kind: str, content: dict[str, Any]) -> None:
        """Keep a display or a result: `data`, `metadata` and, for displays, `transient`."""
        self._clear_now()
        fitted = self._fitted(content)
        if fitted is not None:
            self._messages.append((kind, fitted))
            display = fitted["transient"].get("display_id")
            if isinstance(display, str):
                self._displays.setdefault(display, []).append(fitted)

    def update(self, content: dict[str, Any]) -> None:
        """Replace what the displays with the same id show. Those of earlier cells are out of reach."""
        display = (content.get("transient") or {}).get("display_id")
        for shown in self._displays.get(display, ()) if isinstance(display, str) else ():
            self._room += _size(shown) if self._room >= 0 else 0
            fitted = self._fitted(content)
            if fitted is not None:
                shown.update(data=fitted["data"], metadata=fitted["metadata"])

    def error(self, kind: type[BaseException], error: BaseException, lines: list[Any]) -> None:
        """Keep an error, whether there is room or not: it decides."""
        self._clear_now()
        if self._errors < MAX_ERRORS:
            self._errors += 1
            self._messages.append(error_message(kind, error, lines))

    def clear(self, wait: bool) -> None:
        """Forget the outputs so far, or as soon as there are others."""
        self._clear_next = True
        if not wait:
            self._clear_now()

    def write(self, name: str, text: str) -> None:
        """Keep printed text; what continues a stream is joined to it."""
        self._clear_now()
        if self._room < 0 or not text:
            return
        kept = text[: self._room + 1]
        self._room -= len(kept)
        last = self._messages[-1] if self._messages else None
        if last and last[0] == "stream" and last[1]["name"] == name:
            last[1]["text"].write(kept)
        else:
            buffer = io.StringIO()
            buffer.write(kept)
            self._messages.append(("stream", {"name": name, "text": buffer}))

    def taken(self) -> list[Message]:
        """The outputs, plain data; the record is empty afterwards."""
        messages = self._messages
        self.start(self._limit)
        return [
            (kind, {"name": content["name"], "text": content["text"].getvalue()})
            if kind == "stream"
            else (kind, content)
            for kind, content in messages
        ]

    def _clear_now(self) -> None:
        if self._clear_next:
            self.start(self._limit)

    def _fitted(self, content: dict[str, Any]) -> dict[str, Any] | None:
        """Plain data of a display, none of it if there was no room before, and a stand-in if it is too large."""
        if self._room < 0:
            return None
        data = {}
        for mime, value in dict(content.get("data") or {}).items():
            try:
                data[str(mime)] = as_data(value)
            except (TypeError, ValueError, RecursionError) as problem:
                data["text/plain"] = f"(this output cannot be kept: {problem})"
        fitted = {"data": data}
        for name in ("metadata", "transient"):
            try:
                fitted[name] = as_data(dict(content.get(name) or {}))
            except (TypeError, ValueError, RecursionError):
                fitted[name] = {}
        size = _size(fitted)
        if size > self._room:
            fitted["data"] = {"text/plain": " " * (self._room + 1)}
        self._room -= size
        return fitted


def _size(content: dict[str, Any]) -> int:
    return sum(len(value) if type(value) is str else len(str(value)) for value in content["data"].values())
