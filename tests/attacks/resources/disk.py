# title: the disk is filled
# source: plausible
# question: softmax
# stopped by: watch
# peers: no (a bomb)
# %% last
import os
for number in range(10**6):
    try:
        with open(f"file-{number}", "wb") as file:
            file.write(bytes(2**20))
    except OSError as problem:
        print(type(problem).__name__)
        break
