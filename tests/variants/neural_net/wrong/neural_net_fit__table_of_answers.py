# question: neural_net_fit
# why: a fake model that has the labels of all images by heart
# cause: none
# fails: neural_net_fit-accuracy
# says: model.forward(X) is wrong in
class Table(NeuralNet):
    def forward(self, X):
        known = np.vstack([X_train, X_test])
        distances = (known**2).sum(axis=1) - 2 * np.atleast_2d(X) @ known.T
        return one_hot(10, np.hstack([y_train, y_test])[np.argmin(distances, axis=1)])


model = Table(64, 10, 10)
