# question: dropout
# why: drops in prediction too
# cause: dropped_in_prediction
# fails: dropout-predict
# says: with training = False
# edit: if not self.training:
# to:   if self.p < 0:
