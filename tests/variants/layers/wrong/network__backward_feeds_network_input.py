# question: network
# why: gives every layer the network's input on the way back
# cause: network_input_everywhere
# fails: network-step
# says: every layer is fed the network's input
# edit: inputs = [X, *activations[:-1]]
# to:   inputs = [X] * len(network)
