# title: outputs that show nothing, as many as fit into an answer, again in every cell
# source: plausible
# question: softmax
# stopped by: engine
# peers: no (it speaks to this project's own engine)
# %% first
empty = ("display_data", {"data": {"text/plain": ""}})
get_ipython().record.taken = lambda: [empty] * 33_000
