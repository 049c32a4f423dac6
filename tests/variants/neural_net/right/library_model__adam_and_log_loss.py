# question: library_model
# why: fit with adam, log_loss of scikit-learn, a warning about convergence
from sklearn.metrics import log_loss
from sklearn.neural_network import MLPClassifier

library_model = MLPClassifier(
    (10,), activation="logistic", learning_rate_init=0.01, max_iter=30, random_state=1
)
library_model.fit(X_train, y_train)
mean_nll_train = log_loss(y_train, library_model.predict_proba(X_train))
mean_nll_test = log_loss(y_test, library_model.predict_proba(X_test))
nll_of_42 = -np.log(library_model.predict_proba(X_test)[42, y_test[42]] + 1e-6)
