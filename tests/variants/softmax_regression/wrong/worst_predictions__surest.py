# question: worst_predictions
# why: looks at the largest probability, whatever the truth
# cause: truth_not_asked
# fails: worst_predictions-order
# says: is wrong in
# edit: probabilities[np.arange(len(y)), y]
# to: np.max(probabilities, axis=1)
