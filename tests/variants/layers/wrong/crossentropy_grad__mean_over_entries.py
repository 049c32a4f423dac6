# question: crossentropy_grad
# why: divides by the number of entries
# cause: mean_over_classes
# fails: crossentropy_grad-values
# says: classes included
# edit: return (probabilities - np.eye(classes)[reference_answers]) / n
# to:   return (probabilities - np.eye(classes)[reference_answers]) / logits.size
