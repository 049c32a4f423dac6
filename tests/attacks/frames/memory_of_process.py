# title: the whole memory of the process is searched through ctypes and /proc/self/mem
# source: plausible
# question: softmax
# stopped by: files
# %% last
import ctypes
import sys
for path in ("/proc/self/mem", "/proc/self/maps", "/proc/self/pagemap"):
    try:
        print("THROUGH", path, open(path, "rb").read(10))
    except OSError as problem:
        print(type(problem).__name__)
something = b"QUOKKA" + b"-own"
print("LOOT", ctypes.string_at(id(something), sys.getsizeof(something)))
around = ctypes.string_at(id(something) - 1024, 4096)
print("LOOT", [around[at : at + 40] for at in range(4096) if around[at : at + 6] == b"QUOKKA"])
