# title: the process stops itself, so that nobody waits for it
# source: plausible
# assignment: logistic_regression
# question: worst_predictions
# stopped by: engine
# peers: no (it stops the kernel for ever)
# %% worst_predictions
import os, signal


def worst_predictions(model, X, y, k=5):
    os.kill(os.getpid(), signal.SIGSTOP)
