"""Confining a forked process: all that can be done once is done in the parent, the rest in the child.

    use_threads()                                              # in the process that forks, before its imports
    plan = prepare(Confines(hidden=(course, Path.home())))     # once, after its imports
    with scratch_folder() as scratch:                          # for each submission
        pid = os.fork()
        if pid == 0:
            plan.apply(scratch, keep=(requests, answers))      # student code may run from here on
            ...
        watch = Watch(pid, scratch, confines)                  # the parent looks, waits, and kills

The parent must have one thread only, and fork from its main thread: the child dies with the thread that forked it.
"""

from __future__ import annotations

import contextlib
import os
import platform
import signal
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from autograder.confinement import landlock, policy
from autograder.confinement.bpf import Program
from autograder.confinement.confines import Confines
from autograder.confinement.installation import (
    NULL,
    READABLE_DEVICES,
    environment,
    exposed,
    outermost,
    readable_paths,
)
from autograder.confinement.kernel import PR_SET_DUMPABLE, PR_SET_NO_NEW_PRIVS, PR_SET_PDEATHSIG, Kernel
from autograder.confinement.limits import inherited_address_space, limit
from autograder.confinement.memory import make_private, shared_spans
from autograder.confinement.numbers import Machine
from autograder.errors import EngineError
from autograder.limits import Limits

_LARGEST_DESCRIPTOR = 0xFFFFFFFF


@dataclass(frozen=True)
class Plan:
    """Everything that `apply` needs, ready before the fork. Close it in the parent when no more will be forked.

    Attributes:
        confines: the limits.
        kernel: makes the system calls.
        machine: the processor architecture.
        abi: which Landlock to use, 0 for none.
        program: the filter for system calls, None for none.
        grants: descriptor (opened with `O_PATH`), rights and whether it is a folder, of each readable path.
        shared: memory that a fork shares with its parent, start and end of each piece.
        parent: id of the process that prepared.
    """

    confines: Confines
    kernel: Kernel
    machine: Machine
    abi: int
    program: Program | None
    grants: tuple[tuple[int, int, bool], ...]
    shared: tuple[tuple[int, int], ...]
    parent: int

    def apply(self, scratch: Path, keep: Iterable[int] = ()) -> None:
        """Confine this process, a child of the one that prepared, for ever. Student code may run afterwards.

        It becomes the leader of a session without a terminal, dies with its parent, shares no memory with it, works in
        the scratch folder (current, home and temporary folder), and has no descriptor open but those that are kept.
        Those of 0, 1 and 2 that are not kept lead to `/dev/null`.

        Args:
            scratch: the folder that it may write, made for it alone.
            keep: descriptors that stay open.

        Raises:
            EngineError: if the process has other threads, or is no child of the process that prepared.
            OSError: if the kernel refuses. End the process then: it may be confined by half.
        """
        self._become_expendable()
        make_private(self.kernel, self.machine.numbers["mmap"], self.shared)
        inherited = inherited_address_space()
        descriptor = os.open(scratch, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
        self._settle_in(scratch)
        if self.abi:
            grants = (*self.grants, (descriptor, landlock.WORK, True))
            landlock.restrict(self.kernel, self.machine.numbers, self.abi, grants)
        self._close_all_but(keep)
        limit(self.confines, inherited)
        if self.program is not None:
            self._filter(self.program)

    def limited_to(self, limits: Limits) -> Self:
        """The same plan with other limits; it shares the descriptors."""
        return replace(self, confines=self.confines.within(limits))

    def close(self) -> None:
        """Close the descriptors of the readable paths."""
        for descriptor, _, _ in self.grants:
            os.close(descriptor)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _become_expendable(self) -> None:
        """Die with the parent, hear nothing of its terminal, have no privileges, and let the parent look at it."""
        threads = len(os.listdir("/proc/self/task"))
        if threads != 1:
            raise EngineError(
                f"a process with {threads} threads cannot be confined; fork from one with a single thread"
            )
        if os.getpid() == self.parent:
            raise EngineError("the process that prepared the confinement cannot be confined; fork first")
        os.setsid()
        self.kernel.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != self.parent:  # it has died already, or somebody else forked
            raise EngineError(f"process {self.parent}, which prepared the confinement, is not the parent")
        with contextlib.suppress(OSError):  # a courtesy: if the machine runs out of memory, this goes first
            Path("/proc/self/oom_score_adj").write_text("1000")
        # Without capabilities root is bound by limits and modes like everyone. The user stays the same: another one
        # could not read an interpreter below /root, and nothing here relies on users being different.
        self.kernel.drop_capabilities(self.machine.numbers["capset"])
        self.kernel.prctl(PR_SET_NO_NEW_PRIVS, 1)
        # The parent, of the same user, must be able to measure deleted files (`Watch`); a shielded parent's children
        # would start without. Other confined processes are kept out by their own filters.
        self.kernel.prctl(PR_SET_DUMPABLE, 1)

    @staticmethod
    def _settle_in(scratch: Path) -> None:
        os.chdir(scratch)
        os.umask(0o077)
        wanted = environment(dict(os.environ), scratch)
        for name in set(os.environ) - set(wanted):
            del os.environ[name]
        os.environ.update(wanted)
        tempfile.tempdir = str(scratch)

    def _close_all_but(self, keep: Iterable[int]) -> None:
        kept = sorted(set(keep))
        null = os.open(NULL, os.O_RDWR)
        for standard in {0, 1, 2}.difference(kept):
            if standard != null:
                os.dup2(null, standard)
        first = 3
        for descriptor in [item for item in kept if item >= first] + [_LARGEST_DESCRIPTOR + 1]:
            if first < descriptor:
                self.kernel.call(self.machine.numbers["close_range"], first, descriptor - 1, 0)
            first = descriptor + 1

    def _filter(self, program: Program) -> None:
        """Install the filter. Nothing that it refuses can be done afterwards, so it comes last."""
        self.kernel.install_filter(self.machine.numbers["seccomp"], program.code(os.getpid()), len(program))


def prepare(confines: Confines, *, partly: bool = False) -> Plan:
    """Get ready to confine children of this process. Call it when all libraries are imported.

    Args:
        confines: the limits.
        partly: do with what the kernel offers, for finding out what it lacks (`probe`). Never for grading.

    Returns:
        The plan; `apply` it in each child.

    Raises:
        EngineError: if this machine cannot confine, a hidden folder lies inside one that must be readable, or this
            process has much shared memory.
    """
    machine = Machine.here()
    if machine is None:
        raise EngineError(
            f"student code can be confined on Linux on x86_64 or aarch64, not on {platform.system()} {platform.machine()}"
        )
    kernel = Kernel()
    abi = landlock.version(kernel, machine.numbers)
    if not abi and not partly:
        raise EngineError(
            "this kernel offers no Landlock, without which student code can read all files; `autograder doctor` says more"
        )
    filters = kernel.has_filters(machine.numbers["seccomp"])
    if not filters and not partly:
        raise EngineError(
            "this kernel offers no seccomp filters, without which student code can reach the network and other "
            "processes; `autograder doctor` says more"
        )
    if missing := [path for path in confines.readable if not path.exists()]:
        raise EngineError(f"{missing[0]} is to be readable for student code, but does not exist")
    readable = outermost((*readable_paths(), *(path.resolve() for path in confines.readable)))
    if found := exposed(readable, confines.hidden):
        raise EngineError(
            f"{found[0]} must be hidden from student code, but lies inside {found[1]}, which it must read; move it"
        )
    program = policy.program(machine) if filters else None
    return Plan(confines, kernel, machine, abi, program, _grants(readable), shared_spans(), os.getpid())


def _grants(readable: Iterable[Path]) -> tuple[tuple[int, int, bool], ...]:
    rights = dict.fromkeys((*readable, *READABLE_DEVICES), landlock.READ)
    rights[NULL] |= landlock.WRITE_FILE | landlock.TRUNCATE
    grants = []
    for path, allowed in rights.items():
        if path.exists():
            descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
            grants.append((descriptor, allowed, path.is_dir()))
    return tuple(grants)
