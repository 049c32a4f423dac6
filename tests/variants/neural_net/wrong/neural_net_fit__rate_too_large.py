# question: neural_net_fit
# why: a learning rate at which the training explodes
# cause: none
# fails: neural_net_fit-accuracy
# says: model classifies
# edit: model.train(x, y, 0.1)
# to:   model.train(x, y, learning_rate=100.0)
