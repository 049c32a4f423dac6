"""nbgrader's generate_assignment, run in this process and away from the course folder."""

from __future__ import annotations

import logging
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nbgrader.converters import GenerateAssignment
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from autograder.course import notebook as notebooks
from autograder.course.assignment import Assignment
from autograder.errors import AutograderError, ReleaseError
from autograder.hooks.settings import configure

# What nbgrader copies along is everything but these.
IGNORED = (".ipynb_checkpoints", "*.pyc", "__pycache__", ".*")


@contextmanager
def generated(assignment: Assignment) -> Iterator[Path]:
    """The student version of an assignment, in a temporary folder.

    Args:
        assignment: the instructor notebook; files that lie beside it are part of the student version.

    Yields:
        A folder with ``<assignment>.ipynb`` and the files that it needs; it is deleted afterwards.

    Raises:
        ReleaseError: if nbgrader refuses the notebook; its log says why.
    """
    with tempfile.TemporaryDirectory(prefix="autograder-release-") as folder:
        root = Path(folder)
        source = root / "source" / assignment.name
        shutil.copytree(assignment.path.parent, source, ignore=shutil.ignore_patterns(*IGNORED, "*.ipynb"))
        # Not a copy of the file: a notebook without cell ids would get other random ones each time.
        notebooks.write(assignment.notebook, source / f"{assignment.name}.ipynb")
        _generate(root, assignment.name)
        result = root / "release" / assignment.name
        path = result / f"{assignment.name}.ipynb"
        notebooks.write(notebooks.read(path), path)
        yield result


def _generate(root: Path, name: str) -> None:
    """Run nbgrader in a course folder that holds one assignment."""
    config = Config()
    configure(config)
    # Nobody reads a gradebook that is deleted at once, and making one costs a second and needs `alembic` in PATH.
    preprocessors = config.GenerateAssignment.preprocessors
    config.GenerateAssignment.preprocessors = [
        step for step in preprocessors if not step.endswith(".SaveCells")
    ]
    config.GenerateAssignment.no_database = True
    config.CourseDirectory.root = str(root)
    config.CourseDirectory.assignment_id = name
    converter = GenerateAssignment(coursedir=CourseDirectory(config=config), config=config)
    with _errors_of(converter) as errors:
        try:
            converter.start()
        except (NbGraderException, AutograderError) as error:
            reason = _reason(errors)
            raise ReleaseError(f"{name}: nbgrader cannot generate the student version. {reason}") from error


@contextmanager
def _errors_of(converter: GenerateAssignment) -> Iterator[list[str]]:
    """Collect what nbgrader logs as errors, and print nothing: its exceptions only say that there was an error."""
    errors: list[str] = []
    handler = logging.Handler(logging.ERROR)
    handler.emit = lambda record: errors.append(record.getMessage())
    logger = logging.getLogger("autograder.release.nbgrader")
    logger.propagate = False
    logger.addHandler(handler)
    converter.log = logger
    try:
        yield errors
    finally:
        logger.removeHandler(handler)


def _reason(errors: list[str]) -> str:
    """The last line of the first traceback, or of the first error."""
    tracebacks = [text for text in errors if text.startswith("Traceback")]
    for text in (*tracebacks, *errors):
        return text.strip().splitlines()[-1].strip()
    return "It gives no reason."
