# question: train_network
# why: writes a derivative into the place of None, so that the next call knows nothing of softmax
# cause: list_changed
# fails: train_network-softmax
# says: the list `activation_ders` is not the same after the call
# edit: activation_ders = [*activation_ders[:-1], np.ones_like]
# to: activation_ders[-1] = np.ones_like
