# question: neural_net
# why: gives the hidden layer as many biases as there are classes
# cause: none
# fails: neural_net-init
# says: model.b_h has shape (3,), expected (H,) = (4,).
# edit: self.b_h = np.zeros(hidden_size)
# to:   self.b_h = np.zeros(output_size)
