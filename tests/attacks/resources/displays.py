# title: displays without end, and one that is larger than all
# source: plausible
# question: softmax
# stopped by: engine
# peers: no (a bomb)
# %% last
from IPython.display import display, publish_display_data
publish_display_data({"text/plain": "x" * 10**7, "text/html": "y" * 10**7})
for number in range(3000):
    publish_display_data({"text/plain": "z" * 100}, metadata={"a" * 100: "b" * 100}, transient={"display_id": str(number)})
