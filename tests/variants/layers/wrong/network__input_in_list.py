# question: network
# why: puts the input into the list of activations
# cause: none
# fails: network-forward
# says: without the input itself
# edit: activations = []
# to:   activations = [X]
# edit: inputs = [X, *activations[:-1]]
# to:   inputs = activations[:-1]
