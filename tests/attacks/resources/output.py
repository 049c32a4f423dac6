# title: output without end
# source: plausible
# question: softmax
# stopped by: engine
# peers: no (a bomb)
# %% last
import os, sys, time
end = time.monotonic() + 1
while time.monotonic() < end:
    print("x" * 10**6)
    sys.stderr.write("y" * 10**6)
    os.write(1, b"z" * 10**5)
