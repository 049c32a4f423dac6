# question: optimizer
# why: adds eps under the root
# cause: eps_inside_root
# fails: optimizer-weights
# says: eps stands under the square root
# edit: np.sqrt(self.weights_squares) + self.eps
# to:   np.sqrt(self.weights_squares + self.eps)
