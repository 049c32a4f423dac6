# question: neural_net
# why: multiplies from the left, which works for one sample only
# cause: none
# fails: neural_net-forward_batch
# says: forward_keep_activations(X) raised ValueError
# edit: np.dot(X, self.W_h) + self.b_h
# to:   np.dot(self.W_h.T, X) + self.b_h
