# question: train_network
# why: the difference behind the softmax the other way round
# cause: gradient_ascent
# fails: train_network-softmax, train_network-iris
# says: the step goes up the gradient instead of down
# edit: (predict - targets) / len(predict)
# to: (targets - predict) / len(predict)
