# title: thousands of errors, each with the longest name that an error may have
# source: plausible
# question: softmax
# stopped by: engine
# peers: no (it speaks to this project's own engine)
# %% first
error = ("error", {"ename": "E" * 4_000, "evalue": "e", "traceback": ["x"]})
get_ipython().record.taken = lambda: [error] * 4_000
