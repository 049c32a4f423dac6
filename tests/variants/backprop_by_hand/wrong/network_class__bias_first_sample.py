# question: network_class
# why: the bias of the first sample only
# cause: one_sample_only
# fails: network_class-biases
# says: dC_db of layer 1 from compute_gradient(inputs, targets) is wrong in all entries
# edit: np.sum(dC_dz, axis=0)
# to: dC_dz[0]
