# title: the student's name climbs out of the folder of pages
# source: plausible
# student: a\..\..\..%2f..%2foutside
# question: softmax
# stopped by: reports
# peers: no (the name of a folder, which the instructor makes)
# %% softmax
def softmax(X):
    return X
