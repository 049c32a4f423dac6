# question: neural_net
# why: `forward` hands on all three arrays
# cause: none
# fails: neural_net-forward_one, neural_net-forward_batch
# says: forward(X) returns three arrays; only the probabilities are expected.
# edit: return self.forward_keep_activations(X)[0]
# to:   return self.forward_keep_activations(X)
