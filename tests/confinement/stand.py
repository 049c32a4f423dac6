"""A program that confines one child and runs one function in it. It has one thread, as a fork server has.

Reads a JSON object from stdin (source of a function, its limits, which Landlock), prints one to stdout. Around the
confined child stands all that it must not reach: a course, a home folder, sockets that listen, a secret in the
environment and in an open file.
"""

from __future__ import annotations

import dataclasses
import json
import os
import select
import signal
import socket
import sys
import tempfile
import time
import traceback
from pathlib import Path

SECRET = "canary-7f3a"


def main() -> None:
    task = json.load(sys.stdin)
    from autograder.confinement import Confines, prepare, scratch_folder, use_threads

    use_threads()
    for name in task["imports"]:
        __import__(name)

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        facts = _surroundings(folder)
        hidden = (folder / "course", folder / "home")
        confines = Confines(**task["confines"], hidden=hidden)
        with prepare(confines) as plan, scratch_folder(folder) as scratch:
            if task["abi"] is not None:
                plan = dataclasses.replace(plan, abi=task["abi"])
            report = _run(plan, scratch, facts, task)
        report["left"] = [str(path.relative_to(folder)) for path in sorted(folder.iterdir())]
        report["intact"] = _intact(folder)
    json.dump(report, sys.stdout)


def _surroundings(folder: Path) -> dict:
    files = (
        "course/source/a.ipynb",
        "course/submitted/other/a.ipynb",
        "course/gradebook.db",
        "home/.ssh/id_rsa",
    )
    for file in files:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(SECRET)
        (folder / file).chmod(0o600)
    os.environ["API_TOKEN"] = SECRET
    inherited = os.open(folder / files[0], os.O_RDONLY)
    os.set_inheritable(inherited, True)
    tcp = socket.create_server(("127.0.0.1", 0))
    udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    udp.bind(("127.0.0.1", 0))
    unix = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    unix.bind(str(folder / "unix"))
    abstract = socket.socket(socket.AF_UNIX)
    abstract.bind(f"\0autograder-{os.getpid()}")
    abstract.listen()
    _surroundings.keep = (tcp, udp, unix, abstract)  # open until the end
    return {
        "secret": SECRET,
        "files": [str(folder / file) for file in files],
        "folder": str(folder),
        "inherited": inherited,
        "parent": os.getpid(),
        "tcp": tcp.getsockname()[1],
        "udp": udp.getsockname()[1],
        "unix": str(folder / "unix"),
        "abstract": f"\0autograder-{os.getpid()}",
    }


def _run(plan, scratch: Path, facts: dict, task: dict) -> dict:
    from autograder.confinement import INTERVAL, Watch

    answers, answer = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            plan.apply(scratch, keep=(answer, 2))
            report = _call(task["source"], task["name"], facts | {"scratch": str(scratch)})
            _write(answer, json.dumps(report).encode())
        except BaseException:  # noqa: BLE001 - a child must never go on into its parent's code
            traceback.print_exc()
            os._exit(99)
        os._exit(0)
    os.close(answer)
    watch = Watch(pid, scratch, plan.confines)
    received, excess, deadline = b"", None, time.monotonic() + task["seconds"]
    while True:
        if select.select([answers], [], [], INTERVAL)[0]:
            piece = os.read(answers, 65536)
            received += piece
            if not piece:
                break
        excess = excess or watch.look()
        if excess or time.monotonic() > deadline:
            os.kill(pid, signal.SIGKILL)
            break
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    return {"status": status, "excess": excess, **(json.loads(received) if received else {})}


def _call(source: str, name: str, facts: dict) -> dict:
    """Call the function, and say what came of it."""
    namespace: dict = {}
    exec(compile(source, "<attack>", "exec"), namespace)  # noqa: S102 - that is what the stand is for
    try:
        return {"value": namespace[name](facts)}
    except Exception as problem:  # noqa: BLE001 - the test looks at it, whatever it is
        return {
            "error": type(problem).__name__,
            "errno": getattr(problem, "errno", None),
            "text": str(problem),
        }


def _write(descriptor: int, data: bytes) -> None:
    while data:
        data = data[os.write(descriptor, data) :]


def _intact(folder: Path) -> bool:
    """Whether everything around the child is as it was."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    good = len(files) == 4 and all(path.read_text() == SECRET for path in files)
    return good and all(path.stat().st_mode & 0o777 == 0o600 for path in files)


if __name__ == "__main__":
    main()
