# question: logreg_grad
# why: the gradient of W is laid out (C, D)
# cause: transposed
# fails: logreg_grad-W
# says: the array is transposed
# edit: np.outer(x, delta)
# to: np.outer(delta, x)
