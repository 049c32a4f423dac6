# question: crossentropy_grad
# why: divides by N twice
# cause: batch_averaged_twice
# fails: crossentropy_grad-values
# says: divided by the number of samples twice
# edit: return (probabilities - np.eye(classes)[reference_answers]) / n
# to:   return (probabilities - np.eye(classes)[reference_answers]) / n / n
