# title: names of classes, attributes and functions, which messages quote, are markup
# source: plausible
# assignment: logistic_regression
# question: logreg_grad
# stopped by: pages
# %% logreg_grad
class LogisticRegression:
    def __init__(self, *a):
        setattr(self, "<script>pwned(1)</script>", 1)

    def __getattr__(self, name):
        raise type("<script>pwned(2)</script>", (Exception,), {})("<script>pwned(3)</script>")


LogisticRegression.__name__ = LogisticRegression.__qualname__ = "<script>pwned(4)</script>"
