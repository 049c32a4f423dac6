# question: forward
# why: the activations are forgotten
# cause: activation_left_out
# fails: forward-single, forward-deep
# says: forward(x) is wrong in all entries
# edit: x = layer.forward(x)
# to: x = layer.linear.forward(x)
