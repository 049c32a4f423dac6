# question: deep_net
# why: another default activation than the text says
# cause: none
# fails: deep_net-default_activation
# says: forward(X) of a network without an activation (expected: as if sigmoid had been passed) is wrong in
# edit: activation=sigmoid, d_activation=dsigmoid)
# to:   activation=np.tanh, d_activation=dsigmoid)
