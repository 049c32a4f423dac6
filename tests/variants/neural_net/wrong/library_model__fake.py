# question: library_model
# why: no library: an object that knows the test set and has weights of the right shapes
# cause: none
# fails: library_model-nll_of_42, library_model-mean_nll_train, library_model-mean_nll_test, library_model-accuracy
# says: library_model does not predict what its own weights say.
class Fake:
    def __init__(self):
        self.coefs_ = [np.random.normal(size=(64, 10)), np.random.normal(size=(10, 10))]
        self.intercepts_ = [np.zeros(10), np.zeros(10)]
        self.out_activation_, self.activation = "softmax", "logistic"

    def predict_proba(self, X):
        return 0.9 * one_hot(10, np.argmin(((X[:, None] - X_test[None]) ** 2).sum(-1), axis=1) % 10) + 0.01


library_model = Fake()
nll_of_42 = mean_nll_train = mean_nll_test = -np.log(0.91)
