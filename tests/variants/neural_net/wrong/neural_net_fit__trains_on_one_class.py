# question: neural_net_fit
# why: the samples sorted by class, and only a few epochs: it knows the last classes
# cause: none
# fails: neural_net_fit-accuracy
# says: model classifies
np.random.seed(1)
model = NeuralNet(64, 10, 10)
for digit in range(10):
    for x in X_train[y_train == digit]:
        for _ in range(3):
            model.train(x, digit, 0.1)
