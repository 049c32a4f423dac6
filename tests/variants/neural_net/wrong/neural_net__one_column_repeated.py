# question: neural_net
# why: draws one vector and repeats it for each hidden unit
# cause: weights_all_equal
# fails: neural_net-init
# says: units that start equal get equal gradients, and stay equal for ever.
# edit: np.random.uniform(-0.1, 0.1, size=(input_size, hidden_size))
# to:   np.ones((input_size, hidden_size)) * np.random.uniform(-0.1, 0.1, size=(input_size, 1))
