# title: the name and the text of an exception are markup
# source: plausible
# question: softmax
# stopped by: pages
# %% softmax
Evil = type("<img src=x onerror=pwned(1)>", (Exception,), {})


def softmax(X):
    raise Evil("<script>pwned(2)</script>")
# %% last
raise Evil("</pre></div><script>pwned(3)</script>\x1b[31m<b onclick=pwned(4)>\x1b[0m")
