# question: neural_net
# why: outer product in the wrong order
# cause: transposed
# fails: neural_net-grad_W_o
# says: the array is transposed.
# edit: np.outer(h, delta_o)
# to:   np.outer(delta_o, h)
