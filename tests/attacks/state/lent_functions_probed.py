# title: functions that the check lends are called at odd times, from other threads, and after the check
# source: plausible
# assignment: backprop_by_hand
# question: numerical_gradient
# stopped by: protocol
# peers: no (nothing is lent there)
# %% numerical_gradient
import threading
kept = []


def numerical_gradient(f, x, eps=1e-6):
    kept.append(f)
    for old in kept:
        for argument in (x, kept, f, None, old):
            try:
                old(argument)
            except Exception as problem:
                print(problem)
    thread = threading.Thread(target=lambda: f(x))
    thread.start()
    thread.join(0.2)
    return np.zeros(np.shape(x))
