# question: neural_net
# why: normalises over the samples of a batch
# cause: softmax_wrong_axis
# fails: neural_net-forward_batch
# says: each column adds up to 1 instead of each row.
# edit: y = softmax(h @ self.W_o + self.b_o)
# to:   y = softmax((h @ self.W_o + self.b_o).T).T
