"""A confined process starts nothing, disturbs nobody, and ends with its parent."""

import os
import signal
import subprocess
import sys
import textwrap
import time

import pytest


@pytest.mark.parametrize("abi", [1, 7])
def test_starts_no_program(stand, abi):
    """Programs of the system, of the scratch folder and from memory are refused, with an error that says so."""

    def attack(facts):
        import os
        import subprocess

        with open("script", "w") as file:
            file.write("#!/bin/sh\n")
        os.chmod("script", 0o755)
        attempts = [
            lambda: subprocess.run(["ls"], check=False),
            lambda: subprocess.run("ls", shell=True, check=False),
            lambda: os.execv("/bin/ls", ["ls"]),
            lambda: os.execv(os.path.abspath("script"), ["script"]),
            lambda: os.posix_spawn("/bin/ls", ["ls"], {}),
            lambda: os.execve(os.open("/usr/lib", os.O_RDONLY), ["x"], {}),
            lambda: os.memfd_create("program"),
            lambda: os.popen("ls").read(),
        ]
        through = []
        for number, attempt in enumerate(attempts):
            try:
                attempt()
                through.append(number)
            except PermissionError:
                pass
        if os.system("true") == 0:
            through.append("system")
        return through

    assert stand.value(attack, abi=abi) == []


def test_starts_no_process(stand):
    """Forking, by the C library or by hand, is refused: no bomb, no daemon, nothing that could be left behind."""

    def attack(facts):
        import ctypes
        import multiprocessing
        import os

        library = ctypes.CDLL(None, use_errno=True)
        attempts = [
            os.fork,
            os.forkpty,
            lambda: multiprocessing.get_context("fork").Process(target=int).start(),
        ]
        through = []
        for number, attempt in enumerate(attempts):
            try:
                attempt()
                through.append(number)
            except PermissionError:
                pass
        numbers = {"x86_64": (56, 57, 58, 435), "aarch64": (220, 435)}[os.uname().machine]
        for number in numbers:
            if library.syscall(number, 17, 0, 0, 0, 0) != -1:
                through.append(number)
        return through

    assert stand.value(attack) == []


def test_signals_nobody_but_itself(stand):
    """No signal reaches the grader, its group, everyone or a random process; one's own signals work."""

    def attack(facts):
        import ctypes
        import fcntl
        import os
        import signal

        caught = []
        signal.signal(signal.SIGUSR1, lambda *_: caught.append("own"))
        os.kill(os.getpid(), signal.SIGUSR1)
        signal.raise_signal(signal.SIGUSR1)
        library = ctypes.CDLL(None, use_errno=True)
        parent = facts["parent"]
        attempts = [
            lambda: os.kill(parent, 0),
            lambda: os.kill(parent, signal.SIGKILL),
            lambda: os.kill(-1, signal.SIGKILL),
            lambda: os.kill(0, signal.SIGTERM),
            lambda: os.killpg(os.getpgid(parent), signal.SIGKILL),
            lambda: os.kill(1, 0),
            lambda: os.pidfd_open(parent),
            lambda: fcntl.fcntl(2, fcntl.F_SETOWN, parent),
            lambda: fcntl.fcntl(2, fcntl.F_SETSIG, signal.SIGKILL),
        ]
        for number, attempt in enumerate(attempts):
            try:
                attempt()
                caught.append(number)
            except PermissionError:
                pass
        if library.tgkill(parent, parent, 9) != -1:
            caught.append("tgkill")
        if library.sigqueue(parent, 9, None) != -1:
            caught.append("sigqueue")
        return caught

    assert stand.value(attack) == ["own", "own"]


def test_traces_nobody(stand):
    """Neither ptrace nor reading or writing memory or copying descriptors of the grader works."""

    def attack(facts):
        import ctypes
        import os

        library = ctypes.CDLL(None, use_errno=True)
        parent = facts["parent"]
        memory = ctypes.create_string_buffer(64)
        vector = (ctypes.c_void_p * 2)(ctypes.addressof(memory), 64)
        results = [
            library.ptrace(16, parent, None, None),
            library.ptrace(0x4206, parent, None, None),
            library.process_vm_readv(parent, vector, 1, vector, 1, 0),
            library.process_vm_writev(parent, vector, 1, vector, 1, 0),
            library.syscall(438, 3, 0, 0),  # pidfd_getfd
            library.syscall(440, 3, vector, 1, 20, 0),  # process_madvise
        ]
        numbers = {"x86_64": (312, 298, 321, 323, 250), "aarch64": (272, 241, 280, 282, 219)}[
            os.uname().machine
        ]
        # kcmp, perf_event_open, bpf, userfaultfd, keyctl; io_uring_setup has one number everywhere
        results += [library.syscall(number, 0, 0, 0, 0, 0) for number in (*numbers, 425)]
        return [results, [os.strerror(1)] == [os.strerror(ctypes.get_errno())]]

    assert stand.value(attack) == [[-1] * 12, True]


def test_slows_nobody_down(stand):
    """The priority, processors and limits of other processes of the same user stay as they are."""

    def attack(facts):
        import os
        import resource

        parent = facts["parent"]
        attempts = [
            lambda: os.setpriority(os.PRIO_PROCESS, parent, 19),
            lambda: os.setpriority(os.PRIO_USER, 0, 19),
            lambda: os.sched_setaffinity(parent, {0}),
            lambda: os.sched_setscheduler(parent, os.SCHED_IDLE, os.sched_param(0)),
            lambda: resource.prlimit(parent, resource.RLIMIT_CPU, (1, 1)),
            lambda: os.setpgid(0, os.getpgid(parent)),
            lambda: os.setsid(),
            lambda: os.sync(),
        ]
        through = []
        for number, attempt in enumerate(attempts):
            try:
                attempt()
                through.append(number)
            except PermissionError:
                pass
        return through

    assert stand.value(attack) in ([], [7])  # sync(2) has no way to say that it was refused


def test_dies_with_its_parent(tmp_path):
    """A confined process, and every thread of it, ends at once when the process that forked it is killed."""
    program = """
        import os, signal, sys, threading, time
        from pathlib import Path
        from autograder.confinement import Confines, prepare
        plan = prepare(Confines())
        read, write = os.pipe()
        pid = os.fork()
        if pid == 0:
            plan.apply(Path(sys.argv[1]), keep=(write,))
            for number in range(1, 65):
                if number not in (signal.SIGKILL, signal.SIGSTOP, 32, 33):
                    signal.signal(number, signal.SIG_IGN)
            threading.Thread(target=time.sleep, args=(600,)).start()
            os.write(write, b"x")
            time.sleep(600)
        os.read(read, 1)
        print(pid, flush=True)
        time.sleep(600)
    """
    command = [sys.executable, "-c", textwrap.dedent(program), str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:
        pid = int(parent.stdout.readline())
        os.kill(pid, 0)
        parent.kill()
    deadline = time.monotonic() + 20
    while _alive(pid):
        assert time.monotonic() < deadline, "the confined process outlived its parent"
        time.sleep(0.01)


def _alive(pid):
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_death_signal_cannot_be_switched_off(stand):
    """`PR_SET_PDEATHSIG` and `PR_SET_DUMPABLE`, by which the parent keeps hold of the process, are refused."""

    def attack(facts):
        import ctypes

        library = ctypes.CDLL(None, use_errno=True)
        return [library.prctl(option, 0, 0, 0, 0) for option in (1, 4)] + [
            library.prctl(15, b"name", 0, 0, 0)
        ]

    assert stand.value(attack) == [-1, -1, 0]


def test_killing_itself_is_told(stand):
    """A process that kills itself ends with that signal; the parent sees it in the status."""

    def attack(facts):
        import os

        os.kill(os.getpid(), 9)

    assert stand.run(attack)["status"] == -signal.SIGKILL


def test_a_process_with_threads_is_not_confined():
    """Threads that exist before would stay free, so such a process is refused."""
    program = """
        import os, threading, time
        from pathlib import Path
        from autograder.confinement import Confines, prepare
        plan = prepare(Confines())
        if os.fork() == 0:
            threading.Thread(target=time.sleep, args=(1,)).start()
            try:
                plan.apply(Path("."))
            except Exception as problem:
                print(problem)
        else:
            os.wait()
            try:
                plan.apply(Path("."))
            except Exception as problem:
                print(problem)
    """
    finished = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)], capture_output=True, text=True, check=True
    )
    assert finished.stdout.splitlines() == [
        "a process with 2 threads cannot be confined; fork from one with a single thread",
        "the process that prepared the confinement cannot be confined; fork first",
    ]


def test_no_memory_is_shared_with_the_parent(tmp_path):
    """A lock or a map that a library made before the fork is a private copy: nobody else sees it taken or changed."""
    program = """
        import mmap, multiprocessing, os, sys
        from pathlib import Path
        from autograder.confinement import Confines, prepare
        lock, memory = multiprocessing.Lock(), mmap.mmap(-1, 4096)
        memory[:3] = b"old"
        with prepare(Confines()) as plan:
            if os.fork() == 0:
                plan.apply(Path(sys.argv[1]), keep=(1, 2))
                print(lock.acquire(), bytes(memory[:3]), flush=True)
                memory[:3] = b"new"
                os._exit(0)
            os.wait()
            print(lock.acquire(block=False), bytes(memory[:3]))
    """
    command = [sys.executable, "-c", textwrap.dedent(program), str(tmp_path)]
    finished = subprocess.run(command, capture_output=True, text=True, check=True)
    assert finished.stdout.splitlines() == ["True b'old'", "True b'old'"]


def test_fifty_submissions_leave_nothing_behind(tmp_path):
    """No process, descriptor, folder or memory is left of those that ended, were killed, or crashed."""
    program = """
        import os, signal, sys
        from pathlib import Path
        from autograder.confinement import Confines, prepare, scratch_folder
        def state():
            resident = int(open("/proc/self/statm").read().split()[1]) * 4096
            return len(os.listdir("/proc/self/fd")), len(os.listdir(sys.argv[1])), resident
        with prepare(Confines()) as plan:
            for number in range(50):
                with scratch_folder(Path(sys.argv[1])) as scratch:
                    pid = os.fork()
                    if pid == 0:
                        plan.apply(scratch)
                        os.makedirs("a/b")
                        Path("a/file").write_bytes(bytes(100_000))
                        os.kill(os.getpid(), (0, signal.SIGKILL, signal.SIGSEGV)[number % 3])
                        os._exit(0)
                    os.waitpid(pid, 0)
                if number == 9:
                    before = state()
            after = state()
        print(before[:2] == after[:2], after[2] - before[2] < 1_000_000)
    """
    command = [sys.executable, "-c", textwrap.dedent(program), str(tmp_path)]
    finished = subprocess.run(command, capture_output=True, text=True, check=True)
    assert finished.stdout.split() == ["True", "True"]
    assert list(tmp_path.iterdir()) == []
