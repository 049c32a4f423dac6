"""`autograder doctor`: what this machine has, and what it lacks."""

from __future__ import annotations

import platform
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata

import click
from packaging.requirements import Requirement
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from autograder.course.assignment import Course
from autograder.errors import AutograderError

DISTRIBUTION = "backprop-lab"

#: Extras in the order of the table, and what each is for.
EXTRAS = {
    "": "what students need",
    "instructor": "generate, grade, report",
    "keras": "library comparison with Keras",
    "dev": "tests",
}

#: Without these, grading does not work.
NEEDED = frozenset({"", "instructor"})


@dataclass(frozen=True)
class Finding:
    """One row of the table.

    Attributes:
        part: what was looked at.
        good: True, False, or None where nothing is needed or known.
        note: versions, or what to do.
        needed: whether grading needs it.
    """

    part: str
    good: bool | None
    note: str
    needed: bool = False


@click.command()
def doctor() -> None:
    """Say what this machine has and what it lacks.

    Exit status: 0 when `autograder grade` can work here, 1 when something that it needs is missing.
    """
    findings = [*_python(), *_packages(), _kernel(), _course(), *_confinement()]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("part", no_wrap=True)
    table.add_column("", no_wrap=True)
    table.add_column("note", overflow="fold")
    words = {
        True: Text("ok", style="green"),
        False: Text("missing", style="red"),
        None: Text("–", style="dim"),
    }
    for finding in findings:
        table.add_row(Text(finding.part), words[finding.good], Text(finding.note))
    Console().print(table)
    broken = [finding.part for finding in findings if finding.needed and not finding.good]
    if broken:
        click.echo(f"autograder grade cannot work here: {', '.join(broken)}")
        sys.exit(1)
    open_layers = [finding.part for finding in findings if finding.good is False]
    if open_layers:
        click.echo(f"autograder grade works here with --isolation none only: {', '.join(open_layers)}")
    else:
        click.echo("autograder grade can work here, and student code is confined.")


def _python() -> Iterator[Finding]:
    wanted = metadata.metadata(DISTRIBUTION).get("Requires-Python", "")
    good = Requirement(f"python{wanted}").specifier.contains(platform.python_version(), prereleases=True)
    yield Finding("Python", good, f"{platform.python_version()}, expected {wanted}", needed=True)
    yield Finding("system", None, f"{platform.system()} {platform.release()}, {platform.machine()}")


def _packages() -> Iterator[Finding]:
    """One row an extra, out of the metadata of the installed distribution."""
    requirements = [Requirement(line) for line in metadata.requires(DISTRIBUTION) or ()]
    for extra, purpose in EXTRAS.items():
        mine = [requirement for requirement in requirements if _belongs(requirement, extra)]
        problems = [problem for requirement in mine if (problem := _problem(requirement))]
        name = f"packages [{extra}]" if extra else "packages"
        if not problems:
            yield Finding(name, True, f"{purpose}: {len(mine)} packages", extra in NEEDED)
            continue
        command = f"pip install '{DISTRIBUTION}[{extra}]'" if extra else f"pip install {DISTRIBUTION}"
        needed = extra in NEEDED
        note = f"{purpose}: {', '.join(problems)}; {command}"
        yield Finding(name, False if needed else None, note, needed)


def _belongs(requirement: Requirement, extra: str) -> bool:
    marker = requirement.marker
    if not extra:
        return marker is None or marker.evaluate({"extra": ""})
    return marker is not None and marker.evaluate({"extra": extra}) and not marker.evaluate({"extra": ""})


def _problem(requirement: Requirement) -> str:
    """What is wrong with a package, or nothing."""
    try:
        version = metadata.version(requirement.name)
    except metadata.PackageNotFoundError:
        return f"{requirement.name} is not installed"
    if requirement.specifier.contains(version, prereleases=True):
        return ""
    return f"{requirement.name} is {version}, expected {requirement.specifier}"


def _kernel() -> Finding:
    """Start a kernel and run a line in it, as grading does."""
    from autograder.grading.kernel import Kernel, Reply
    from autograder.grading.outputs import Outputs

    started = time.monotonic()
    try:
        with Kernel(threading.Event(), startup_seconds=30) as kernel:
            reply = kernel.execute("import numpy", time.monotonic() + 30, Outputs(1000))
    except AutograderError as problem:
        return Finding("kernel", False, str(problem), needed=True)
    seconds = time.monotonic() - started
    if reply is not Reply.OK:
        return Finding("kernel", False, f"a kernel starts, but `import numpy` ends with {reply.value}", True)
    return Finding("kernel", True, f"starts and imports numpy in {seconds:.1f} s", needed=True)


def _course() -> Finding:
    try:
        course = Course.find()
    except AutograderError:
        return Finding("course", None, "none at or above this folder; give --course DIR when grading")
    names = course.assignments
    missing = [name for name in names if not course.release_path(name).is_file()]
    note = f"{course.root}: {', '.join(names) or 'no assignments'}"
    if missing:
        note += f"; not released yet: {', '.join(missing)} (autograder release)"
    return Finding("course", bool(names), note)


def _confinement() -> Iterator[Finding]:
    """One row for each layer that holds student code, tried here and now."""
    if not sys.platform.startswith("linux"):
        yield Finding("confinement", False, f"needs Linux, this is {platform.system()}; grade in a container")
        return
    from autograder.confinement import probe

    for layer in probe():
        note = layer.stops if layer.holds else layer.remedy
        yield Finding(
            f"confinement: {layer.name}", layer.holds, f"{note} ({layer.note})" if layer.note else note
        )
