# title: a crash on purpose, for a core file or for a verdict that is lost
# source: plausible
# question: softmax
# stopped by: engine
# %% softmax
import ctypes, faulthandler, resource
faulthandler.enable(open("crash.txt", "w"))
try:
    resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    print("THROUGH")
except (ValueError, OSError) as problem:
    print(type(problem).__name__)


def softmax(X):
    ctypes.string_at(0)
