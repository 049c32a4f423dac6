# question: crossentropy_grad
# why: returns the probabilities
# cause: truth_not_subtracted
# fails: crossentropy_grad-values
# says: the true class is not taken into account
# edit: return (probabilities - np.eye(classes)[reference_answers]) / n
# to:   return probabilities / n
