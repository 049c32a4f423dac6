# title: another process is forked, to answer or to outlive this one
# source: https://saligrama.io/blog/gradescope-autograder-security (a process that writes the results later)
# question: softmax
# stopped by: processes
# %% first
import ctypes, multiprocessing, os, subprocess, sys, time
library = ctypes.CDLL(None, use_errno=True)
ways = {
    "fork": os.fork,
    "forkpty": lambda: os.forkpty()[0],
    "vfork": lambda: library.syscall(58, 0) if os.uname().machine == "x86_64" else -1,
    "subprocess": lambda: subprocess.Popen(["/bin/sh", "-c", "sleep 1; touch @OUTSIDE@/later"]).pid,
    "spawn": lambda: os.posix_spawn("/bin/sh", ["sh", "-c", "touch @OUTSIDE@/spawn"], {}),
    "system": lambda: os.system("touch @OUTSIDE@/system") == 0 or -1,
    "python": lambda: subprocess.Popen([sys.executable, "-c", "open('@OUTSIDE@/python', 'w')"]).pid,
    "exec": lambda: os.execv("/bin/true", ["true"]),
    "fexecve": lambda: os.execve(os.open("/bin/true", os.O_RDONLY), ["true"], {}),
    "clone3": lambda: library.syscall(435, ctypes.create_string_buffer(88), 88),
}
for name, way in ways.items():
    try:
        if way() == -1:
            print(name, "refused")
            continue
        print("THROUGH", name)
    except (OSError, ValueError) as problem:
        print(name, type(problem).__name__)
