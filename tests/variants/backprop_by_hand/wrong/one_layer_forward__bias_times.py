# question: one_layer_forward
# why: multiplies by the bias
# cause: none
# fails: one_layer_forward-values
# says: what b adds to the pre-activation is wrong in all entries
# edit: sigmoid(W @ x + b)
# to: sigmoid(W @ x * b)
