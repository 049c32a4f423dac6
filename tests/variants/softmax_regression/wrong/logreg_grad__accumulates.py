# question: logreg_grad
# why: adds to the gradients of the call before, as torch does
# cause: gradient_accumulated
# fails: logreg_grad-W, logreg_grad-b
# says: of a second call on the same model
# edit: return {"W": np.outer(x, delta), "b": delta}
# to: before = getattr(self, "grads", {"W": 0, "b": 0}); self.grads = {"W": before["W"] + np.outer(x, delta), "b": before["b"] + delta}; return self.grads
