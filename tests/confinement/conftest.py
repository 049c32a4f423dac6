"""Running a function in a really confined process, as oneself and as an ordinary user."""

import inspect
import json
import os
import shutil
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

import pytest

import autograder
from autograder.confinement import complete, probe

PACKAGE = Path(autograder.__file__).parent
NOBODY = 65534
STAND = Path(__file__).with_name("stand.py")


class Stand:
    """Runs functions in confined processes, each below a fresh process that has one thread."""

    def __init__(self, command, environment):
        self.command = command
        self.environment = environment

    def run(self, function, *, imports=(), abi=None, seconds=60, **confines):
        """What came of `function(facts)` in a confined process; the function sees nothing but its own source.

        Returns:
            value, or error, errno and text; status (minus a signal), excess (what the watch said), left (entries of
            the folder above the scratch folder) and intact (whether all that was to be protected is as it was).
        """
        task = {
            "source": textwrap.dedent(inspect.getsource(function)),
            "name": function.__name__,
            "imports": imports,
            "abi": abi,
            "seconds": seconds,
            "confines": confines,
        }
        finished = subprocess.run(
            self.command,
            input=json.dumps(task),
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert finished.returncode == 0, finished.stderr
        report = json.loads(finished.stdout)
        assert report["intact"], "something outside of the scratch folder was changed"
        assert report["left"] == ["course", "home", "unix"]
        return report

    def value(self, function, **options):
        """The value of the function, which must end well."""
        report = self.run(function, **options)
        assert "value" in report, report
        return report["value"]

    def refused(self, function, **options):
        """Check that the function fails with PermissionError."""
        report = self.run(function, **options)
        assert report.get("error") == "PermissionError", report


@pytest.fixture(scope="session", autouse=True)
def _confinement():
    """Skip what needs confinement on a machine that has none. The development machine and CI have it."""
    layers = probe()
    if not complete(layers):
        pytest.skip(f"not confined here: {[layer.name for layer in layers if not layer.holds]}")


@pytest.fixture(scope="session")
def own_stand():
    """A stand that runs as the user who runs the tests, with all packages."""
    return Stand([sys.executable, str(STAND)], {**os.environ, "PYTHONWARNINGS": "error"})


@pytest.fixture(scope="session")
def nobodys_stand():
    """A stand that runs as the user nobody, in an interpreter that this user can reach, without packages."""
    if os.geteuid() != 0:
        pytest.skip("these tests run as an ordinary user already")
    if not shutil.which("setpriv"):
        pytest.skip("needs setpriv of util-linux")
    # setpriv keeps its privileges until it starts a program, so it could reach an interpreter below /root; sh cannot.
    user = [f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--inh-caps=-all"]
    become = ["setpriv", *user, "/bin/sh", "-c", 'exec "$0" "$@"']
    with tempfile.TemporaryDirectory() as name:
        os.chmod(name, 0o755)
        copy = Path(name, "autograder")
        copy.mkdir()
        for part in ("__init__.py", "errors.py", "findings.py", "limits.py", "confinement"):
            source, target = PACKAGE / part, copy / part
            (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
        shutil.copy(STAND, name)
        environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": name, "PYTHONDONTWRITEBYTECODE": "1"}
        for interpreter in (sys.executable, *(f"/usr/bin/python3.{minor}" for minor in (11, 12, 13))):
            command = [*become, interpreter, str(Path(name, STAND.name))]
            check = [*become, interpreter, "-c", "import autograder.confinement"]
            if subprocess.run(check, env=environment, capture_output=True, check=False).returncode == 0:
                yield Stand(command, environment)
                return
    pytest.skip("nobody can reach no Python of 3.11 or newer")


@pytest.fixture(params=["oneself", "nobody"])
def stand(request):
    """A stand for each kind of user: the one who runs the tests, often root, and an ordinary one."""
    return request.getfixturevalue("own_stand" if request.param == "oneself" else "nobodys_stand")
