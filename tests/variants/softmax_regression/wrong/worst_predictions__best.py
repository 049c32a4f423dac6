# question: worst_predictions
# why: the largest probabilities first
# cause: best_for_worst
# fails: worst_predictions-order
# says: the best predictions come out
# edit: np.argsort(true_class)[:k]
# to: np.argsort(-true_class)[:k]
