# title: the memory and the descriptors of other processes are read by ptrace and its kin
# source: plausible
# question: softmax
# stopped by: processes
# peers: no (it stops its parent)
# %% first
import ctypes, os
library = ctypes.CDLL(None, use_errno=True)
vector = (ctypes.c_ulong * 2)(id(vector) if "vector" in globals() else 0, 16)
calls = {
    "attach": lambda: library.ptrace(16, os.getppid(), 0, 0),
    "seize": lambda: library.ptrace(0x4206, os.getppid(), 0, 0),
    "traceme": lambda: library.ptrace(0, 0, 0, 0),
    "readv": lambda: library.process_vm_readv(os.getppid(), vector, 1, vector, 1, 0),
    "writev": lambda: library.process_vm_writev(os.getppid(), vector, 1, vector, 1, 0),
    "pidfd_open": lambda: library.syscall(434, os.getppid(), 0),
    "pidfd_getfd": lambda: library.syscall(438, 3, 0, 0),
    "kcmp": lambda: library.syscall(312 if os.uname().machine == "x86_64" else 272, os.getppid(), os.getpid(), 0, 0, 0),
    "process_madvise": lambda: library.syscall(440, 3, 0, 0, 0, 0),
    "prlimit": lambda: library.prlimit(os.getppid(), 7, None, vector),
    "setpriority": lambda: library.setpriority(0, os.getppid(), 19),
    "affinity": lambda: library.sched_setaffinity(os.getppid(), 8, vector),
    "move_pages": lambda: library.syscall(279 if os.uname().machine == "x86_64" else 239, os.getppid(), 0, 0, 0, 0, 0),
}
for name, call in calls.items():
    print("THROUGH" if call() >= 0 else "refused", name)
