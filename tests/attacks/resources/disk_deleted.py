# title: the disk is filled with files that have no name any more
# source: plausible
# question: softmax
# stopped by: watch
# peers: no (a bomb)
# %% last
import os
kept = []
while True:
    kept.append(open("file", "wb"))
    kept[-1].write(bytes(2**21))
    kept[-1].flush()
    os.unlink("file")
