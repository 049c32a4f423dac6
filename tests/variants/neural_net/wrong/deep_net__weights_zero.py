# question: deep_net
# why: starts from zero weights
# cause: weights_all_equal
# fails: deep_net-init
# says: units that start equal get equal gradients, and stay equal for ever.
# edit: np.random.normal(scale=1 / np.sqrt(n_in), size=(n_in, n_out))
# to:   np.zeros((n_in, n_out))
