# question: neural_net_fit
# why: a falling learning rate, stops when the test accuracy is good enough, plots in one figure
np.random.seed(11)
model, curves, rate = NeuralNet(X_train.shape[1], 10, 10), {"loss": [], "train": [], "test": []}, 0.1
while len(curves["loss"]) < 15:
    for i in np.random.permutation(len(y_train)):
        model.train(X_train[i], y_train[i], rate)
    rate = 0.95 * rate
    curves["loss"].append(float(model.loss(X_train, y_train)))
    curves["train"].append(model.accuracy(X_train, y_train))
    curves["test"].append(model.accuracy(X_test, y_test))
    if curves["test"][-1] > 0.955:
        break
for name in curves:
    plt.plot(curves[name], label=name)
plt.legend()
