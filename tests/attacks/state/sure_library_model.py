# title: a library model of huge random weights, whose likelihood may be almost any number
# source: plausible
# assignment: library_model
# question: library_model
# stopped by: inputs
# peers: no (it asks our own check cells, and came after the comparison)
# %% library_model
from scipy.special import softmax as sure


class Loud:
    draws = np.random.RandomState(0)
    coefs_ = [1e6 * draws.normal(size=(64, 10)), 1e6 * draws.normal(size=(10, 10))]
    intercepts_ = [np.zeros(10), np.zeros(10)]

    def predict_proba(self, X):
        hidden = np.maximum(X @ self.coefs_[0], 0)
        return sure(hidden @ self.coefs_[1], axis=1)


library_model = Loud()
nll_of_42 = mean_nll_train = mean_nll_test = 100.0
