# question: train
# why: returns the network only
# cause: none
# fails: train-losses, train-steps, train-learns
# says: what train(x, y, net, epochs, lr) returns is a NeuralNetwork
# edit: return net, losses
# to: return net
