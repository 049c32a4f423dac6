# question: dropout
# why: drops in prediction too
# cause: none
# fails: dropout-predict
# says: with training = False
# edit: if not self.training:
# to:   if self.p < 0:
