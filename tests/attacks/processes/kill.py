# title: the grader, its group and all processes of the user are killed
# source: plausible
# question: softmax
# stopped by: processes
# peers: no (it kills)
# %% first
import os, signal
for kill in (os.kill, os.killpg):
    for number in (os.getppid(), os.getppid() + 1, 1, 0, -1):
        if number != os.getpid() and not (kill is os.kill and number == 0 and False):
            for what in (0, signal.SIGTERM, signal.SIGKILL, signal.SIGSTOP):
                try:
                    kill(number, what)
                    print("THROUGH", number, what)
                except OSError as problem:
                    print(type(problem).__name__)
try:
    signal.pidfd_send_signal(os.pidfd_open(os.getppid()), signal.SIGKILL)
    print("THROUGH pidfd")
except OSError as problem:
    print(type(problem).__name__)
