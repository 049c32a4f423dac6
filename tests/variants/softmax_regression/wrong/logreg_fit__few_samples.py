# question: logreg_fit
# why: stops after 60 samples
# cause: none
# fails: logreg_fit-accuracy
# says: of the test set; at least 93%
# edit: lr_model.train(x, y, 0.01)
# to: lr_model.train(x, y, 0.01 * (i < 60))
