# question: network
# why: ends the backward loop above the first layer
# cause: first_layer_left_out
# fails: network-step
# says: the first layer never gets a call
# edit: zip(reversed(network), reversed(inputs), strict=True)
# to:   zip(network[:0:-1], inputs[:0:-1], strict=True)
