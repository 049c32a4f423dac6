# title: threads without end
# source: plausible
# question: softmax
# stopped by: watch
# peers: no (a bomb)
# %% last
import threading, time
for _ in range(5000):
    threading.Thread(target=time.sleep, args=[60], daemon=True).start()
    time.sleep(0.002)
print("THROUGH")
