# question: worst_predictions
# why: the largest costs first, then sorted
def worst_predictions(model, X, y, k=5):
    p = model.forward(X)
    costs = -np.log(np.sum(p * one_hot(p.shape[1], y), axis=1) + 1e-12)
    return np.argsort(-costs)[0:k]
