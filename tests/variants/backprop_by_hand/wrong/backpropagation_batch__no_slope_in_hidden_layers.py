# question: backpropagation_batch
# why: hands the derivative down before the slope is multiplied in
# cause: slope_above_left_out
# fails: backpropagation_batch-weights, backpropagation_batch-biases
# says: dC_dW of layer 1 of 2 for 5 samples is wrong in all entries
# edit: dC_da = dC_dz @ W.T
# to: dC_da = dC_da @ W.T
