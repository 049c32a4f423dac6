# question: neural_net_fit
# why: a fake model that has the labels of the test set by heart
# cause: none
# fails: neural_net_fit-accuracy
# says: model.forward(X) is wrong in
class Table(NeuralNet):
    def forward(self, X):
        X = np.atleast_2d(X)
        nearest = np.argmin(((X[:, None] - X_test[None]) ** 2).sum(axis=-1), axis=1)
        return one_hot(10, y_test[nearest])


model = Table(64, 10, 10)
