# title: threads, timers and finalizers that act when the submission is over
# source: https://saligrama.io/blog/gradescope-autograder-security
# question: softmax
# stopped by: processes
# %% last
import atexit, os, threading, time, weakref


def later():
    for _ in range(100):
        time.sleep(0.05)
        try:
            open("@OUTSIDE@/bomb", "w").write("x")
        except OSError:
            pass


class Last:
    def __del__(self):
        later()


last = Last()
weakref.finalize(last, later)
atexit.register(later)
threading._register_atexit(later)
for _ in range(5):
    threading.Thread(target=later).start()
