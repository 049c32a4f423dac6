# question: neural_net
# why: forgets the sigmoid
# cause: activation_left_out
# fails: neural_net-forward_one, neural_net-forward_batch
# says: the activation function is not applied.
# edit: h = sigmoid(z_h)
# to:   h = z_h
