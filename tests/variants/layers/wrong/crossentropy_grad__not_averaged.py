# question: crossentropy_grad
# why: forgets the division by N
# cause: batch_not_averaged
# fails: crossentropy_grad-values
# says: summed, not averaged
# edit: return (probabilities - np.eye(classes)[reference_answers]) / n
# to:   return (probabilities - np.eye(classes)[reference_answers])
