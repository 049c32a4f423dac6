"""Every exception that the package raises on purpose.

All of them can be pickled, and `str()` of each is one clear sentence (or, for `CheckFailed`, the message that
the student reads).
"""

import textwrap

from autograder.findings import Outcome

MESSAGE_WIDTH = (
    98  # characters that fit a cell of JupyterLab and an ordinary terminal without being wrapped there
)


class AutograderError(Exception):
    """Base of all errors of this package."""


class CheckFailed(AutograderError):
    """A check found something wrong. In Jupyter its traceback is just the message.

    Attributes:
        outcome: the verdict with its findings.
    """

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome)
        self.outcome = outcome

    def __str__(self) -> str:
        return self.outcome.message

    def _render_traceback_(self) -> list[str]:
        """What IPython shows in place of a traceback: the message, its first line bold and red."""
        first, *rest = str(self).split("\n")
        heading, *more = textwrap.wrap(f"✘ {first}", MESSAGE_WIDTH, subsequent_indent="    ")
        lines = [f"\x1b[1;31m{line}\x1b[0m" for line in (heading, *more)]
        for line in rest:
            lines += textwrap.wrap(line, MESSAGE_WIDTH, initial_indent="  ", subsequent_indent="    ")
        return lines


class NotebookError(AutograderError):
    """A file that is not a readable notebook; the sentence names the file."""


class CourseError(AutograderError):
    """A course folder, or an assignment in it, that is not as it must be."""


class VariantError(AutograderError):
    """A variant file (a right or wrong answer for the tests) that cannot be read or applied."""


class AuditError(AutograderError):
    """What `autograder audit` was asked for does not exist, or a file of its cannot be read."""


class ReleaseError(AutograderError):
    """A student version that cannot be generated."""


class ProofError(ReleaseError):
    """One of the proofs of `autograder release` failed; the sentence says where and why."""


class SubmissionError(AutograderError):
    """A path that leads to no submission, or a file that is none; the sentence names it."""


class EngineError(AutograderError):
    """Cells cannot be run on this machine, whatever is in them; the sentence says why."""


class EngineRefusedError(EngineError):
    """The same, and it will not change however often one tries: the machine or the settings do not allow it."""


class RunError(AutograderError):
    """A run over a class cannot begin, whoever is in it; the sentence says why."""


class Stopped(BaseException):
    """Someone asked to stop everything; like KeyboardInterrupt, no error of any submission."""


class CommandRefused(AutograderError):
    """A cell that wants to run a command of the operating system, which is refused while notebooks are graded."""

    def __init__(self, command: str) -> None:
        super().__init__(command)

    def __str__(self) -> str:
        command = textwrap.shorten(self.args[0], 80, placeholder=" ...")
        return f"`{command}`: commands of the operating system cannot be run while a notebook is graded"

    def _render_traceback_(self) -> list[str]:
        """What IPython shows in place of a traceback."""
        return [f"\x1b[1;31m{type(self).__name__}\x1b[0m: {self}"]


class DataError(AutograderError):
    """Files of training data that are missing, or are not what they must be; the sentence names the file."""


class WireError(BaseException):
    """The conversation with the student's process cannot go on: what came is not what was agreed.

    It is no `Exception`, for a check catches every `Exception` as something that the student's code raised, and
    this must not be taken for it: the engine alone decides what it costs.
    """


class WireTimeout(WireError):
    """The other process did not answer, or did not take what was sent, in the time that it had."""


class WireClosed(WireError):
    """The other process has closed its end; usually it has ended or was killed."""
