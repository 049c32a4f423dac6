# question: logreg_grad
# why: scales the caller's sample in place
# cause: input_changed
# fails: logreg_grad-W, logreg_grad-b
# says: x is not the same after the call
# edit: return {"W": np.outer(x, delta), "b": delta}
# to: grads = {"W": np.outer(x, delta), "b": delta}; x /= 2.0; return grads
