# question: one_layer_forward
# why: returns the pre-activation
# cause: none
# fails: one_layer_forward-values
# says: what b adds to the pre-activation is wrong in all entries
# edit: sigmoid(W @ x + b)
# to: W @ x + b
