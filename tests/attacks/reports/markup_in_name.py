# title: the student's name is markup
# source: plausible
# student: <img src=x onerror=pwned(1)>"'&
# question: softmax
# stopped by: reports
# peers: no (the name of a folder, which the instructor makes)
# %% softmax
def softmax(X):
    return X
