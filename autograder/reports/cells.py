"""Notebook cells as safe HTML fragments for the feedback page.

Everything that a student wrote or printed is escaped; of rich outputs only pictures are shown, and only if they are
what they claim to be. Nothing that runs and nothing that is fetched gets through.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice

import mistune
from markupsafe import Markup, escape
from nbformat import NotebookNode
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from autograder.course.cells import Cell, CellKind
from autograder.findings import OUTCOME_MIME
from autograder.reports.text import printable

#: Characters of one text output, and of one picture in base64, that a page shows.
MAX_TEXT = 20_000
MAX_PICTURE = 4 * 2**20

#: Outputs of one cell, and characters of one source, that are shown as what they are.
MAX_OUTPUTS = 50
MAX_SOURCE = 50_000

_SIGNATURES = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}


@dataclass(frozen=True)
class View:
    """One cell as the template shows it.

    Attributes:
        kind: markdown, code or check.
        grade_id: its `grade_id`, or "".
        own: whether the student wrote it.
        source: its text as HTML.
        outputs: its outputs as HTML.
    """

    kind: str
    grade_id: str
    own: bool
    source: Markup
    outputs: tuple[Markup, ...] = field(default=())


def view(cell: Cell, *, plain: bool = False) -> View:
    """Return a cell as HTML; of a check cell no output, its verdict is shown instead.

    A source that is too long or too much for a renderer (nesting without end) is shown as plain text.

    Args:
        cell: the cell.
        plain: show its source as plain text in any case.
    """
    own = cell.kind in (CellKind.SOLUTION, CellKind.MANUAL)
    if cell.node.cell_type == "raw":  # among them answers that were set aside
        return View("code", cell.grade_id, own, _text(cell.source, "stream"))
    if not cell.is_code:
        return View("markdown", cell.grade_id, own, _rendered(markdown, cell.source, plain))
    source = _rendered(python, cell.source, plain)
    if cell.kind is CellKind.CHECK:
        return View("check", cell.grade_id, own, source)
    shown = tuple(islice(outputs(cell.node), MAX_OUTPUTS))
    return View("code", cell.grade_id, own, source, shown)


def outputs(node: NotebookNode) -> Iterator[Markup]:
    """Yield the outputs of a code cell as HTML."""
    for output in node.get("outputs", ()):
        kind = output.get("output_type")
        if kind == "stream":
            yield _text(
                output.get("text"), f"stream {'stderr' if output.get('name') == 'stderr' else 'stdout'}"
            )
        elif kind == "error":
            yield _text("\n".join(map(str, output.get("traceback", ()))), "error")
        elif isinstance(data := output.get("data"), Mapping) and OUTCOME_MIME not in data:
            shown = picture(data)
            if shown is not None:
                yield shown
            elif "text/plain" in data:
                yield _text(data["text/plain"], "result")


def picture_of_check(node: NotebookNode) -> Markup | None:
    """Return the heat map that a check displayed, or None."""
    for output in node.get("outputs", ()):
        data = output.get("data")
        if isinstance(data, Mapping) and OUTCOME_MIME in data and (found := picture(data)) is not None:
            return found
    return None


def picture(data: Mapping) -> Markup | None:
    """Return the picture of an output as an image element with its data inside, or None."""
    for mime, signature in _SIGNATURES.items():
        encoded = data.get(mime)
        if not isinstance(encoded, str) or len(encoded) > MAX_PICTURE:
            continue
        try:
            raw = base64.b64decode("".join(encoded.split()), validate=True)
        except (binascii.Error, ValueError):
            continue
        if raw.startswith(signature):
            clean = base64.b64encode(raw).decode("ascii")
            alt = data.get("text/plain", "figure")
            return Markup('<img src="data:{};base64,{}" alt="{}">').format(
                mime, clean, printable(str(alt))[:200]
            )
    return None


def python(source: str) -> Markup:
    """Return Python source with its syntax in colours."""
    return Markup(highlight(printable(source), PythonLexer(), HtmlFormatter(cssclass="code", wrapcode=True)))


def style() -> Markup:
    """Return the style sheet for `python`, for light and dark pages."""
    light = HtmlFormatter(style="default").get_style_defs(".code")
    dark = HtmlFormatter(style="github-dark").get_style_defs(".code")
    return Markup(f"{light}\n@media (prefers-color-scheme: dark) {{\n{dark}\n}}")


class _Renderer(mistune.HTMLRenderer):
    """Shows pictures that are in the text itself; of others only what stands for them, also where no policy stops a browser."""

    def image(self, text: str, url: str, title: str | None = None) -> str:
        """The picture as HTML, or its description, which is HTML already."""
        return super().image(text, url, title) if url.strip().lower().startswith("data:image/") else text


def markdown(source: str) -> Markup:
    """Return Markdown as HTML: raw HTML in it is escaped, comments are left out, formulas stay TeX, no picture is fetched."""
    plugins = ["table", "strikethrough", "math"]
    render = mistune.create_markdown(renderer=_Renderer(escape=True), plugins=plugins)
    # The plugin itself writes formulas without escaping them.
    render.renderer.register(
        "inline_math", lambda renderer, text: f'<code class="math">{escape(text)}</code>'
    )
    render.renderer.register("block_math", lambda renderer, text: f'<pre class="math">{escape(text)}</pre>')
    return Markup(render(_without_comments(printable(source))))


def _without_comments(source: str) -> str:
    """A text without what HTML takes for comments; one that is never closed is none."""
    kept, place = [], 0
    while (start := source.find("<!--", place)) >= 0 and (end := source.find("-->", start + 4)) >= 0:
        kept.append(source[place:start])
        place = end + 3
    return "".join(kept) + source[place:]


def _rendered(renderer: Callable[[str], Markup], source: str, plain: bool) -> Markup:
    if len(source) <= MAX_SOURCE and not plain:
        with suppress(Exception):  # no Markdown that a student writes may cost the class its pages
            return renderer(source)
    return _text(source, "stream")


def _text(text: object, kind: str) -> Markup:
    text = str(text or "")
    shown = printable(text[:MAX_TEXT])  # cut first: what is left out may be megabytes
    if len(text) > MAX_TEXT:
        shown = f"{shown}\n[{len(text) - MAX_TEXT} more characters are not shown]"
    return Markup('<pre class="output {}">{}</pre>').format(kind, shown)
