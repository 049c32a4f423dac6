"""The click group: subcommands are imported when they are called, so that ``--help`` stays quick."""

from __future__ import annotations

import importlib
import io
import sys

import click

from autograder import __version__

# Name of the command -> the line that `autograder --help` shows. The module `autograder.cli.<name>` holds a
# click command of the same name; importing it may need the extra `instructor`, so `--help` does not do it.
COMMANDS = {
    "grade": "Grade a notebook, or a folder of submissions.",
    "release": "Generate release/ from source/, and prove that it is right.",
    "audit": "Measure how good the checks are, on right and wrong answers.",
    "doctor": "Say what this machine has and what it lacks.",
    "demo": "Grade a bundled class, and look at the results.",
}


class LazyGroup(click.Group):
    """A click group whose commands are modules that are imported on demand."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of the commands, in the order of `COMMANDS`."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Import and return a command, or None if there is no such command.

        Raises:
            click.UsageError: if a package of the extra ``instructor`` is missing.
        """
        if name not in COMMANDS:
            return None
        try:
            module = importlib.import_module(f"autograder.cli.{name}")
        except ModuleNotFoundError as error:
            package = (error.name or "").partition(".")[0]
            if package == "autograder":
                raise
            from autograder.cli import INSTRUCTOR_HINT

            raise click.UsageError(
                f"`autograder {name}` needs the package {package!r}; {INSTRUCTOR_HINT}"
            ) from error
        return getattr(module, name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="autograder")
def main() -> None:
    """Grade the backpropagation course, and generate its student notebooks."""
    for stream in (sys.stdout, sys.stderr):
        # A log file in ASCII must not cost anyone the scores; what it cannot hold is written as a question mark.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
