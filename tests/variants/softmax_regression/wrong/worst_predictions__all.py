# question: worst_predictions
# why: forgets k
# cause: none
# fails: worst_predictions-order
# says: has shape (20,), expected
# edit: np.argsort(true_class)[:k]
# to: np.argsort(true_class)
