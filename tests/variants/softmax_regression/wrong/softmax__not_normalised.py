# question: softmax
# why: forgets the division
# cause: none
# also: factor_of_each_line
# fails: softmax-vector, softmax-batch, softmax-stable
# says: does not give probabilities
# edit: return exponentials / np.sum(exponentials, axis=-1, keepdims=True)
# to: return exponentials
