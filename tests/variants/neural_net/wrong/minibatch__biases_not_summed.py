# question: minibatch
# why: hands on the bias gradients of all samples
# cause: none
# fails: minibatch-hidden, minibatch-one_row
# says: grads["b_h"] of a batch of 5 has shape (5, 6), expected (H,) = (6,).
# edit: np.sum(delta_h, axis=0)
# to:   delta_h
