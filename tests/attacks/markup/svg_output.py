# title: pictures that hold a script
# source: plausible
# question: logreg_reading
# stopped by: pages
# %% last
from IPython.display import publish_display_data
publish_display_data({"image/svg+xml": "<svg xmlns='http://www.w3.org/2000/svg' onload='pwned(1)'><script>pwned(2)</script></svg>"})
publish_display_data({"image/png": "x\" onerror=\"pwned(3)"})
publish_display_data({"image/jpeg": "'><script>pwned(4)</script>"})
publish_display_data({"application/pdf": "pwned(5)", "text/latex": "<script>pwned(6)</script>$\\href{javascript:pwned(7)}{x}$"})
