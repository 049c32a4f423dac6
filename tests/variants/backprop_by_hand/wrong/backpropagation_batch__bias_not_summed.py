# question: backpropagation_batch
# why: one row of bias gradients for each sample
# cause: none
# fails: backpropagation_batch-biases
# says: dC_db of layer 2 of 2 for 5 samples has shape (5, 2), expected the shape of b = (2,)
# edit: np.sum(dC_dz, axis=0)
# to: dC_dz
