# question: network
# why: gives each layer its own output
# cause: input_of_next_layer
# fails: network-step
# says: its own output
# edit: inputs = [X, *activations[:-1]]
# to:   inputs = activations
