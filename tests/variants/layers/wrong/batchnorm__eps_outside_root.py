# question: batchnorm
# why: adds eps to the deviation
# cause: eps_outside_root
# fails: batchnorm-train, batchnorm-predict
# says: added to the deviation
# edit: / np.sqrt(var + self.eps)
# to:   / (np.sqrt(var) + self.eps)
