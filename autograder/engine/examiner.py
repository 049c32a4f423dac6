"""The examiner: takes one job, a notebook, and gives back the notebook with outputs and results.

It is forked for one submission, hears of the notebook, hidden tests and all, only then, and ends with it. Nothing of it
is in a process that student code shares.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib
import json
import os
import shutil
import socket
from pathlib import Path

import nbformat

from autograder.confinement import shield
from autograder.confinement.limits import limit_memory
from autograder.confinement.scratch import remove
from autograder.course.cells import cells_of
from autograder.engine.messages import json_types
from autograder.engine.notebook_run import NotebookRun
from autograder.engine.process import StudentProcess
from autograder.engine.shell import CellShell
from autograder.errors import EngineError
from autograder.grading.engine import CellResult, Limits
from autograder.judge.routes import without_reasons
from autograder.judge.samples import SEED_VARIABLE

MEMORY = 2 * 2**30
"""Bytes of address space of an examiner, beyond what it is forked with; checks of the course need a tenth of it."""


def examine(shell: CellShell, descriptor: int, server: socket.socket, folder: Path) -> None:
    """Do one job and end.

    Args:
        shell: shows what checks publish.
        descriptor: where the job comes from and its result goes to.
        server: request channel to the fork server.
        folder: to be made, for scratch folders, and removed.
    """
    with contextlib.suppress(OSError):  # a second wall, where the kernel allows it
        shield()
    # Student code may call functions of the check, with arguments whose sum is larger than the machine.
    limit_memory(MEMORY)
    with socket.socket(fileno=descriptor) as grader, grader.makefile("rwb") as stream:
        job = json.loads(stream.readline())
        try:
            result = _do(shell, job, server, folder)
        except EngineError as problem:
            result = {"problem": str(problem)}
        except Exception as problem:  # noqa: BLE001 - our own mistake; the grader says whose notebook it was
            result = {"problem": f"the examiner failed ({type(problem).__name__}: {problem})"}
        stream.write(json.dumps(result).encode() + b"\n")


def _do(shell: CellShell, job: dict, server: socket.socket, folder: Path) -> dict:
    notebook = nbformat.from_dict(job["notebook"])
    files = Path(job["files"]) if job["files"] else None
    os.environ[SEED_VARIABLE] = str(_seed(job["notebook"], files) if job["seed"] is None else job["seed"])
    if not job["pictures"]:
        # This process does one job. (`judge.aspect` is the class, the module has to be asked for by its name.)
        importlib.import_module("autograder.judge.aspect").draw = lambda picture: b""
    if not job["reasons"]:
        without_reasons()
    scratch = Scratch(folder, files)
    limits = Limits(**job["limits"])
    process = StudentProcess(server, limits)
    try:
        run = NotebookRun(
            shell,
            process,
            scratch.fresh,
            limits,
            list(cells_of(notebook)),
            checks_inside=job["checks_inside"],
        )
        run.all_cells()
    finally:
        process.end()
        scratch.remove()
    return {"notebook": notebook, "results": {name: _told(result) for name, result in run.results.items()}}


def _seed(notebook: dict, files: Path | None) -> int:
    """A seed that a regrading gives again, and that nobody can tell beforehand who has not read the hidden tests.

    With nbgrader the files are the student's. They count, or a student who hands in the same notebook once more, with a file
    of what the checks have asked before, would be asked the same again.
    """
    digest = hashlib.sha256(json.dumps([cell["source"] for cell in notebook["cells"]]).encode())
    for path in _for_students(files) if files is not None else ():
        digest.update(hashlib.sha256(os.fsencode(path.relative_to(files))).digest())
        with contextlib.suppress(OSError), path.open("rb") as file:  # copying it will say what is the matter
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return int.from_bytes(digest.digest()[:6])


def _for_students(folder: Path) -> list[Path]:
    """The files in a folder that are copied, sorted."""
    found: list[Path] = []
    for path, folders, names in os.walk(folder):
        out = _not_for_students(path, [*folders, *names])
        folders[:] = sorted(set(folders) - out)
        found += (Path(path, name) for name in sorted(set(names) - out))
    return found


class Scratch:
    """The scratch folders of one submission: each student process finds a fresh one.

    Args:
        folder: to be made; holds the scratch folders, one at a time.
        files: what lies beside the notebook; None for nothing.
    """

    def __init__(self, folder: Path, files: Path | None) -> None:
        self._folder, self._files = folder, files
        self._number = 0
        folder.mkdir(mode=0o700)

    def fresh(self) -> Path:
        """Remove the scratch folder that there is, and make another one. No process may be using the old one.

        Raises:
            EngineError: if the files cannot be copied.
        """
        if self._number:
            remove(self._folder / str(self._number))
        self._number += 1
        scratch = self._folder / str(self._number)
        scratch.mkdir(mode=0o700)
        if self._files is not None:
            try:
                shutil.copytree(self._files, scratch, ignore=_not_for_students, dirs_exist_ok=True)
            except OSError as problem:  # `shutil.Error`, which lists them all, is one
                raise EngineError(f"the files in {self._files} cannot be copied: {problem}") from problem
            scratch.chmod(0o700)  # the copy has the mode of the original
        return scratch

    def remove(self) -> None:
        """Remove everything."""
        with contextlib.suppress(FileNotFoundError):
            remove(self._folder)


def _not_for_students(folder: str, names: list[str]) -> set[str]:
    """Notebooks, hidden files, and links: with nbgrader the folder is a student's, whose link may lead anywhere."""
    paths = [Path(folder, name) for name in names]
    return {
        path.name
        for path in paths
        if path.suffix == ".ipynb"
        or path.name.startswith(".")
        or path.is_symlink()
        or not (path.is_file() or path.is_dir())
    }


def _told(result: CellResult) -> dict:
    findings = [
        {"fact": f.fact, "cause": f.cause, "because": f.because, "hint": f.hint, "data": json_types(f.data)}
        for f in result.findings
    ]
    return {"status": result.status.value, "message": result.message, "findings": findings}
