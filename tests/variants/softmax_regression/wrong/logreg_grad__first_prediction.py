# question: logreg_grad
# why: keeps the probabilities of the first call
# cause: none
# fails: logreg_grad-W, logreg_grad-b
# says: what is kept from the call before
# edit: delta = self.forward(x) - one_hot
# to: self.p = getattr(self, "p", self.forward(x)); delta = self.p - one_hot
