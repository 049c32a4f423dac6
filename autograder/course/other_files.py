"""What is handed in under the name of a notebook and is none: what it is, and what to do."""

from __future__ import annotations

import textwrap
from typing import Any

#: How its bytes begin, what it is, what to do.
_OTHER_FILES = (
    (b"PK\x03\x04", "a ZIP archive", "unpack it and hand in the notebook in it"),
    (b"\x1f\x8b", "a compressed file (gzip)", "unpack it and hand in the notebook in it"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it and hand in the notebook in it"),
    (b"Rar!", "a RAR archive", "unpack it and hand in the notebook in it"),
    (b"%PDF", "a PDF", "hand in the notebook itself"),
    (b"\x89PNG", "a picture", "hand in the notebook itself"),
    (b"\xff\xd8\xff", "a picture", "hand in the notebook itself"),
    (b"<!doctype", "a web page", "download the notebook itself"),
    (b"<html", "a web page", "download the notebook itself"),
    (b"<!--", "a web page", "download the notebook itself"),
    (b"<?xml", "a web page", "download the notebook itself"),
    (b"version https://git-lfs", "a pointer of Git LFS to a file", "hand in the file itself"),
)

#: Characters of such a file that a message shows.
MAX_BEGIN = 40


def other_file(content: bytes) -> tuple[str, str] | None:
    """What a file is that is no notebook at all, and what to do; None where it may be one."""
    begin = content[:100].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return next(((what, todo) for first, what, todo in _OTHER_FILES if begin.startswith(first.lower())), None)


def described(text: str) -> str:
    """What a text is that is no JSON of a notebook: its first line, which says more than what a parser missed in it."""
    begin = text.lstrip()
    if not begin.isprintable() and any(not c.isprintable() and not c.isspace() for c in begin[:MAX_BEGIN]):
        return "this is no text; hand in the notebook itself"
    line = textwrap.shorten(begin.splitlines()[0], MAX_BEGIN, placeholder=" ...")
    return f"this is a text that begins with {line!r}; hand in the notebook itself"


def json_without_cells(data: Any, text: str) -> str:
    """What JSON is that holds no list of cells, and what to do.

    Args:
        data: what was read.
        text: that of the file.
    """
    if isinstance(data, (str, int, float)):
        return described(text)
    if not isinstance(data, dict):
        return "the JSON in it is not an object"
    if "doc_id" in data:  # what Google Drive leaves in a folder in place of a file
        return "this is a shortcut to a file in Google Drive; download the notebook itself"
    return "there is no list of cells in it"
