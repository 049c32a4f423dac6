# title: a display of Markdown with a script in it
# source: plausible
# question: logreg_reading
# stopped by: pages
# %% last
from IPython.display import Markdown, display
display(Markdown("<script>pwned(1)</script> [click](javascript:pwned(2)) ![x](x\" onerror=\"pwned(3))"))
display(Markdown("<a href=\"java\tscript:pwned(4)\">x</a> [x]: javascript:pwned(5)\n\n[y][x] <javascript:pwned(6)>"))
