# question: dense
# why: forgets the biases in the forward pass
# cause: biases_not_added
# fails: dense-forward
# says: the biases are not added
# edit: return input @ self.weights + self.biases
# to:   return input @ self.weights
