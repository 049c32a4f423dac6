# question: worst_predictions
# why: rounds the probabilities, so that the worst samples look alike
# cause: none
# fails: worst_predictions-order
# says: is wrong in
# edit: np.argsort(true_class)
# to: np.argsort(np.round(true_class, 3), kind="stable")
