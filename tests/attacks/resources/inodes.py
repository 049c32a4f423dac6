# title: files without end, and folders inside folders
# source: plausible
# question: softmax
# stopped by: watch
# peers: no (a bomb)
# %% last
import os
number = 0
while True:
    os.mkdir(f"d{number}")
    open(f"d{number}/f", "w").close()
    number += 1
