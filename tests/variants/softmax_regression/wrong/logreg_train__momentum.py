# question: logreg_train
# why: momentum, so that only the first step is plain
# cause: kept_from_earlier_call
# fails: logreg_train-W, logreg_train-b
# says: in a second call of train
# edit: grads = self.grad_loss(x, y)
# to: last = getattr(self, "last", {"W": 0, "b": 0}); grads = {k: v + 0.9 * last[k] for k, v in self.grad_loss(x, y).items()}; self.last = grads
