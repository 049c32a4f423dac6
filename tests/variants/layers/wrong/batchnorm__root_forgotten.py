# question: batchnorm
# why: divides by the variance
# cause: deviation_for_variance
# fails: batchnorm-train, batchnorm-predict
# says: by the variance instead
# edit: / np.sqrt(var + self.eps)
# to:   / (var + self.eps)
