# question: neural_net_fit
# why: shuffles each epoch, twelve hidden units, fewer epochs
rng = np.random.RandomState(7)
np.random.seed(7)
model = NeuralNet(64, 12, 10)
history = []
for epoch in range(10):
    for i in rng.permutation(len(X_train)):
        model.train(X_train[i], int(y_train[i]), 0.1)
    history.append((model.loss(X_train, y_train), model.accuracy(X_test, y_test)))
    print(epoch, history[-1])
plt.plot(history)
