# question: dense
# why: subtracts the biases
# cause: wrong_sign
# fails: dense-forward
# says: the sign is wrong in every entry
# edit: return input @ self.weights + self.biases
# to:   return input @ self.weights - self.biases
