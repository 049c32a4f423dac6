# question: library_model
# why: tanh instead of the sigmoid, twelve units, clipped logarithm, float32
from sklearn.neural_network import MLPClassifier

library_model = MLPClassifier(hidden_layer_sizes=12, activation="tanh", max_iter=60, random_state=3)
library_model.fit(X_train, y_train)


def costs(X, y):
    p = library_model.predict_proba(X).astype(np.float32)
    return -np.log(np.clip(p[np.arange(len(y)), y], 1e-6, 1))


nll_of_42 = costs(X_test, y_test)[42]
mean_nll_train, mean_nll_test = costs(X_train, y_train).mean(), costs(X_test, y_test).mean()
