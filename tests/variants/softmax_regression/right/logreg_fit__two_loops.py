# question: logreg_fit
# why: counts chunks of a hundred updates, evaluates between them, keeps everything in a dict
lr_model = LogisticRegression(X_train.shape[1], 10)
log = {"update": [], "loss": []}
for start in range(0, X_train.shape[0], 100):
    for x_i, y_i in zip(X_train[start : start + 100], y_train[start : start + 100]):
        lr_model.train(x_i, int(y_i), 1e-2)
    log["update"].append(start + 100)
    log["loss"].append(lr_model.loss(X_train, y_train))
    print("%d: %.3f" % (log["update"][-1], log["loss"][-1]))
fig, ax = plt.subplots()
ax.plot(log["update"], log["loss"])
