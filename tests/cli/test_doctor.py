from importlib import metadata

import pytest
from click.testing import CliRunner

from autograder.cli import doctor, main


@pytest.fixture
def outcome(monkeypatch, tmp_path):
    """Runs `autograder doctor` away from any course, without starting a kernel."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(doctor, "_kernel", lambda: doctor.Finding("kernel", True, "starts", needed=True))
    return lambda: CliRunner().invoke(main, ["doctor"], env={"COLUMNS": "200"})


def test_a_machine_with_everything_can_grade(outcome):
    result = outcome()
    assert result.exit_code == 0, result.output
    assert "autograder grade can work here." in result.output
    assert "packages [instructor]" in result.output
    assert "none at or above this folder" in result.output
    assert "not built in this version" in result.output


def test_a_missing_package_is_named_with_the_command_that_installs_it(outcome, monkeypatch):
    versions = metadata.version

    def version(name):
        if name == "nbgrader":
            raise metadata.PackageNotFoundError(name)
        return "1.0" if name == "numpy" else versions(name)

    monkeypatch.setattr(doctor.metadata, "version", version)
    result = outcome()
    assert result.exit_code == 1
    assert "numpy is 1.0, expected <3,>=2.0; pip install backprop-lab" in result.output
    assert "nbgrader is not installed; pip install 'backprop-lab[instructor]'" in result.output
    assert "autograder grade cannot work here: packages, packages [instructor]" in result.output


def test_a_kernel_starts_on_this_machine():
    finding = doctor._kernel()
    assert finding.good, finding.note
    assert "starts and imports numpy in" in finding.note
