"""The command line of the course: ``autograder grade``, ``release``, ``doctor``.

Students install the package too, without the extra ``instructor``; for them the command says what is missing.
"""

import sys

from autograder.quick_start import leave_out_iri

INSTRUCTOR_HINT = "install it with: pip install 'backprop-lab[instructor]'"

leave_out_iri()
try:
    from autograder.cli.group import main
except ModuleNotFoundError as error:
    if error.name not in {"click", "rich"}:
        raise
    _missing = error.name

    def main() -> None:
        """Say in one sentence that the instructor's part is not installed.

        Raises:
            SystemExit: always, with status 2.
        """
        print(
            f"autograder: the command line needs the package {_missing!r}; {INSTRUCTOR_HINT}", file=sys.stderr
        )
        raise SystemExit(2)


__all__ = ["INSTRUCTOR_HINT", "main"]
