# question: dropout
# why: forgets to scale
# cause: dropout_not_scaled
# fails: dropout-mask
# says: not scaled up
# edit: self.factors = (np.random.uniform(size=input.shape) >= self.p) / (1 - self.p)
# to:   self.factors = 1.0 * (np.random.uniform(size=input.shape) >= self.p)
