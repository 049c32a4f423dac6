"""What in an HTML page would run, or fetch something, when somebody looks at it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import urlparse

MARK = "pwned"
"""Every attack with markup has this word in what it wants to be run."""

_RUNS = frozenset(
    {
        "script",
        "iframe",
        "frame",
        "object",
        "embed",
        "applet",
        "base",
        "meta",
        "link",
        "style",
        "form",
        "template",
    }
)
_ADDRESSES = frozenset(
    {"href", "src", "srcset", "action", "formaction", "data", "poster", "background", "xlink:href"}
)
_SCHEME = re.compile(r"[\s\x00-\x20]+")


class _Finder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        text = self.get_starttag_text() or ""
        marked = MARK in text
        for name, value in attributes:
            value = _SCHEME.sub("", value or "").lower()
            if name.startswith("on") and MARK in value:
                self.found.append(f"<{tag} {name}={value[:60]}>")
            if name in _ADDRESSES and MARK in value and _goes_out(value):
                self.found.append(f"<{tag} {name}={value[:60]}>")
            if name in ("style", "srcdoc") and MARK in value and ("url(" in value or "<" in value):
                self.found.append(f"<{tag} {name}={value[:60]}>")
        if tag in _RUNS:
            if marked:
                self.found.append(text[:80])
            self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._inside:
            while self._inside.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._inside and self._inside[-1] in ("script", "style") and MARK in data:
            self.found.append(f"<{self._inside[-1]}> {data.strip()[:60]}")


def _goes_out(address: str) -> bool:
    """Whether an address runs a script or leads to another machine; a link that one has to click on may."""
    parts = urlparse(address)
    return parts.scheme in ("javascript", "vbscript") or address.startswith(
        ("data:text", "data:application", "//", "http")
    )


def what_runs(page: str) -> list[str]:
    """The elements, attributes and scripts of a page that come from an attack and would run or fetch something."""
    finder = _Finder()
    finder.feed(page)
    finder.close()
    return finder.found
