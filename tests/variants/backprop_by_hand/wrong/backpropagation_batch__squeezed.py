# question: backpropagation_batch
# why: squeezes the layer's input, so that one sample is no batch any more
# cause: none
# fails: backpropagation_batch-one_sample
# says: backpropagation_batch(...) raised ValueError: matmul: Input operand 1 has a mismatch in it
# edit: layer_input.T @ dC_dz
# to: np.squeeze(layer_input).T @ dC_dz
