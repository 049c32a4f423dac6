# title: thousands of displays of one name, and one update that makes each of them long
# source: plausible
# question: softmax
# stopped by: engine
# peers: no (it speaks to this project's own engine)
# %% first
here = {"metadata": {}, "transient": {"display_id": "here"}}
shown = ("display_data", {"data": {"text/plain": "a"}, **here})
get_ipython().record.taken = lambda: [shown] * 2_000 + [
    ("update_display_data", {"data": {"text/plain": "b" * 400_000}, **here})
]
