# question: batchnorm
# why: uses the batch in prediction
# cause: none
# fails: batchnorm-running, batchnorm-predict
# says: after a forward pass with training = False
# edit: if self.training:
# to:   if True:
