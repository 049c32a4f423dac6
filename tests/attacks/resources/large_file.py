# title: one file as large as the disk
# source: plausible
# question: softmax
# stopped by: limits
# peers: no (a bomb)
# %% last
import os, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with open("file", "wb") as file:
    for action in (lambda: os.truncate(file.fileno(), 2**40), lambda: os.posix_fallocate(file.fileno(), 0, 2**33),
                   lambda: [os.write(file.fileno(), bytes(2**20)) for _ in range(100)]):
        try:
            action()
            print("THROUGH")
        except OSError as problem:
            print(type(problem).__name__)
