# question: optimizer
# why: forgets the root for the biases
# cause: root_missing
# fails: optimizer-biases
# says: the square root is missing
# edit: np.sqrt(self.biases_squares)
# to:   self.biases_squares
