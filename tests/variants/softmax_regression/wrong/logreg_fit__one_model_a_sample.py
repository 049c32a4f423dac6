# question: logreg_fit
# why: makes a new model in each update
# cause: none
# fails: logreg_fit-accuracy
# says: of the test set; at least 93%
losses = []
for i in range(len(X_train)):
    lr_model = LogisticRegression(64, 10)
    lr_model.train(X_train[i], y_train[i], 0.01)
    if i % 100 == 0:
        losses.append(lr_model.loss(X_train, y_train))
plt.plot(losses)
