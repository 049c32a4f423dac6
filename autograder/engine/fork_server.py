"""The fork server: imports everything once, then forks examiners and student processes on request.

    python -m autograder.engine.fork_server DESCRIPTOR FOLDER

It has one thread, reads no notebook and knows no secret, so what a student process inherits from it tells nothing. It is the
parent of all the processes that it forks (`autograder.engine.children`), and ends everybody when the grader goes away.
`autograder.engine.requests` says what it can be asked.

Who owns which end: the grader holds one end of the first channel; an examiner holds one end of its own request channel, made
here before it is forked. The end of a channel (its owner has died) ends everything that was asked for through it.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from autograder.confinement import Confines, Plan, prepare
from autograder.confinement.kernel import PR_SET_PDEATHSIG, Kernel
from autograder.confinement.scratch import remove, remove_at_last
from autograder.engine.children import Children
from autograder.engine.imports import preload
from autograder.engine.requests import (
    ENDED,
    EXAMINER,
    INTERRUPT,
    INTERRUPTED,
    KILL,
    MAX_PACKET,
    REFUSED,
    STARTED,
    STUDENT,
)
from autograder.engine.shell import CellShell
from autograder.errors import EngineError
from autograder.limits import Limits


@dataclass
class Owner:
    """Who may ask: the grader, or one examiner.

    Attributes:
        channel: where its requests come from.
        folder: of the grader: holds all scratch folders; of an examiner: those of its student processes.
        children: processes that were forked for it.
    """

    channel: socket.socket
    folder: Path
    children: set[int] = field(default_factory=set)


class ForkServer:
    """See the module.

    Args:
        shell: what children run cells in.
        grader: the channel to the grader.
        folder: where examiners make their scratch folders; removed at the end.
        plan: confines student processes; None leaves them unconfined.
    """

    def __init__(self, shell: CellShell, grader: socket.socket, folder: Path, plan: Plan | None) -> None:
        self._shell, self._plan = shell, plan
        self._grader = Owner(grader, folder)
        self._owners = {grader.fileno(): self._grader}
        self._children = Children(grouped=plan is None)
        self._kernel = Kernel()
        # The death of a child wakes the loop through this pair.
        self._woken, self._waking = socket.socketpair()
        for end in (self._woken, self._waking):
            end.setblocking(False)
        signal.set_wakeup_fd(self._waking.fileno(), warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the grader decides what Ctrl-C means

    def run(self) -> None:
        """Serve until the grader goes away; then nothing of it is left."""
        while self._grader.channel.fileno() in self._owners:
            waiting = [*(owner.channel for owner in self._owners.values()), self._woken]
            for ready in select.select(waiting, [], [], self._children.timeout)[0]:
                if ready is self._woken:
                    with contextlib.suppress(BlockingIOError):
                        self._woken.recv(4096)
                elif ready.fileno() in self._owners:
                    self._serve(self._owners[ready.fileno()])
            self._bury()
            self._children.look()
        for owner in list(self._owners.values()):
            self._end(owner)

    def _serve(self, owner: Owner) -> None:
        try:
            request, descriptors, _, _ = socket.recv_fds(owner.channel, MAX_PACKET, 1)
        except ConnectionResetError:
            request, descriptors = b"", []
        try:
            kind, _, detail = request.partition(b" ")
            match kind:
                case b"":
                    self._end(owner)
                case _ if kind == EXAMINER:
                    self._fork_examiner(owner, descriptors[0], Path(os.fsdecode(detail)))
                case _ if kind == STUDENT:
                    limits, _, folder = detail.partition(b" ")
                    self._fork_student(owner, descriptors[0], Path(os.fsdecode(folder)), json.loads(limits))
                case _ if kind == INTERRUPT:
                    if int(detail) in owner.children:
                        os.kill(int(detail), signal.SIGINT)
                    tell(owner, INTERRUPTED + b" " + detail)
                case _ if kind == KILL:
                    if int(detail) in owner.children:
                        self._children.kill(int(detail))
                case _:
                    self._serve_more(owner, kind, detail, descriptors)
        finally:
            for descriptor in descriptors:
                os.close(descriptor)

    def _serve_more(self, owner: Owner, kind: bytes, detail: bytes, descriptors: list[int]) -> None:
        """Requests of other kinds mean nothing to a fork server that grades."""

    def _fork_examiner(self, owner: Owner, job: int, folder: Path) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            try:
                child = os.fork()
            except OSError:  # the grader notices: nobody holds the other end of the job
                ours.close()
                return
            if child == 0:
                from autograder.engine.examiner import examine

                ours.close()
                last_words(
                    lambda: self._become_child(keep={job, theirs.fileno()}),
                    lambda: examine(self._shell, job, theirs, folder),
                )
        owner.children.add(child)
        self._owners[ours.fileno()] = Owner(ours, folder)

    def _fork_student(self, owner: Owner, channel: int, scratch: Path, limits: dict[str, int]) -> None:
        plan = self._plan and self._plan.limited_to(Limits(**limits))
        processor = self._children.processors.least_used()
        try:
            child = os.fork()
        except OSError as problem:
            tell(owner, REFUSED + f" {problem}".encode())
            return
        if child == 0:
            from autograder.engine.student import serve

            last_words(
                lambda: self._become_child(keep={channel}),
                lambda: self._confine(plan, scratch, channel, processor),
                lambda: serve(self._shell, channel),
            )
        owner.children.add(child)
        if plan is not None:
            self._children.watch(child, scratch, plan.confines, processor)
        tell(owner, STARTED + b" %d" % child)

    def _become_child(self, keep: set[int]) -> None:
        """Forget the server's business: a child hears no signals for it and holds none of its channels."""
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        self._kernel.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        for owner in self._owners.values():
            if owner.channel.fileno() not in keep:
                owner.channel.close()
        self._woken.close()
        self._waking.close()

    @staticmethod
    def _confine(plan: Plan | None, scratch: Path, channel: int, processor: int) -> None:
        if plan is not None:
            os.sched_setaffinity(0, {processor})
            plan.apply(scratch, keep=(channel,))
            return
        os.setsid()  # what it starts belongs to its group, and ends with it
        os.chdir(scratch)
        for standard in (1, 2):
            os.dup2(0, standard)  # /dev/null, not the grader's terminal

    def _bury(self) -> None:
        """Take note of ended children, and tell their owners how they ended."""
        for child, status, excess in self._children.bury():
            for owner in self._owners.values():
                if child in owner.children:
                    owner.children.discard(child)
                    if owner is not self._grader:
                        tell(owner, ENDED + f" {child} {status} {excess}".encode())

    def _end(self, owner: Owner) -> None:
        """Its channel is closed: end what was forked for it, and remove an examiner's folder if it could not."""
        self._owners.pop(owner.channel.fileno(), None)
        owner.channel.close()
        for child in owner.children:
            self._children.kill(child)
        for child in owner.children:
            self._children.wait_for(child)
        if owner is not self._grader:
            _remove(owner.folder)


def tell(owner: Owner, note: bytes) -> None:
    """Say something to an owner, who may have gone; never wait for it."""
    with contextlib.suppress(OSError):
        owner.channel.send(note[:MAX_PACKET], socket.MSG_DONTWAIT)


def _remove(folder: Path) -> None:
    with contextlib.suppress(OSError):  # it is gone already, or the grader will try once more
        remove(folder)


def last_words(*steps: Callable[[], None]) -> NoReturn:
    """Run what a child is for; it never returns into the server's loop."""
    status = 1
    try:
        for step in steps:
            step()
        status = 0
    except BaseException:  # noqa: BLE001 - whatever it is, it ends this process, and the grader finds it in the log
        with contextlib.suppress(BaseException):
            import traceback

            traceback.print_exc()
    finally:
        os._exit(status)


def main(kind: type[ForkServer] = ForkServer) -> None:
    """Serve the grader at the other end of the descriptor that the command line names.

    Args:
        kind: which fork server.

    The folder on the command line is removed at the end, also when the grader was killed before it could say anything.
    """
    grader, folder = socket.socket(fileno=int(sys.argv[1])), Path(sys.argv[2])
    try:
        _start(kind, grader, folder)
    except BrokenPipeError:
        pass  # the grader went away before it could hear that this has started
    finally:
        remove_at_last(folder)  # nobody comes after us


def _start(kind: type[ForkServer], grader: socket.socket, folder: Path) -> None:
    shell = preload()
    settings = json.loads(grader.recv(MAX_PACKET) or b"null")
    if settings is None:
        return  # the grader has gone already
    plan = None
    try:
        if settings["confined"]:
            folders = {name: tuple(map(Path, settings[name])) for name in ("hidden", "readable")}
            plan = prepare(Confines(**folders))
    except EngineError as problem:
        grader.send(REFUSED + f" {problem}".encode())
        return
    grader.send(STARTED)
    kind(shell, grader, folder, plan).run()


if __name__ == "__main__":
    main()
