# question: backpropagation_batch
# why: chooses the axis of the bias by comparing N with the number of units
# cause: none
# fails: backpropagation_batch-biases
# says: is wrong in all entries
# edit: np.sum(dC_dz, axis=0)
# to: np.sum(dC_dz, axis=int(dC_dz.shape[0] == dC_dz.shape[1]))
