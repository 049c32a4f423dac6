# question: train_network
# why: the derivative behind the softmax is summed over the samples
# cause: batch_not_averaged
# fails: train_network-softmax
# says: the gradients of the samples are summed, not averaged
# edit: (predict - targets) / len(predict)
# to: (predict - targets)
# edit: "learning_rate": 0.5
# to: "learning_rate": 0.005
