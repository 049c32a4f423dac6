"""The command itself: quick help, and one clear sentence where the instructor's part is missing."""

import subprocess
import sys

import click
from click.testing import CliRunner

from autograder import __version__
from autograder.cli import group, main


def python(code):
    """Run code in a fresh interpreter."""
    return subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, text=True, timeout=60
    )


def test_help_lists_the_commands_and_imports_none_of_them():
    code = (
        "import sys; from autograder.cli import main; main(['--help'], standalone_mode=False);"
        "print([name for name in ('numpy', 'nbformat', 'nbgrader', 'IPython') if name in sys.modules])"
    )
    result = python(code)
    for name, line in group.COMMANDS.items():
        assert name in result.stdout and line in result.stdout
    assert result.stdout.rstrip().endswith("[]")


def test_version():
    assert CliRunner().invoke(main, ["--version"]).output == f"autograder, version {__version__}\n"


def test_without_click_it_says_what_to_install():
    result = python("import sys; sys.modules['click'] = None; from autograder.cli import main; main()")
    assert result.returncode == 2
    assert result.stderr == (
        "autograder: the command line needs the package 'click'; "
        "install it with: pip install 'backprop-lab[instructor]'\n"
    )


def test_without_nbgrader_it_says_what_to_install(monkeypatch):
    def missing(name):
        raise ModuleNotFoundError("No module named 'nbgrader.converters'", name="nbgrader.converters")

    monkeypatch.setattr(group.importlib, "import_module", missing)
    result = CliRunner().invoke(main, ["release"])
    assert result.exit_code == 2
    assert "`autograder release` needs the package 'nbgrader'; install it with: pip install" in result.output


def test_our_own_missing_module_is_not_blamed_on_the_user(monkeypatch):
    def missing(name):
        raise ModuleNotFoundError("No module named 'autograder.grading'", name="autograder.grading")

    monkeypatch.setattr(group.importlib, "import_module", missing)
    result = CliRunner().invoke(main, ["release"])
    assert isinstance(result.exception, ModuleNotFoundError)


def test_an_unknown_command_is_refused():
    result = CliRunner().invoke(main, ["grad"])
    assert result.exit_code == 2 and "No such command 'grad'" in result.output


def test_commands_are_click_commands():
    context = click.Context(main)
    assert isinstance(main.get_command(context, "release"), click.Command)
