# question: batchnorm
# why: uses the batch in prediction
# cause: updated_in_prediction
# also: batch_statistics_in_prediction
# fails: batchnorm-running, batchnorm-predict
# says: after a forward pass with training = False
# edit: if self.training:
# to:   if True:
