from importlib import metadata

import pytest
from click.testing import CliRunner

from autograder import confinement
from autograder.cli import doctor, main
from autograder.confinement.layers import LAYERS as NAMES

LAYERS = tuple(confinement.Layer(name, True, stops) for name, (stops, _) in NAMES.items())
OPEN = confinement.Layer("files", False, "reading", "Linux 5.13", "reading a file")


@pytest.fixture
def outcome(monkeypatch, tmp_path):
    """Runs `autograder doctor` away from any course, without starting a kernel."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(doctor, "_kernel", lambda: doctor.Finding("kernel", True, "starts", needed=True))
    monkeypatch.setattr(confinement, "probe", lambda: LAYERS)
    return lambda: CliRunner().invoke(main, ["doctor"], env={"COLUMNS": "200"})


def test_a_machine_with_everything_can_grade(outcome):
    result = outcome()
    assert result.exit_code == 0, result.output
    assert "autograder grade can work here, and student code is confined." in result.output
    assert "packages [instructor]" in result.output
    assert "none at or above this folder" in result.output
    for layer in ("files", "network", "processes", "privileges", "limits", "watch"):
        assert f"confinement: {layer}" in result.output
    assert "reading the course, other submissions, the home folder" in result.output


def test_a_layer_that_does_not_hold_is_named_with_what_to_do(outcome, monkeypatch):
    monkeypatch.setattr(confinement, "probe", lambda: (*LAYERS[1:], OPEN))
    result = outcome()
    assert result.exit_code == 0
    assert "autograder grade works here with --isolation none only: confinement: files" in result.output
    assert "Linux 5.13 (reading a file)" in result.output


def test_elsewhere_than_on_linux_nothing_is_confined(outcome, monkeypatch):
    monkeypatch.setattr(doctor.sys, "platform", "darwin")
    result = outcome()
    assert "needs Linux, this is" in result.output and "grade in a container" in result.output
    assert "with --isolation none only: confinement" in result.output


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
