# title: SystemExit(0) from a cell and from a check, and exit handlers
# source: https://gradema.readthedocs.io/en/latest/develop/assignment/security.html (early exit)
# question: softmax
# stopped by: engine
# %% softmax
import atexit
import sys
atexit.register(lambda: open("@OUTSIDE@/atexit", "w").write("x"))


def softmax(X):
    sys.exit(0)
# %% last
exit()
quit()
raise SystemExit(0)
