# title: a fork bomb
# source: plausible
# question: softmax
# stopped by: processes
# peers: no (a bomb)
# %% last
import os
for _ in range(100):
    try:
        if os.fork() == 0:
            os._exit(0)
        print("THROUGH")
        break
    except OSError as problem:
        pass
