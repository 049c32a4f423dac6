# question: worst_predictions
# why: costs one by one, a sorted list of pairs
def worst_predictions(model, X, y, k=5, verbose=False):
    costs = [(float(model.loss(X[i], y[i])), i) for i in range(len(y))]
    costs.sort(key=lambda pair: -pair[0])
    return [i for _, i in costs[:k]]
