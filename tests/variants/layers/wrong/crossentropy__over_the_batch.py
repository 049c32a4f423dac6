# question: crossentropy
# why: the softmax sums over the batch
# cause: softmax_wrong_axis
# fails: crossentropy-values, crossentropy-stable
# says: of [[3, 3], [2, 1]] and [0, 1] is wrong in all entries
def softmax_crossentropy_with_logits(logits, reference_answers):
    z = logits - logits.max(axis=0)
    log_probs = z - np.log(np.sum(np.exp(z), axis=0))
    return -log_probs[np.arange(len(z)), reference_answers]
