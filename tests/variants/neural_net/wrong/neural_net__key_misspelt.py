# question: neural_net
# why: the dict has another key than the text asks for
# cause: none
# fails: neural_net-grad_W_o, neural_net-grad_b_o, neural_net-grad_W_h, neural_net-grad_b_h
# says: grad_loss(x, y_true) has no key `W_h`.
# edit: "W_h": np.outer(x, delta_h)
# to:   "Wh": np.outer(x, delta_h)
