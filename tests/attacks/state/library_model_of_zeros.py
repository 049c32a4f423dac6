# title: a library model that was never trained: with weights of zero, every likelihood is known
# source: plausible
# assignment: library_model
# question: library_model
# stopped by: inputs
# peers: no (it asks our own check cells, and came after the comparison)
# %% library_model
class Untrained:
    coefs_ = [np.zeros((64, 10)), np.zeros((10, 10))]
    intercepts_ = [np.zeros(10), np.zeros(10)]

    def predict_proba(self, X):
        return np.full((len(X), 10), 0.1)


library_model = Untrained()
nll_of_42 = mean_nll_train = mean_nll_test = float(np.log(10))
