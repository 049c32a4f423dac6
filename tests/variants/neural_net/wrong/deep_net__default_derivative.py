# question: deep_net
# why: a default derivative that does not belong to the sigmoid
# cause: none
# fails: deep_net-default_activation
# says: grads["weights"][0] of a network without an activation (expected: as if dsigmoid had been passed) is wrong in
# edit: d_activation=dsigmoid)
# to:   d_activation=sigmoid)
