# title: memory without end
# source: plausible
# question: softmax
# stopped by: limits
# peers: no (a bomb)
# %% last
hoard = []
try:
    while True:
        hoard.append(bytearray(2**24))
finally:
    size = len(hoard)
    hoard.clear()
    print("THROUGH" if size > 100 else "stopped", size)
