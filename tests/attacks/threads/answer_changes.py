# title: a thread changes the result while it is read
# source: plausible
# question: softmax
# stopped by: values
# %% softmax
import threading, time
results = []


def change():
    while True:
        for result in results[-3:]:
            result[:] = [float(len(results))] * (1 + len(results) % 3)


threading.Thread(target=change, daemon=True).start()


def softmax(X):
    results.append([0.0] * len(X))
    return results[-1]
