# question: neural_net
# why: forgets to subtract the truth
# cause: truth_not_subtracted
# fails: neural_net-grad_W_o, neural_net-grad_b_o, neural_net-grad_W_h, neural_net-grad_b_h
# says: grads["W_o"] is wrong in
# edit: delta_o = y - one_hot(self.output_size, y_true)
# to:   delta_o = 1.0 * y
