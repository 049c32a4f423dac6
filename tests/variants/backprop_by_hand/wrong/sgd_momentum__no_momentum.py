# question: sgd_momentum
# why: the last change does not enter
# cause: momentum_ignored
# fails: sgd_momentum-momentum
# says: the last change does not enter the next one
# edit: for (dW, db), (last_W, last_b) in zip(grads, changes, strict=True)
# to: for (dW, db), (last_W, last_b) in zip(grads, [(0 * W, 0 * b) for W, b in layers], strict=True)
