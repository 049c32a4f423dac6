# question: minibatch
# why: not vectorised, but the values are right
def grad_loss_batch(model, X, y):
    samples = [model.grad_loss(x, label) for x, label in zip(X, y, strict=True)]
    return {name: np.mean([sample[name] for sample in samples], axis=0) for name in samples[0]}
