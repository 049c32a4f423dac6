# question: logreg_grad
# why: keeps the probabilities of the first call
# cause: kept_from_earlier_call
# fails: logreg_grad-b, logreg_grad-W
# says: of a second call on the same model
# edit: delta = self.forward(x) - one_hot
# to: self.p = getattr(self, "p", self.forward(x)); delta = self.p - one_hot
