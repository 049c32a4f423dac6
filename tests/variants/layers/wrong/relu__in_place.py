# question: relu
# why: changes the input in place
# cause: input_changed
# fails: relu-forward
# says: input is not the same after the call
# edit: return np.maximum(input, 0)
# to:   input *= input > 0; return input
