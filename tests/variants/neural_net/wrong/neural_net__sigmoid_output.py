# question: neural_net
# why: uses the sigmoid for the output layer
# cause: sigmoid_for_softmax
# fails: neural_net-forward_one, neural_net-forward_batch
# says: the output layer uses the sigmoid instead of softmax.
# edit: y = softmax(
# to:   y = sigmoid(
