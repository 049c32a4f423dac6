# question: forward
# why: every layer is fed the network's input
# cause: network_input_everywhere
# fails: forward-deep
# says: every layer is fed the network's input
# edit: x = layer.forward(x)
# to: out = layer.forward(x)
# edit: return x
# to: return out
