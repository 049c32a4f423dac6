# title: descriptors without end
# source: plausible
# question: softmax
# stopped by: limits
# peers: no (a bomb)
# %% last
import os
kept = []
try:
    for _ in range(5000):
        kept += os.pipe()
    print("THROUGH")
except OSError as problem:
    print(type(problem).__name__, len(kept))
finally:
    for descriptor in kept:
        os.close(descriptor)
