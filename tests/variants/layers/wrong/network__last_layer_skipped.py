# question: network
# why: starts the backward loop below the last layer
# cause: last_layer_skipped
# fails: network-step
# says: the last layer never gets a call
# edit: zip(reversed(network), reversed(inputs), strict=True)
# to:   zip(network[-2::-1], inputs[-2::-1], strict=True)
