"""Writing result files: a reader sees the old file or the new one, never a half."""

import contextlib
import errno
import os
import tempfile
from pathlib import Path

_SUFFIX = ".tmp"


def write_atomically(path: Path | str, content: str | bytes) -> None:
    """Write a file under a temporary name beside its place, then rename it; into a stream it is written as it is.

    Args:
        path: where to; folders above are created.
        content: bytes, or text that is written as UTF-8 with the newlines that it has.

    Raises:
        OSError: if the folder cannot be written, or something that is no file is in the place.
    """
    path = Path(path)
    if is_stream(path):
        # Behind what is there: the file into which /dev/stdout was redirected may be a log.
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_APPEND), "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
        return
    refuse_others(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=_prefix(path), suffix=_SUFFIX)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
        # mkstemp makes private files; results are as public as the folder's other files.
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException as problem:
        os.unlink(temporary)
        if isinstance(problem, OSError):  # of the temporary file, which tells nobody anything
            raise OSError(problem.errno, problem.strerror, str(path)) from problem
        raise


def is_stream(path: Path) -> bool:
    """Whether a path stands for a pipe or a device, such as /dev/stdout: it is written into, and never replaced."""
    if path.is_fifo() or path.is_char_device():
        return True
    # /dev/stdout is a link to /proc/self/fd/1, and that one to wherever the output goes, a file maybe.
    folder = os.path.realpath(path.parent)
    return path.is_symlink() and (folder == "/dev" or folder.startswith("/proc/"))


def refuse_others(path: Path) -> None:
    """See that nothing but a file, or nothing at all, is in a place: renaming would put a file over a device as well.

    Raises:
        OSError: if something else is there.
    """
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "is a folder, expected the name of a file", str(path))
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "is not a file, expected the name of a file", str(path))


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
