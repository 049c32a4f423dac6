"""Markup of students on the pages that nbgrader makes: formgrader shows it to instructors, and feedback goes to students.

Two filters for nbconvert's templates, with the names of those that they replace. nbgrader's own templates put Markdown of
students on the page as it is, HTML and scripts included. What gets through here is text with its usual marks, tables and
pictures that are on the page itself: nothing that runs, is fetched, or passes for a part of the page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

import bleach
from bleach.css_sanitizer import CSSSanitizer
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import escape
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

#: Characters of one piece of HTML or Markdown that are shown as such; a megabyte takes seconds to clean.
MAX_LENGTH = 300_000

#: Elements that are open at the same time; cleaning takes their number squared.
MAX_NESTING = 200

_NAMES = (
    "a abbr b blockquote br caption code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img kbd li mark "
    "ol p pre s samp small span strong sub summary sup table tbody td tfoot th thead tr u ul var"
)
_TAGS = frozenset(_NAMES.split())
_ATTRIBUTES = {
    "a": ("href", "title"),
    "abbr": ("title",),
    "img": ("alt", "title", "width", "height"),
    "li": ("value",),
    "ol": ("start",),
    "td": ("colspan", "rowspan", "align"),
    "th": ("colspan", "rowspan", "align", "scope"),
}
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

# Colours of source code, and the looks of tables and headings; other classes mean something to formgrader's scripts.
_CLASSES = re.compile(r"highlight|hl-\w+|anchor-link|dataframe|[a-z]{1,2}\d?")
_PICTURE = re.compile(r"data:image/(png|jpeg|gif|svg\+xml);base64,[A-Za-z0-9+/=\s]*|[\w.-]+(/[\w.-]+)*")
_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*)")
_EMPTY = ("area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
_UNSEEN = re.compile(r"<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)


def clean_html(element: str | bytes) -> str:
    """The same HTML without anything that runs, is fetched, or looks like a part of the page.

    Args:
        element: HTML of any quality.

    Returns:
        HTML that is well-formed; what is left out of it is text.
    """
    html = element.decode("utf-8", "replace") if isinstance(element, bytes) else str(element)
    if len(html) > MAX_LENGTH or _nesting(html) > MAX_NESTING:
        return f"<p>({len(html):,} characters of HTML are not shown)</p>"
    return bleach.clean(
        _UNSEEN.sub("", html),
        tags=_TAGS,
        attributes=_allowed,
        protocols=("http", "https", "mailto", "data"),
        css_sanitizer=CSSSanitizer(),
    )


@pass_context
def markdown2html(context: Context | Mapping[str, Any], source: str) -> str:
    """Markdown as clean HTML, formulas as TeX; what cannot be rendered is shown as text."""
    cell = context.get("cell") or {}
    if len(source) <= MAX_LENGTH:
        try:
            renderer = IPythonRenderer(escape=False, attachments=cell.get("attachments", {}))
            return clean_html(MarkdownWithMath(renderer=renderer).render(source))
        except Exception:  # noqa: BLE001, S110 - a picture that is missing, nesting without end: no page may fail for it
            pass
    return f"<pre>{escape(source)}</pre>"


def _nesting(html: str) -> int:
    """How many elements are open at the same time, at most; those that are never closed count to the end."""
    depth = deepest = 0
    opened: Counter[str] = Counter()
    for closing, name in _TAG.findall(html.lower()):
        if name in _EMPTY or (closing and not opened[name]):
            continue
        opened[name] += -1 if closing else 1
        depth += -1 if closing else 1
        deepest = max(deepest, depth)
    return deepest


def _allowed(tag: str, name: str, value: str) -> bool:
    """Whether an attribute may stay."""
    if name == "class":
        return all(_CLASSES.fullmatch(word) for word in value.split())
    if name == "style":
        return True  # bleach cleans it
    if name == "id":
        return tag in _HEADINGS
    if (tag, name) == ("img", "src"):
        return bool(_PICTURE.fullmatch(value))
    if (tag, name) == ("a", "href") and value.lstrip().lower().startswith("data"):
        return False
    return name in _ATTRIBUTES.get(tag, ())
