# question: logreg_grad
# why: grad_loss already moves W, so train moves it twice
# cause: none
# fails: logreg_grad-W
# says: changes W of the model
# edit: return {"W": np.outer(x, delta), "b": delta}
# to: self.W = self.W - 0.01 * np.outer(x, delta); return {"W": np.outer(x, delta), "b": delta}
