"""The journal: what a run has finished, one line a submission, so that the next run with `--resume` can go on.

A line holds the record and a fingerprint of everything that it depends on. It is appended and flushed as soon as a
submission is graded; a half-written last line, after a power cut or `kill -9`, is ignored. The JSON document of `grade`
stays what it is: one document, written once at the end.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Self

from autograder import __version__
from autograder.course.assignment import Course
from autograder.course.notebook import read_bytes
from autograder.errors import NotebookError, RunError
from autograder.files import remove_remains, write_atomically
from autograder.grading.engine import Limits
from autograder.grading.records import SubmissionRecord, SubmissionStatus
from autograder.grading.submissions import Submission
from autograder.locks import FileLock
from autograder.reports import json_report


def fingerprint(submission: Submission, course: Course, limits: Limits) -> str | None:
    """Return a hash of all that a record depends on, or None if the submission cannot be read or must not be.

    That is: the submission's content, student and assignment, the instructor notebooks that may judge it, the limits,
    and the version of this package.
    """
    if submission.problem:  # what lies there, a link for example, is nobody's to read
        return None
    names = [submission.assignment] if submission.assignment else course.assignments
    digest = hashlib.sha256()
    for part in (
        __version__,
        repr(limits),
        submission.student,
        str(submission.assignment),
        str(submission.path),
        repr(submission.notes),
    ):
        digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
    try:
        for path in (submission.path, *(course.source_path(name) for name in names)):
            digest.update(hashlib.sha256(read_bytes(path)).digest())
    except NotebookError:
        return None
    return digest.hexdigest()


class Journal:
    """The journal of one `--json` file; use it as a context manager."""

    def __init__(self, path: Path, resume: bool) -> None:
        """Open a journal.

        Args:
            path: its file.
            resume: whether to keep what is in it; else it starts empty.

        Raises:
            OSError: if the file cannot be written.
            RunError: if another grader is writing it.
        """
        self._lock = FileLock(path.with_name(f".{path.name}.lock"))
        if not self._lock.take():
            raise RunError(
                f"{path.with_suffix('')}: another grader writes these results (process {self._lock.owner()}); "
                "wait for it, or give this one another --json FILE"
            )
        remove_remains(path)
        remove_remains(path.with_suffix(""))
        self._done = _read(path) if resume else {}
        # Rewritten as a whole first: what follows is not appended to half a line.
        lines = (_line(key, record) for key, record in self._done.items())
        write_atomically(path, "".join(lines))
        self._file = path.open("a", encoding="utf-8")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        try:
            self._file.close()
        except OSError:  # a full disk, of which `add` has told
            if exception[0] is None:
                raise
        finally:
            self._lock.give_back(remove=True)

    def find(self, key: str | None) -> SubmissionRecord | None:
        """Return the record of a fingerprint, if a run before has finished it."""
        return self._done.get(key) if key else None

    def add(self, key: str | None, record: SubmissionRecord) -> None:
        """Note a finished submission; our own failures are not noted, the next run tries again."""
        if key and record.status is not SubmissionStatus.ERROR:
            try:
                self._file.write(_line(key, record))
                self._file.flush()
            except OSError as problem:
                raise OSError(problem.errno, problem.strerror, self._file.name) from problem


def _line(key: str, record: SubmissionRecord) -> str:
    return (
        json.dumps({"fingerprint": key, "submission": json_report.submission(record)}, allow_nan=False) + "\n"
    )


def kept(path: Path) -> int:
    """How many finished submissions a journal holds, whatever else has happened to the run."""
    try:
        return len(_read(path))
    except OSError:
        return 0


def _read(path: Path) -> dict[str, SubmissionRecord]:
    done: dict[str, SubmissionRecord] = {}
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return done
    for line in text.splitlines():
        try:
            entry = json.loads(line)
            done[entry["fingerprint"]] = json_report.from_submission(entry["submission"])
        except (ValueError, TypeError, KeyError):
            continue  # half a line, or an older form: graded again
    return done
