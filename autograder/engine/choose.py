"""Which engine grades: the confined one, unless somebody asks by name for another."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from autograder.course.assignment import Course
from autograder.errors import EngineError
from autograder.grading.engine import Engine
from autograder.limits import Limits

Isolation = Literal["full", "none"]


def open_engine(
    course: Course,
    isolation: Isolation,
    *,
    checks_inside: bool = False,
    limits: Limits | None = None,
    readable: tuple[Path, ...] = (),
) -> Engine:
    """Make the engine; use it as a context manager.

    Args:
        course: student code may not read its folder.
        isolation: `full` confines student code; `none` gives each notebook processes of its own and confines nothing.
        checks_inside: run check cells in the student process, for courses whose check cells are not ours.
        limits: what it will be asked to run with.
        readable: folders that student code may read beside the installation.

    Raises:
        EngineError: if `full` is asked for and this machine cannot do it, or limits are set that `none` does not keep.
    """
    if isolation == "none" and limits is not None and (idle := limits.kept_by_the_kernel()):
        names = " and ".join(limit.name for limit in idle)
        raise EngineError(
            f"a limit of {names} needs confinement (isolation full): nothing else bounds student code there"
        )
    if isolation == "full":
        require_confinement()
    if not sys.platform.startswith("linux"):
        from autograder.grading.kernel_engine import KernelEngine

        return KernelEngine()
    from autograder.engine.fork_engine import ForkEngine

    hidden = (course.root, Path.home())
    return ForkEngine(
        confined=isolation == "full", hidden=hidden, readable=readable, checks_inside=checks_inside
    )


def require_confinement() -> None:
    """Make sure that every layer of the confinement holds on this machine.

    Raises:
        EngineError: names the layers that do not.
    """
    if not sys.platform.startswith("linux"):
        raise EngineError(
            f"student code can be confined on Linux only, not on {sys.platform}; grade in a container, "
            "or with --isolation none what you would run yourself"
        )
    from autograder import confinement

    layers = confinement.probe()
    if not confinement.complete(layers):
        broken = ", ".join(layer.name for layer in layers if not layer.holds) or "all layers"
        raise EngineError(
            f"this machine cannot confine student code ({broken}); `autograder doctor` says what to do, and "
            "--isolation none grades without"
        )


def is_ours(path: Path, course: Course) -> bool:
    """Whether a notebook is the instructor's own: the solutions, or the student version as it is handed out."""
    return any(
        path.resolve().is_relative_to((course.root / name).resolve()) for name in ("source", "release")
    )


def isolation_for(asked: Isolation | None, paths: Iterable[Path], course: Course) -> Isolation:
    """What to do when nobody said: confine, but for the instructor's own notebooks where that cannot be had.

    Args:
        asked: what the user said, if anything.
        paths: the notebooks.
        course: whose they may be.

    Returns:
        `full` also where this machine cannot confine: `open_engine` then says so.
    """
    if asked is not None:
        return asked
    if all(is_ours(path, course) for path in paths):
        try:
            require_confinement()
        except EngineError:
            return "none"
    return "full"
