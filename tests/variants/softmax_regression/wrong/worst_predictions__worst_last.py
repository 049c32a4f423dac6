# question: worst_predictions
# why: the right ones in reverse order
# cause: worst_last
# fails: worst_predictions-order
# says: in reverse order
# edit: np.argsort(true_class)[:k]
# to: np.argsort(true_class)[:k][::-1]
