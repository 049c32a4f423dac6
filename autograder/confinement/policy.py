"""Which system calls student code may make: a list of the allowed ones, everything else is refused.

Refused calls fail with EPERM, which Python raises as `PermissionError`; calls newer than the tables fail with ENOSYS,
so that libraries fall back to older ones. What matters is not on the list: starting programs (`execve`), new processes
(`fork`), sockets, signals to others, tracing, reading other processes' memory, mounting, namespaces, System V and POSIX
queues and shared memory, keys, `bpf`, `perf_event_open`, `userfaultfd`, `io_uring`, handles of files, links, and
`memfd_create` (files without a name could not be measured).
"""

from __future__ import annotations

import errno

from autograder.confinement import bpf
from autograder.confinement.bpf import ALLOW, OWN_PID, Block, Program, answer, refuse, when_equal
from autograder.confinement.numbers import FIRST_UNKNOWN, Machine


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


#: Allowed whatever the arguments. Where paths are opened, Landlock decides.
ALLOWED = _names(
    """
    read write readv writev pread64 pwrite64 preadv pwritev preadv2 pwritev2 creat close
    lseek stat fstat lstat newfstatat statx access faccessat faccessat2 readlink readlinkat getdents getdents64
    getcwd chdir fchdir mkdir mkdirat rmdir unlink unlinkat rename renameat renameat2 ftruncate fallocate fadvise64
    readahead fsync fdatasync flock sendfile copy_file_range statfs fstatfs umask dup dup2 dup3

    pipe pipe2 select pselect6 poll ppoll epoll_create epoll_create1 epoll_ctl epoll_wait epoll_pwait epoll_pwait2
    eventfd eventfd2 timerfd_create timerfd_settime timerfd_gettime pause nanosleep clock_nanosleep alarm
    getitimer setitimer timer_create timer_settime timer_gettime timer_getoverrun timer_delete restart_syscall
    wait4 waitid

    brk mmap munmap mremap mprotect madvise msync get_mempolicy

    futex futex_waitv futex_wake futex_wait futex_requeue set_robust_list set_tid_address rseq membarrier
    sched_yield sched_getaffinity sched_getparam sched_getscheduler sched_get_priority_max sched_get_priority_min
    getcpu gettid exit exit_group

    rt_sigaction rt_sigprocmask rt_sigpending rt_sigsuspend rt_sigtimedwait rt_sigreturn sigaltstack
    signalfd signalfd4

    getpid getppid getuid geteuid getgid getegid getresuid getresgid getgroups getpgid getpgrp getsid getpriority
    getrlimit setrlimit getrusage times time gettimeofday clock_gettime clock_getres getrandom sysinfo uname capget

    recvfrom shutdown getsockname getpeername getsockopt
    """
)

#: Succeed without doing anything. Landlock does not guard modes and dates, and the files belong to the grader's user,
#: so these must not happen; but `shutil.copy` calls them, and an honest notebook must not lose points for it.
PRETENDED = ["chmod", "fchmod", "fchmodat", "fchmodat2", "utime", "utimes", "futimesat", "utimensat"]

#: Refused as if the file system had none of these attributes, which `shutil.copy2` takes calmly.
UNSUPPORTED = ["listxattr", "llistxattr", "flistxattr"]

#: Refused as unknown, because their arguments lie in memory that a filter cannot read: the C library falls back.
UNKNOWN = ["clone3", "openat2"]

_CLONE_FILES = 0x00000400
_CLONE_THREAD = 0x00010000
_CLONE_NEW_ANYTHING = (
    0x7E020080  # namespaces: NEWNS, NEWTIME, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET
)
_CLOSE_RANGE_UNSHARE = 2
_O_TRUNC = 0o1000
_O_ACCMODE = 0o3
_AF_UNIX = 1
_SOCK_STREAM = 1
_SOCK_TYPE_MASK = 0xF

#: fcntl commands, `asm-generic/fcntl.h`: duplicates, flags, locks, the size of a pipe. Not F_SETOWN, F_SETSIG,
#: F_NOTIFY, F_SETLEASE, which can have the kernel send signals to others.
_FCNTL = (0, 1, 2, 3, 4, 5, 6, 7, 1030, 1032, 36, 37, 38)

#: ioctl requests, `asm-generic/ioctls.h`: is it a terminal, its size, bytes waiting, blocking or not, close on exec.
_IOCTL = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)

#: prctl options, `linux/prctl.h`: names of threads and of memory, and questions. Not PR_SET_PDEATHSIG, PR_SET_DUMPABLE.
_PRCTL = (2, 3, 15, 16, 21, 23, 39, 0x53564D41)

_NO = answer(refuse(errno.EPERM))
_YES = answer(ALLOW)


def program(machine: Machine) -> Program:
    """The filter for a machine; `Program.code` completes it with the id of the process."""
    block = [bpf.load(bpf.ARCHITECTURE)]
    # Another architecture's calls (32-bit programs) have other numbers, so nothing is known about them.
    block += [(0x15, 1, 0, machine.audit), answer(bpf.KILL), bpf.load(bpf.NUMBER)]
    for name, then in RULES.items():
        if name in machine.numbers:
            block += when_equal(machine.numbers[name], then)
    block += bpf.when_at_least(FIRST_UNKNOWN, [answer(refuse(errno.ENOSYS))])
    return Program([*block, _NO])


def _rules() -> dict[str, Block]:
    """Name of a system call -> what to do with it. Each block ends with an answer."""
    rules: dict[str, Block] = {name: [_YES] for name in ALLOWED}
    rules |= {name: [answer(refuse(0))] for name in PRETENDED}
    rules |= {name: [answer(refuse(errno.ENOTSUP))] for name in UNSUPPORTED}
    rules |= {name: [answer(refuse(errno.ENOSYS))] for name in UNKNOWN}
    rules |= {
        name: _own_process() for name in ("kill", "tkill", "tgkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo")
    }
    rules |= {
        "open": _open(1),
        "openat": _open(2),
        "clone": _thread(),
        "close_range": _close_range(),
        "fcntl": _one_of(1, _FCNTL, errno.EPERM),
        "ioctl": _one_of(1, _IOCTL, errno.ENOTTY),
        "prctl": _one_of(0, _PRCTL, errno.EPERM),
        "prlimit64": [bpf.load(bpf.low(0)), *when_equal(0, [_YES]), *when_equal(OWN_PID, [_YES]), _NO],
        "socketpair": _pair(),
        # Without an address: data goes to the other end and nowhere else.
        "sendto": [bpf.load(bpf.low(4)), *_unless_zero(), bpf.load(bpf.high(4)), *_unless_zero(), _YES],
    }
    return rules


def _own_process() -> Block:
    """Only if the first argument is this process: `os.kill(os.getpid(), ...)`, `abort`, but no group and no other."""
    return [bpf.load(bpf.low(0)), *when_equal(OWN_PID, [_YES]), _NO]


def _thread() -> Block:
    """Threads only: a second process would double every limit, and could outlive the first.

    They share the table of open files, in which the watch looks for deleted ones.
    """
    needed = _CLONE_THREAD | _CLONE_FILES
    return [
        bpf.load(bpf.low(0)),
        *bpf.when_any_bit(_CLONE_NEW_ANYTHING, [_NO]),
        bpf.keep_bits(needed),
        *when_equal(needed, [_YES]),
        _NO,
    ]


def _close_range() -> Block:
    """Not with a table of open files of its own, see `_thread`."""
    return [bpf.load(bpf.low(2)), *bpf.when_any_bit(_CLOSE_RANGE_UNSHARE, [_NO]), _YES]


def _open(argument: int) -> Block:
    """Not read-only and truncating at once, which Landlock takes for mere reading before ABI 3."""
    flags = [bpf.load(bpf.low(argument)), bpf.keep_bits(_O_TRUNC | _O_ACCMODE)]
    return [*flags, *when_equal(_O_TRUNC, [_NO]), _YES]


def _pair() -> Block:
    """A pair of stream sockets reaches nothing but its own ends (asyncio needs one); datagrams could be addressed."""
    kind = [bpf.load(bpf.low(1)), bpf.keep_bits(_SOCK_TYPE_MASK), *when_equal(_SOCK_STREAM, [_YES])]
    return [bpf.load(bpf.low(0)), *when_equal(_AF_UNIX, kind), _NO]


def _one_of(argument: int, values: tuple[int, ...], otherwise: int) -> Block:
    block = [bpf.load(bpf.low(argument))]
    for value in values:
        block += when_equal(value, [_YES])
    return [*block, answer(refuse(otherwise))]


def _unless_zero() -> Block:
    return [(0x15, 1, 0, 0), _NO]


#: Name of a system call -> what to do with it.
RULES = _rules()
