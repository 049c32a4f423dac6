# question: neural_net
# why: multiplies from the left, which works for one sample only
# cause: none
# fails: neural_net-forward_batch
# says: forward_keep_activations(X) raised ValueError
# edit: X @ self.W_h + self.b_h
# to:   self.W_h.T @ X + self.b_h
