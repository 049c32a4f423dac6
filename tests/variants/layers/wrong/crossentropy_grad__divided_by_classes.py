# question: crossentropy_grad
# why: divides by the number of columns
# cause: classes_for_samples
# fails: crossentropy_grad-values
# says: is divided by the number of classes instead of the number of samples
def grad_softmax_crossentropy_with_logits(logits, reference_answers):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    p[np.arange(len(p)), reference_answers] -= 1
    return p / logits.shape[1]
