"""Making student text harmless for terminals and XML: student code decides what messages say.

HTML needs none of this: the templates escape. JSON needs only `without_surrogates`.
"""

import re
import unicodedata

#: Escape sequences of terminals: colours, cursor moves (CSI) and titles, links (OSC).
_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_])")

#: Characters that reorder the text around them; a name or message could look like another one.
_REORDERING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def without_surrogates(text: str) -> str:
    """Return the text with each lone surrogate, which no encoding can write, replaced by a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")


def printable(text: str) -> str:
    """Return the text without escape sequences and control characters; newlines and tabs stay.

    What is left is valid in XML 1.0 and does nothing to a terminal but print.
    """
    text = _ESCAPES.sub("", without_surrogates(text))
    return "".join(character for character in text if _harmless(character))


def first_line(text: str) -> str:
    """Return the first line that says something, printable; empty if there is none."""
    return next((line.strip() for line in printable(text).splitlines() if line.strip()), "")


def points(value: float | None) -> str:
    """Return points as people write them: 2, 0.5, and a dash where a person has not graded yet."""
    return "–" if value is None else f"{value:.2f}".rstrip("0").rstrip(".")


def _harmless(character: str) -> bool:
    if character in "\n\t":
        return True
    if character in _REORDERING or character in "\ufffe\uffff":
        return False
    return unicodedata.category(character) != "Cc"
