# question: one_layer_forward
# why: returns the pre-activation
# cause: none
# fails: one_layer_forward-values
# says: has entries outside 0 and 1
# edit: sigmoid(W @ x + b)
# to: W @ x + b
