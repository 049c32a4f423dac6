# question: logreg_fit
# why: a negative learning rate
# cause: none
# fails: logreg_fit-accuracy
# says: of the test set; at least 93%
# edit: learning_rate=0.01
# to: learning_rate=-0.01
