# title: containers that lie about their length and never end
# source: plausible
# assignment: logistic_regression
# question: worst_predictions
# stopped by: values
# peers: no (it may fill the memory)
# %% worst_predictions
import itertools


class Endless(list):
    def __len__(self):
        return 5

    def __iter__(self):
        return itertools.count()

    def __getitem__(self, key):
        return key

    def more(self):
        pass


def worst_predictions(model, X, y, k=5):
    return Endless()
