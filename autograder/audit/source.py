"""Cells as plain Python: magics are what IPython makes of them."""

import ast
from functools import lru_cache

from IPython.core.inputtransformer2 import TransformerManager


@lru_cache(maxsize=4096)
def plain(source: str) -> str | None:
    """The Python code of a cell, or None if it is none."""
    for text in (source, TransformerManager().transform_cell(source)):
        try:
            ast.parse(text)
        except (SyntaxError, ValueError):
            continue
        return text
    return None
