# question: neural_net
# why: returns the probabilities last
# cause: results_in_other_order
# fails: neural_net-forward_one, neural_net-forward_batch
# says: the arrays are there, but in another order.
# edit: return y, h, z_h
# to:   return h, z_h, y
