# question: neural_net_fit
# why: never trains
# cause: none
# fails: neural_net_fit-accuracy
# says: model classifies
# edit: model.train(x, y, 0.1)
# to:   pass
