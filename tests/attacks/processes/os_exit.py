# title: the process ends itself with status 0 while a check is asking
# source: https://gradema.readthedocs.io/en/latest/develop/assignment/security.html (early exit)
# question: softmax
# stopped by: engine
# %% softmax
import os


def softmax(X):
    os._exit(0)
