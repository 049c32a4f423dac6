# question: batchnorm
# why: normalises with the batch in prediction
# cause: batch_statistics_in_prediction
# fails: batchnorm-predict
# says: own statistics are used in prediction
# edit: mean, var = self.running_mean, self.running_var
# to:   mean, var = input.mean(axis=0), input.var(axis=0)
