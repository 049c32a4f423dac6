# question: neural_net
# why: outer product in the wrong order
# cause: transposed
# fails: neural_net-grad_W_h
# says: the array is transposed.
# edit: np.outer(x, delta_h)
# to:   np.outer(delta_h, x)
