# question: minibatch
# why: returns inside the loop over the samples
# cause: one_sample_only
# fails: minibatch-output, minibatch-hidden
# says: only one sample of the batch is used.
def grad_loss_batch(model, X, y):
    for x, label in zip(X, y, strict=True):
        grads = model.grad_loss(x, label)
        return {name: grad for name, grad in grads.items()}
