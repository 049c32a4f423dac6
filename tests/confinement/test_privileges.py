"""A confined process has no privileges and cannot get any, also when the grader is root."""

import os
import signal

import pytest


def test_no_other_user_root_or_namespace(stand):
    """Changing user, root folder, mounts, host name, clock or namespaces is refused."""

    def attack(facts):
        import ctypes
        import os
        import time

        library = ctypes.CDLL(None, use_errno=True)
        calls = [
            lambda: os.setuid(0),
            lambda: os.setuid(65534),
            lambda: os.setgid(0),
            lambda: os.setgroups([0]),
            lambda: os.setresuid(0, 0, 0),
            lambda: os.chroot("."),
            lambda: time.clock_settime(time.CLOCK_REALTIME, 0),
        ]
        through = []
        for number, call in enumerate(calls):
            try:
                call()
                through.append(number)
            except PermissionError:
                pass
        results = [
            library.mount(b"none", b".", b"tmpfs", 0, None),
            library.umount2(b"/", 2),
            library.pivot_root(b".", b"."),
            *(library.unshare(flag) for flag in (0x10000000, 0x20000, 0x20000000, 0x40000000, 0x8000000)),
            library.setns(0, 0),
            library.sethostname(b"x", 1),
            library.swapoff(b"/"),
            library.reboot(0),
            library.personality(0x0040000),
            library.acct(None),
            library.klogctl(3, ctypes.create_string_buffer(10), 10),
        ]
        numbers = (428, 429, 430, 432, 442)  # open_tree, move_mount, fsopen, fsmount, mount_setattr
        results += [library.syscall(number, 0, 0, 0, 0, 0) for number in numbers]
        return [through, sorted(set(results))]

    assert stand.value(attack) == [[], [-1]]


def test_no_capabilities_are_left(stand):
    """`capget` shows that nothing is permitted, effective or inheritable, and `capset` is refused."""

    def attack(facts):
        import ctypes
        import struct

        library = ctypes.CDLL(None, use_errno=True)
        header = struct.pack("Ii", 0x20080522, 0)
        data = ctypes.create_string_buffer(24)
        got = library.capget(header, data)
        everything = struct.pack("6I", *[0xFFFFFFFF] * 6)
        return [got, data.raw == bytes(24), library.capset(header, everything)]

    assert stand.value(attack) == [0, True, -1]


def test_another_architectures_calls_end_the_process(own_stand):
    """Calls by the 32-bit gate have other numbers: on x86_64 the process is killed at the first."""
    if os.uname().machine != "x86_64":
        pytest.skip("written in machine code for x86_64")

    def attack(facts):
        import ctypes
        import mmap

        code = bytes.fromhex("b814000000cd80c3")  # mov eax, 20 (getpid there); int 0x80; ret
        memory = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
        memory.write(code)
        address = ctypes.addressof(ctypes.c_char.from_buffer(memory))
        return ctypes.CFUNCTYPE(ctypes.c_int)(address)()

    assert own_stand.run(attack)["status"] in (
        -signal.SIGSYS,
        -signal.SIGSEGV,
    )  # the latter without 32-bit support


def test_every_call_that_is_not_named_is_refused(own_stand):
    """All numbers but those of the policy, present and future ones and those of x32, are refused without being tried."""

    def attack(facts):
        import ctypes
        import errno

        from autograder.confinement.numbers import Machine
        from autograder.confinement.policy import RULES

        machine = Machine.here()
        named = {machine.numbers[name] for name in RULES if name in machine.numbers}
        library = ctypes.CDLL(None, use_errno=True)
        if machine.name == "x86_64":
            named |= {
                335,
                336,
            }  # uretprobe, uprobe: newer kernels pass them by all filters, to end whoever makes them
        through = []
        for number in (*range(600), *range(0x40000000, 0x40000000 + 600), 2**31 - 1):
            if number not in named:
                ctypes.set_errno(0)
                result = library.syscall(ctypes.c_long(number), 0, 0, 0, 0, 0, 0)
                if result != -1 or ctypes.get_errno() not in (errno.EPERM, errno.ENOSYS):
                    through.append(number)
        return through

    assert own_stand.value(attack) == []
