"""Which layers of the confinement hold on this machine: found out by trying to break each one."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_SECONDS = 60.0

_FILTERS = (
    "Linux on x86_64 or aarch64 with CONFIG_SECCOMP_FILTER, as all distributions have it; a container must run under "
    "runc or crun, with the default or no seccomp profile (gVisor and Kata have kernels of their own)"
)

_LANDLOCK = (
    "Linux 5.13 or newer with Landlock switched on: if /sys/kernel/security/lsm does not say landlock, add it to the "
    "kernel's parameter lsm=; a container needs Docker 23, Podman 4.3 or newer, or --security-opt seccomp=unconfined"
)

#: name -> what it stops, what to install or enable
LAYERS = {
    "files": (
        "reading the course, other submissions, the home folder and /proc; writing outside the scratch folder",
        _LANDLOCK,
    ),
    "network": ("sockets of all kinds that reach anything", _FILTERS),
    "processes": (
        "starting programs and processes, signals to others, tracing them, reading their memory, outliving the grader",
        _FILTERS,
    ),
    "privileges": ("capabilities, other users, mounts, namespaces, changing modes of files", _FILTERS),
    "limits": ("more memory, CPU time, descriptors or larger files than allowed", "Linux with /proc mounted"),
    "watch": (
        "more threads or files than allowed, deleted files in use included",
        "/proc mounted as usual, in which a process can look at its own children",
    ),
}


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer of the confinement, on this machine.

    Attributes:
        name: short and stable.
        holds: whether all attempts to break it failed.
        stops: what it stops.
        remedy: what to install or enable, empty if it holds.
        note: versions, or what got through.
    """

    name: str
    holds: bool
    stops: str
    remedy: str = ""
    note: str = ""


def probe() -> tuple[Layer, ...]:
    """Try every layer in a confined process of its own, which takes about a quarter of a second.

    Returns:
        All layers, in the order of the table that `autograder doctor` prints.
    """
    command = [sys.executable, "-m", "autograder.confinement.trial"]
    try:
        finished = subprocess.run(
            command,
            cwd=Path(__file__).parents[2],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=True,
        )
        results = json.loads(finished.stdout)
    except subprocess.CalledProcessError as problem:
        lines = problem.stderr.decode(errors="replace").strip().splitlines()
        results = _failed(lines[-1] if lines else f"the trial ended with status {problem.returncode}")
    except subprocess.TimeoutExpired:
        results = _failed(f"the trial took more than {_SECONDS:.0f} s")
    except (OSError, ValueError) as problem:
        results = _failed(f"the trial could not be run: {problem}")
    layers = []
    for name, (stops, remedy) in LAYERS.items():
        holds, note = results.get(name, (False, "not tried"))
        layers.append(Layer(name, holds, stops, "" if holds else remedy, note))
    return tuple(layers)


def complete(layers: Iterable[Layer]) -> bool:
    """Whether other people's work may be graded: every layer holds. None is for show, so none may be missing.

    Args:
        layers: what `probe` found.
    """
    found = {layer.name: layer.holds for layer in layers}
    return found.keys() >= LAYERS.keys() and all(found.values())


def _failed(note: str) -> dict[str, tuple[bool, str]]:
    return dict.fromkeys(LAYERS, (False, note))
