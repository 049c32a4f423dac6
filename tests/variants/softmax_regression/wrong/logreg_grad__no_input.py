# question: logreg_grad
# why: the gradient of W ignores the input
# cause: input_left_out
# fails: logreg_grad-W
# says: grads["W"] is wrong
# edit: np.outer(x, delta)
# to: np.outer(np.ones(len(x)), delta)
