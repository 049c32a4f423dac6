# title: the main thread ends and the others go on
# source: plausible
# assignment: logistic_regression
# question: worst_predictions
# stopped by: watch
# peers: no (it hangs the kernel)
# %% worst_predictions
import ctypes, threading, time


def worst_predictions(model, X, y, k=5):
    threading.Thread(target=lambda: time.sleep(60)).start()
    ctypes.CDLL(None).syscall(60 if __import__("os").uname().machine == "x86_64" else 93, 0)
