"""Writing result files: a reader sees the old file or the new one, never a half."""

import contextlib
import os
import tempfile
from pathlib import Path

_SUFFIX = ".tmp"


def write_atomically(path: Path | str, content: str | bytes) -> None:
    """Write a file under a temporary name beside its place, then rename it.

    Args:
        path: where to; folders above are created.
        content: bytes, or text that is written as UTF-8 with the newlines that it has.

    Raises:
        OSError: if the folder cannot be written.
    """
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=_prefix(path), suffix=_SUFFIX)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
        # mkstemp makes private files; results are as public as the folder's other files.
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise


def remove_remains(path: Path) -> None:
    """Remove temporary files of `write_atomically` whose writer was killed; nobody may be writing this file now.

    Args:
        path: the file that was to be written.
    """
    for remains in path.parent.iterdir():
        if remains.name.startswith(_prefix(path)) and remains.name.endswith(_SUFFIX):
            with contextlib.suppress(OSError):
                remains.unlink()


def _prefix(path: Path) -> str:
    return f".{path.name[:100]}."
