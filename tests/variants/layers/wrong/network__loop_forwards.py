# question: network
# why: runs the backward loop from the first layer
# cause: layers_forwards
# fails: network-step
# says: visits the first layer first
# edit: zip(reversed(network), reversed(inputs), strict=True)
# to:   zip(network, inputs, strict=True)
