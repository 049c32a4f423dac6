# question: crossentropy
# why: a continued line makes a product of the two terms that belong into a sum
# cause: none
# fails: crossentropy-values, crossentropy-stable
# says: yours -11.0794, expected 0.693147
def softmax_crossentropy_with_logits(logits, reference_answers):
    top = np.max(logits, axis=1)
    of_the_truth = logits[np.arange(len(logits)), reference_answers]
    log_sum = top + np.log(np.sum(np.exp(logits - top[:, np.newaxis]), axis=1))
    return -of_the_truth * log_sum
