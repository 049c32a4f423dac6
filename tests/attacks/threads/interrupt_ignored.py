# title: the interrupt is ignored, and the cell sleeps for ever
# source: plausible
# assignment: logistic_regression
# question: worst_predictions
# stopped by: engine
# peers: no (it hangs the kernel)
# %% worst_predictions
import signal, time


def worst_predictions(model, X, y, k=5):
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 32))
    while True:
        try:
            time.sleep(100)
        except BaseException:
            pass
