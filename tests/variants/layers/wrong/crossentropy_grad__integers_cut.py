# question: crossentropy_grad
# why: writes the softmax into an array of the dtype of the logits
# cause: integer_result
# fails: crossentropy_grad-values
# says: of logits that are whole numbers
def grad_softmax_crossentropy_with_logits(logits, reference_answers):
    grad = np.zeros_like(logits)
    n = len(logits)
    for i, y in enumerate(reference_answers):
        e = np.exp(logits[i] - np.max(logits[i]))
        grad[i, :] = e / e.sum()
        grad[i, y] -= 1
    return grad / n
