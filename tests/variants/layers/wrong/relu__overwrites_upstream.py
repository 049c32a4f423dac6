# question: relu
# why: sets entries of grad_output to 0 in place
# cause: input_changed
# fails: relu-backward
# says: grad_output is not the same
# edit: return np.where(input > 0, grad_output, 0.0)
# to:   grad_output[input <= 0] = 0; return grad_output
