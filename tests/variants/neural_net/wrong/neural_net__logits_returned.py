# question: neural_net
# why: forgets softmax
# cause: softmax_left_out
# fails: neural_net-forward_one, neural_net-forward_batch
# says: these are the logits, not probabilities.
# edit: y = softmax(
# to:   y = (
