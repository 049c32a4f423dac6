# question: logreg_fit
# why: a negative learning rate
# cause: none
# fails: logreg_fit-accuracy
# says: of the test set; at least 93%
# edit: lr_model.train(x, y, 0.01)
# to: lr_model.train(x, y, -0.01)
