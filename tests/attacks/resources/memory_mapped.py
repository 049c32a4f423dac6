# title: memory that is mapped, locked and made of holes
# source: plausible
# question: softmax
# stopped by: limits
# peers: no (a bomb)
# %% last
import ctypes, mmap, numpy
library = ctypes.CDLL(None, use_errno=True)
library.mmap.restype = ctypes.c_void_p
for size in (2**30, 2**40):
    for action in (lambda: mmap.mmap(-1, size), lambda: numpy.zeros(size, "u1"), lambda: mmap.mmap(-1, size, flags=1)):
        try:
            kept = action()
            print("THROUGH", size)
        except (OSError, MemoryError, ValueError, OverflowError) as problem:
            print(type(problem).__name__)
if library.mlockall(3) == 0:
    print("THROUGH mlockall")
