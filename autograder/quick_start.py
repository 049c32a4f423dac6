"""Leaves out an import that takes seconds and that nothing here needs.

nbformat imports jsonschema, and jsonschema compiles the grammar of the format `iri` if the package `rfc3987_syntax` is installed, as it is
with JupyterLab. No schema of a notebook has that format, and without the package jsonschema does not know it, nothing else.
"""

import sys


def leave_out_iri() -> None:
    """For processes of our own, before nbformat is imported; everybody else's are left alone."""
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]  # None: an import of it fails
