# question: library_model
# why: trained on the test set instead of the training set
# cause: none
# fails: library_model-accuracy
# says: of the test set, but only
from sklearn.neural_network import MLPClassifier

library_model = MLPClassifier((10,), "logistic", learning_rate_init=0.01, max_iter=100, random_state=0).fit(
    X_test, y_test
)
p = library_model.predict_proba(X_test)
nll_of_42 = nll(one_hot(10, y_test)[42], p[42])
mean_nll_train = nll(one_hot(10, y_train), library_model.predict_proba(X_train))
mean_nll_test = nll(one_hot(10, y_test), p)
