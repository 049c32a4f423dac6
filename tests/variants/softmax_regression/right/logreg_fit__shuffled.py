# question: logreg_fit
# why: a shuffled epoch with indices
np.random.seed(3)
lr_model = LogisticRegression(64, 10)
history = []
order = np.random.permutation(len(X_train))
for step in range(len(order)):
    lr_model.train(X_train[order[step]], y_train[order[step]], 0.01)
    if step % 100 == 99:
        history.append(lr_model.loss(X_train, y_train))
        print(step + 1, history[-1])
plt.plot(history)
plt.show()
