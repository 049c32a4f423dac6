# title: a display of JavaScript, and widgets
# source: plausible
# question: logreg_reading
# stopped by: pages
# %% last
%%javascript
pwned(1)
# %% last
from IPython.display import publish_display_data
publish_display_data({"application/javascript": "pwned(2)"})
publish_display_data({"text/javascript": "pwned(3)"})
publish_display_data({"application/vnd.jupyter.widget-view+json": {"model_id": "</script><script>pwned(4)</script>"}})
publish_display_data({"application/vnd.bokehjs_exec.v0+json": {}, "application/vnd.bokehjs_load.v0+json": "pwned(5)"})
