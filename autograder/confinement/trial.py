"""A confined process that tries to break out, for `probe`. Run as `python -m autograder.confinement.trial`.

Prints one JSON object: name of the layer -> [does it hold, note]. It confines with whatever the kernel offers, so that
each missing part shows as the attempts that then succeed.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import json
import mmap
import os
import resource
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from autograder.confinement.confines import MIB, Confines
from autograder.confinement.kernel import PR_GET_NO_NEW_PRIVS
from autograder.confinement.plan import Plan, prepare
from autograder.confinement.scratch import scratch_folder
from autograder.confinement.watch import Watch
from autograder.errors import EngineError

_CLONE_NEWUSER = 0x10000000
_PTRACE_ATTACH = 16

Attempts = dict[str, Callable[[], object]]


def main() -> None:
    """Try all layers and print what was found.

    Raises:
        SystemExit: with a sentence, where nothing can be tried.
    """
    confines = Confines(memory_bytes=256 * MIB, file_bytes=MIB, scratch_bytes=4 * MIB, open_files=64)
    try:
        with (
            prepare(confines, partly=True) as plan,
            _forbidden_folder() as folder,
            scratch_folder() as scratch,
        ):
            results = _broken(plan, scratch, folder)
            results["files"][1] = results["files"][1] or f"Landlock ABI {plan.abi}"
    except EngineError as problem:
        sys.exit(str(problem))
    json.dump(results, sys.stdout)


@contextmanager
def _forbidden_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="autograder-trial-") as name:
        (Path(name) / "answers.txt").write_text("42")
        yield Path(name)


def _broken(plan: Plan, scratch: Path, folder: Path) -> dict[str, list]:
    """Fork, confine, try; and watch from here."""
    answers, answer = os.pipe()
    requests, request = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            plan.apply(scratch, keep=(requests, answer))
            os.write(answer, json.dumps(_try(plan, folder)).encode())
            os.write(answer, b"\n")
            _fill(plan.confines)
            os.read(requests, 1)
        except Exception as problem:  # noqa: BLE001 - the parent must hear of it, whatever it is
            os.write(answer, json.dumps(f"{type(problem).__name__}: {problem}").encode())
        os._exit(0)
    os.close(answer)
    os.close(requests)
    watch = Watch(pid, scratch, plan.confines)
    with os.fdopen(answers, encoding="utf-8") as lines:
        results = json.loads(lines.readline())
        if isinstance(results, str):
            os.waitpid(pid, 0)
            raise EngineError(results)
        results["watch"] = _watched(watch)
    os.close(request)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return results


def _watched(watch: Watch) -> list:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            if watch.look():
                return [True, ""]
        except PermissionError as problem:
            return [False, f"cannot look at a child: {problem}"]
        time.sleep(0.01)
    return [False, "deleted files in use were not seen"]


def _fill(confines: Confines) -> None:
    """Use more scratch than allowed, in deleted files, which only a watch that sees descriptors can notice."""
    for number in range(confines.scratch_bytes // confines.file_bytes + 1):
        descriptor = os.open(f"fill-{number}", os.O_CREAT | os.O_RDWR)
        os.unlink(f"fill-{number}")
        os.write(descriptor, bytes(confines.file_bytes))


def _try(plan: Plan, folder: Path) -> dict[str, list]:
    """In the confined process: layer -> [does it hold, what got through]."""
    results = {}
    for layer, attempts in _attempts(plan, folder).items():
        got_through = [name for name, attempt in attempts.items() if not _stopped(attempt)]
        results[layer] = [not got_through, ", ".join(got_through)]
    return results


def _stopped(attempt: Callable[[], object]) -> bool:
    """Whether an attempt raises, or returns False."""
    try:
        return attempt() is False
    except (OSError, MemoryError, ValueError):  # ValueError: how `setrlimit` says EPERM
        return True


def _attempts(plan: Plan, folder: Path) -> dict[str, Attempts]:
    parent = os.getppid()
    library = ctypes.CDLL(None, use_errno=True)

    def called(result: int) -> int:
        if result == -1:
            raise OSError(ctypes.get_errno(), "refused")
        return result

    return {
        "files": {
            "reading a file": lambda: (folder / "answers.txt").read_text(),
            "listing a folder": lambda: os.listdir(folder),
            "writing a file": lambda: (folder / "new").write_text(""),
            "truncating a file": lambda: os.truncate(folder / "answers.txt", 0),
            "removing a file": lambda: (folder / "answers.txt").unlink(),
            "linking into the scratch folder": lambda: os.link(folder / "answers.txt", "link"),
            "reading /proc": lambda: Path(f"/proc/{parent}/status").read_text(),
        },
        "network": {
            f"a socket of {family.name}": lambda family=family, kind=kind: socket.socket(family, kind).close()
            for family, kind in (
                (socket.AF_INET, socket.SOCK_STREAM),
                (socket.AF_INET, socket.SOCK_DGRAM),
                (socket.AF_UNIX, socket.SOCK_STREAM),
                (socket.AF_NETLINK, socket.SOCK_RAW),
            )
        },
        "processes": {
            "starting a program": _execute,
            "starting a process": _fork,
            "a signal to the grader": lambda: os.kill(parent, 0),
            "tracing the grader": lambda: called(library.ptrace(_PTRACE_ATTACH, parent, 0, 0)),
            "outliving the grader": lambda: plan.kernel.parent_death_signal() != signal.SIGKILL,
            "staying in the grader's session": lambda: os.getsid(0) != os.getpid(),
        },
        "privileges": {
            "new privileges": lambda: plan.kernel.prctl(PR_GET_NO_NEW_PRIVS) != 1,
            "another user": lambda: os.setuid(os.getuid()),
            "a namespace": lambda: called(library.unshare(_CLONE_NEWUSER)),
            "changing a mode": lambda: _changes_mode(folder),
        },
        "limits": {
            "memory": lambda: mmap.mmap(-1, plan.confines.memory_bytes + MIB).close(),
            "a large file": _write_too_much(plan.confines),
            "descriptors": lambda: _open_many(plan.confines.open_files),
            "raising a limit": lambda: resource.setrlimit(resource.RLIMIT_CORE, (2, 2)),
            "CPU time": lambda: resource.getrlimit(resource.RLIMIT_CPU)[0] > plan.confines.cpu_seconds,
        },
    }


def _execute() -> bool:
    """Whether the kernel even looks for a program (were there one, this process would be gone)."""
    try:
        os.execv("/no/such/program", ["program"])
    except OSError as problem:
        return problem.errno != errno.EPERM


def _open_many(number: int) -> None:
    descriptors = []
    try:
        descriptors.extend(os.dup(0) for _ in range(number))
    finally:
        for descriptor in descriptors:
            os.close(descriptor)


def _fork() -> None:
    if os.fork() == 0:
        os._exit(0)
    os.wait()


def _changes_mode(folder: Path) -> bool:
    before = folder.stat().st_mode
    folder.chmod(0o755)
    return folder.stat().st_mode != before


def _write_too_much(confines: Confines) -> Callable[[], None]:
    def write() -> None:
        with open("large", "wb", buffering=0) as file:
            try:
                file.write(bytes(confines.file_bytes))
                file.write(b"more")
            finally:
                with contextlib.suppress(OSError):
                    os.unlink("large")

    return write


if __name__ == "__main__":
    main()
