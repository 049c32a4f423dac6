# question: worst_predictions
# why: the largest costs, and not the places where they are
# cause: none
# fails: worst_predictions-order
# says: worst_predictions
def worst_predictions(model, X, y, k=5):
    probabilities = model.forward(X)
    costs = [-np.log(p[c]) for p, c in zip(probabilities, y)]
    return np.sort(costs)[::-1][:k]
