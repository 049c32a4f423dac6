"""Collecting what a cell puts out, as Jupyter does, but never more than a limit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from nbformat import NotebookNode, from_dict
from nbformat.v4 import new_output, output_from_msg

from autograder.findings import OUTCOME_MIME

#: Kinds of output that are kept. Others run when somebody looks at the notebook (scripts, widgets), or need what nobody has.
KEPT_TYPES = frozenset(
    {
        OUTCOME_MIME,
        "application/json",
        "image/gif",
        "image/jpeg",
        "image/png",
        "image/svg+xml",
        "text/html",
        "text/latex",
        "text/markdown",
        "text/plain",
    }
)

#: How IPython colours the words of a traceback.
COLOURS = re.compile(r"\x1b\[[0-9;]*m")

#: Pixels that a picture may claim to be wide or high.
MAX_PIXELS = 4_000

_OUTPUTS = frozenset({"stream", "display_data", "execute_result", "error"})

#: Characters of an error's value and of each line of its traceback; longer ones are cut.
MAX_ERROR_TEXT = 4_000
MAX_TRACEBACK_LINES = 100

#: Characters of an error that is told in short.
MAX_SHORT = 400

#: Errors of one cell that are kept; there is one, unless code shows more by itself.
MAX_ERRORS = 10

#: What an output takes besides what it shows, so that those that show nothing are not for free.
OUTPUT_BYTES = 200


class Outputs:
    """The outputs of one cell while it runs.

    Errors and outcomes of checks are always kept: they decide and explain a score, and come last, when a student's
    prints may have used up the room.

    Attributes:
        items: the outputs so far, in nbformat's form.
    """

    def __init__(self, limit: int) -> None:
        """Start with no output.

        Args:
            limit: bytes of text and pictures that are kept, roughly: characters count as bytes.
        """
        self.items: list[NotebookNode] = []
        self._room = limit
        self._errors = 0
        self._clear_next = False
        self._displays: dict[str, list[NotebookNode]] = {}

    def add(self, message: Mapping[str, Any]) -> None:
        """Take one message of the kernel's output channel; other kinds than outputs are ignored."""
        kind, content = message["header"]["msg_type"], message["content"]
        if kind == "clear_output":
            self._clear_next = bool(content.get("wait"))
            if not self._clear_next:
                self.items.clear()
        elif kind == "update_display_data":
            self._update(content)
        elif kind in _OUTPUTS and self._is_wanted(kind, content):
            if self._clear_next:
                self.items.clear()
                self._clear_next = False
            self._append(output_from_msg(message), content)

    def size(self) -> int:
        """Roughly the bytes of all of it, errors and outcomes included."""
        return sum(OUTPUT_BYTES + _size(output) for output in self.items)

    def shorten(self) -> None:
        """Keep of each error what it is called and says, of several the first; what a check has put out stays."""
        errors = [output for output in self.items if output.output_type == "error"]
        for error in errors[:1]:
            error.evalue = error.evalue[:MAX_SHORT]
            error.traceback = [line[-MAX_SHORT:] for line in error.traceback[-1:]]
        self.items = [output for output in self.items if not any(output is error for error in errors[1:])]

    def note(self, text: str) -> None:
        """Add a line of our own to the error stream."""
        self.items.append(new_output("stream", name="stderr", text=f"[{text}]\n"))

    def _is_wanted(self, kind: str, content: Mapping[str, Any]) -> bool:
        """Whether a message can become an output; asked before anything is made of it, for there may be many."""
        if kind == "error":
            self._errors += 1
            return self._errors <= MAX_ERRORS
        return self._room >= 0 or OUTCOME_MIME in content.get("data", {})

    def _append(self, output: NotebookNode, content: Mapping[str, Any]) -> None:
        if output.output_type == "error":
            output.ename, output.evalue = output.ename[:MAX_SHORT], _cut(output.evalue)
            output.traceback = [_cut(line) for line in output.traceback[:MAX_TRACEBACK_LINES]]
        if "data" in output:
            output.data, output.metadata = _harmless(output.data, output.metadata)
        if output.output_type != "error" and OUTCOME_MIME not in output.get("data", {}):
            size = self._cost(output)
            if size > self._room:
                self._fill_up(output)
                return
            self._room -= size
        self._keep(output)
        display = (content.get("transient") or {}).get("display_id")
        if isinstance(display, str):
            self._displays.setdefault(display, []).append(output)

    def _cost(self, output: NotebookNode) -> int:
        """The room that an output takes: a first one, and what continues a stream, no more than what it shows."""
        alone = self.items and not self._continues(output)
        return _size(output) + (OUTPUT_BYTES if alone else 0)

    def _continues(self, output: NotebookNode) -> bool:
        """Whether an output is joined to the last one."""
        last = self.items[-1] if self.items else None
        return output.output_type == "stream" and last is not None and last.get("name") == output.name

    def _fill_up(self, output: NotebookNode) -> None:
        """Keep what there is room for of the first output that is too long; nothing of this cell comes after it."""
        if "text" in output:
            output.text = output.text[: self._room]
            self._keep(output)
        self.note("the rest of the output is left out: too long")
        self._room = -1

    def _keep(self, output: NotebookNode) -> None:
        """Add an output; what continues a stream is joined to it."""
        if self._continues(output):
            self.items[-1].text += output.text
        else:
            self.items.append(output)

    def _update(self, content: Mapping[str, Any]) -> None:
        """Change what is shown already; each of the displays with this name takes the room of what it shows from now on."""
        for output in self._displays.get((content.get("transient") or {}).get("display_id"), ()):
            if self._room < 0:
                return
            before = _size(output)
            data, metadata = _harmless(content["data"], content["metadata"])
            more = _size(NotebookNode(data=data)) - before
            if more > self._room:
                self._fill_up(NotebookNode())
                return
            self._room -= more
            output.data, output.metadata = data, metadata


def _size(output: NotebookNode) -> int:
    if "text" in output:
        return len(output.text)
    if "traceback" in output:
        return len(output.evalue) + sum(map(len, output.traceback))
    return sum(len(str(value)) for value in output.data.values())


def _harmless(data: Mapping[str, Any], metadata: Mapping[str, Any]) -> tuple[NotebookNode, NotebookNode]:
    """One output without what runs when it is shown, and of its metadata the size of pictures only.

    nbconvert writes the width of a picture into a page as it is.
    """
    kept = {mime: value for mime, value in data.items() if mime in KEPT_TYPES}
    if data and not kept:
        kept = {"text/plain": f"(an output of the type {next(iter(data))[:100]} is not kept)"}
    sizes = {}
    for mime in kept:
        claimed = metadata.get(mime)
        if isinstance(claimed, Mapping) and mime.startswith("image/"):
            size = {name: claimed.get(name) for name in ("width", "height")}
            sizes[mime] = {
                name: n for name, n in size.items() if type(n) in (int, float) and 0 < n <= MAX_PIXELS
            }
    return from_dict(kept), from_dict(sizes)


def _cut(text: str) -> str:
    return text if len(text) <= MAX_ERROR_TEXT else text[: MAX_ERROR_TEXT - 1] + "…"
