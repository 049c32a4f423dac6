# question: neural_net
# why: starts from zero weights, so all hidden units are alike
# cause: weights_all_equal
# fails: neural_net-init
# says: units that start equal get equal gradients, and stay equal for ever.
# edit: np.random.uniform(-0.1, 0.1, size=(input_size, hidden_size))
# to:   np.zeros((input_size, hidden_size))
