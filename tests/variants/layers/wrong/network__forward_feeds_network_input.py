# question: network
# why: feeds every layer with the network's input
# cause: network_input_everywhere
# fails: network-forward, network-step
# says: every layer is fed the network's input
# edit: X = layer.forward(X)
# to:   output = layer.forward(X)
# edit: activations.append(X)
# to:   activations.append(output)
