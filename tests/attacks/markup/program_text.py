# title: the program itself is markup
# source: plausible
# question: logreg_reading
# stopped by: pages
# %% last
# </pre></div><script>pwned(1)</script>
x = "<img src=x onerror=pwned(2)>"  # --><svg onload=pwned(3)>
