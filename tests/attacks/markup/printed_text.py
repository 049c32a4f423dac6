# title: printed text, also with escape sequences of terminals, is markup
# source: plausible
# question: logreg_reading
# stopped by: pages
# %% last
import sys
print("</pre><script>pwned(1)</script>")
print("\x1b[38;2;1;1;1'onclick='pwned(2)m<img src=x onerror=pwned(3)>\x1b[0m\x1b]8;;javascript:pwned(4)\x07x\x1b]8;;\x07")
print("<svg onload=pwned(5)>", file=sys.stderr)
"</pre><script>pwned(6)</script>"
