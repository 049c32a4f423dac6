# title: an endless loop that holds the interpreter
# source: plausible
# assignment: logistic_regression
# question: worst_predictions
# stopped by: engine
# peers: no (a bomb)
# %% worst_predictions
import re


def worst_predictions(model, X, y, k=5):
    re.fullmatch("(a+)+", "a" * 60 + "b")
