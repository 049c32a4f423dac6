# title: messages, names and tracebacks without end
# source: plausible
# question: softmax
# stopped by: reports
# %% softmax
Long = type("L" * 10**6, (Exception,), {})


def softmax(X):
    raise Long("m" * 10**7 + "\n" * 10**5)
# %% last
raise Long("m" * 10**7)
