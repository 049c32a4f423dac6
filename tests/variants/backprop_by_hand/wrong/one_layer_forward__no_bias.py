# question: one_layer_forward
# why: leaves the bias out
# cause: bias_left_out
# fails: one_layer_forward-values
# says: the bias is left out
# edit: sigmoid(W @ x + b)
# to: sigmoid(W @ x)
