"""Memory, CPU time, threads, files and descriptors of a confined process end where they should."""

import signal

import pytest

from autograder.confinement import Confines

MIB = 2**20


def test_memory_ends_at_the_allowance(stand):
    """Within the allowance memory is there; beyond it comes MemoryError, and the process goes on."""

    def attack(facts):
        small = bytearray(40 * 2**20)
        try:
            return len(bytearray(100 * 2**20))
        except MemoryError:
            return len(small)

    assert stand.value(attack, memory_bytes=100 * MIB) == 40 * MIB


def test_what_the_fork_inherits_is_not_charged(own_stand):
    """A large parent leaves its child the same allowance."""

    def honest(facts):
        return len(bytearray(60 * 2**20))

    assert own_stand.value(honest, imports=["numpy"], memory_bytes=100 * MIB) == 60 * MIB


def test_cpu_time_ends_the_process(stand):
    """An endless loop ends by itself, even if the student's code ignores the signal and uses threads."""

    def attack(facts):
        import signal

        signal.signal(signal.SIGXCPU, signal.SIG_IGN)
        while True:
            pass

    assert stand.run(attack, cpu_seconds=1)["status"] == -signal.SIGKILL


def test_files_end_at_their_size(stand):
    """A file beyond the limit is an OSError that names the reason; holes and allocation count as size."""

    def attack(facts):
        import errno
        import os

        results = []
        with open("large", "wb", buffering=0) as file:
            for attempt in (
                lambda: [file.write(bytes(2**20)) for _ in range(3)],
                lambda: file.truncate(2**40),
                lambda: os.posix_fallocate(file.fileno(), 0, 2**30),
            ):
                try:
                    attempt()
                except OSError as problem:
                    results.append(errno.errorcode[problem.errno])
        return [results, os.stat("large").st_size]

    assert stand.value(attack, file_bytes=2 * MIB) == [["EFBIG"] * 3, 2 * MIB]


def test_descriptors_end_at_their_number(stand):
    """One descriptor more than allowed is an OSError."""

    def attack(facts):
        import os

        opened = 0
        try:
            while True:
                os.dup(0)
                opened += 1
        except OSError:
            return opened

    assert stand.value(attack, open_files=40) == 40 - 4


def test_limits_cannot_be_raised(stand):
    """Neither soft limits beyond the hard ones nor hard ones; lowering is one's own affair."""

    def attack(facts):
        import resource

        raised = []
        for name in ("AS", "CPU", "FSIZE", "NOFILE", "CORE", "MEMLOCK", "MSGQUEUE"):
            which = getattr(resource, f"RLIMIT_{name}")
            hard = resource.getrlimit(which)[1]
            for wanted in ((hard, hard + 1), (resource.RLIM_INFINITY, resource.RLIM_INFINITY)):
                try:
                    resource.setrlimit(which, wanted)
                    raised.append(name)
                except ValueError:
                    pass
        resource.setrlimit(resource.RLIMIT_NOFILE, (20, 20))
        return raised

    assert stand.value(attack) == []


def test_threads_are_counted(stand):
    """Honest threads work; too many end the process, and the watch says why."""

    def honest(facts):
        import threading
        from concurrent.futures import ThreadPoolExecutor

        barrier = threading.Barrier(20)
        with ThreadPoolExecutor(20) as pool:
            return sorted(pool.map(lambda x: barrier.wait() * 0 + x, range(20)))

    def attack(facts):
        import threading
        import time

        while True:
            try:
                threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
            except RuntimeError:
                time.sleep(1)

    assert stand.value(honest) == list(range(20))
    report = stand.run(attack)
    assert report["excess"] == "used more than 64 threads"
    assert report["status"] == -signal.SIGKILL


def test_sixty_threads_fit_into_the_memory(own_stand):
    """As many threads as are allowed start within the memory that is allowed."""

    def honest(facts):
        import threading

        barrier = threading.Barrier(61)
        for _ in range(60):
            threading.Thread(target=barrier.wait).start()
        barrier.wait()
        return True

    assert own_stand.value(honest)


def test_hiding_behind_a_dead_main_thread_ends_the_process(stand):
    """Without its main thread a process cannot be looked into; it is killed."""

    def attack(facts):
        import ctypes
        import os
        import threading
        import time

        threading.Thread(target=time.sleep, args=(60,)).start()
        end_of_thread = {"x86_64": 60, "aarch64": 93}[os.uname().machine]
        ctypes.CDLL(None).syscall(end_of_thread, 0)

    assert stand.run(attack)["excess"] == "ended its main thread, but not the others"


@pytest.mark.parametrize("field", ["memory_bytes", "cpu_seconds", "threads", "scratch_bytes", "open_files"])
@pytest.mark.parametrize("value", [0, -1, 1.5, True, float("nan")])
def test_limits_are_positive_whole_numbers(field, value):
    """Anything else is refused at once, by name."""
    with pytest.raises(ValueError, match=f"{field} is .*, expected a whole number of 1 or more"):
        Confines(**{field: value})
