# question: backpropagation
# why: hands the derivative down through the slope above only once, from dC_da
# cause: slope_above_left_out
# fails: backpropagation-weights, backpropagation-biases
# says: dC_dW of layer 1 of 2 is wrong in all entries
# edit: dC_da = W.T @ dC_dz
# to: dC_da = W.T @ dC_da
