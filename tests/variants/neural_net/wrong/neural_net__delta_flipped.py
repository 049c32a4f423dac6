# question: neural_net
# why: takes truth minus prediction
# cause: wrong_sign
# fails: neural_net-grad_W_o, neural_net-grad_b_o, neural_net-grad_W_h, neural_net-grad_b_h
# says: the sign is wrong in every entry.
# edit: delta_o = y - one_hot(self.output_size, y_true)
# to:   delta_o = one_hot(self.output_size, y_true) - y
