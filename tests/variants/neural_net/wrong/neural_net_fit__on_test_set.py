# question: neural_net_fit
# why: trains on the test set
# cause: none
# fails: neural_net_fit-accuracy
# says: of the test set, but only
model = NeuralNet(64, 10, 10)
losses = []
for epoch in range(15):
    for x, y in zip(X_test, y_test):
        model.train(x, y, 0.1)
    losses.append(model.loss(X_train, y_train))
plt.plot(losses)
