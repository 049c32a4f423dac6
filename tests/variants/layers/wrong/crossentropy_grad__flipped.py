# question: crossentropy_grad
# why: takes truth minus prediction
# cause: softmax_minus_truth_flipped
# fails: crossentropy_grad-values
# says: prediction and truth are swapped
# edit: return (probabilities - np.eye(classes)[reference_answers]) / n
# to:   return (np.eye(classes)[reference_answers] - probabilities) / n
