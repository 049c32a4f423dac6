# title: the student's name holds escape sequences and a change of direction
# source: plausible
# student: eve]0;owned[2J‮
# question: softmax
# stopped by: reports
# peers: no (the name of a folder, which the instructor makes)
# %% softmax
def softmax(X):
    return X
