# question: dropout
# why: scales in prediction
# cause: scaled_in_prediction
# fails: dropout-predict
# says: the output is scaled in prediction
# edit: if not self.training:
# to:   if not self.training and (input := input * (1 - self.p)) is not None:
