"""The engine as an ordinary user: everything else here is often run as root, whom permissions hardly bind."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import pytest

import autograder
from autograder.confinement import complete, probe
from autograder.course import notebook as notebooks
from autograder.course import variants
from autograder.course.assignment import Course

NOBODY = 65534
MINI_COURSE = Path(__file__).parents[1] / "mini_course"
# setpriv keeps its privileges until it starts a program, so it could reach an interpreter below /root; sh cannot.
BECOME = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--inh-caps=-all"]
SHELL = ["/bin/sh", "-c", 'exec "$0" "$@"']

# The first answer is right; the second one looks for what it must not find, and leaves a folder that is hard to remove.
THIEF = """\
import os
os.mkdir("deep")
open("deep/file", "w").close()
found = []
for path in {paths!r}:
    try:
        found.append(open(path).read())
    except PermissionError:
        pass
assert not found, found
assert os.getuid() == {user}
def double(x):
    return 2 * np.asarray(x) if not os.chmod("deep", 0) else None
"""


def interpreter():
    """A Python of this version that nobody can start."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    check = ["-c", f"import sys; sys.exit('{version}' != '%d.%d' % sys.version_info[:2])"]
    for candidate in (
        os.path.realpath(sys.executable),
        f"/usr/bin/python{version}",
        f"/usr/local/bin/python{version}",
    ):
        command = [*BECOME, *SHELL, candidate, *check]
        if subprocess.run(command, env={}, cwd="/", capture_output=True, check=False).returncode == 0:
            return candidate
    return None


@pytest.fixture
def home():
    """A folder below which nobody can work: a copy of the package, an environment, a course, submissions."""
    if os.geteuid() != 0 or not shutil.which("setpriv"):
        pytest.skip("needs root, who can become somebody else, and setpriv of util-linux")
    if not complete(probe()):
        pytest.skip("student code cannot be confined here")
    python, packages = interpreter(), Path(np.__file__).parents[1]
    if python is None:
        pytest.skip("nobody can start no Python of this version")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        shutil.copytree(Path(autograder.__file__).parent, folder / "code" / "autograder")
        subprocess.run([python, "-m", "venv", "--without-pip", str(folder / "venv")], check=True)
        (site,) = (folder / "venv" / "lib").glob("python*/site-packages")
        (site / "here.pth").write_text(f"{folder / 'code'}\n{packages}\n")
        for part in ("home", "temporary"):
            (folder / part).mkdir(mode=0o700)
            os.chown(folder / part, NOBODY, NOBODY)
        yield folder
    assert not folder.exists()


def as_nobody(home, *command):
    """Run a command of the environment as the user nobody."""
    environment = {"HOME": str(home / "home"), "TMPDIR": str(home / "temporary"), "PATH": "/usr/bin:/bin"}
    environment |= {"LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [*BECOME, *SHELL, str(home / "venv/bin/python"), *command],
        env=environment,
        cwd=home / "home",
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_class_is_graded_confined_and_nothing_is_left(home):
    if as_nobody(home, "-c", "import autograder, numpy, nbformat").returncode:
        pytest.skip("nobody can read no packages")
    course = home / "home" / "course"
    shutil.copytree(MINI_COURSE / "source", course / "source")
    tiny = Course(MINI_COURSE).assignment("tiny")
    notebooks.write(variants.solved(tiny), course / "submitted/ada/tiny/tiny.ipynb")
    notebook = variants.solved(tiny)
    paths = [
        str(course / "source/tiny/tiny.ipynb"),
        str(course / "submitted/ada/tiny/tiny.ipynb"),
        "/etc/passwd",
    ]
    notebook.cells[tiny.cell("double").index].source = THIEF.format(paths=paths, user=NOBODY)
    notebooks.write(notebook, course / "submitted/eve/tiny/tiny.ipynb")
    for path in [course, *course.rglob("*")]:
        os.chown(path, NOBODY, NOBODY)
    arguments = [
        "grade",
        "course/submitted",
        "--course",
        "course",
        "--json",
        "scores.json",
        "--isolation",
        "full",
    ]
    done = as_nobody(home, "-m", "autograder", *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    document = json.loads((home / "home" / "scores.json").read_text())
    scores = {entry["student"]: (entry["score"], entry["max_score"]) for entry in document["submissions"]}
    assert scores == {"ada": (5.5, 5.5), "eve": (5.5, 5.5)}, document
    assert list((home / "temporary").iterdir()) == []
