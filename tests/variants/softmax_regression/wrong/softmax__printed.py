# question: softmax
# why: prints the probabilities
# cause: prints_instead_of_returning
# fails: softmax-vector, softmax-batch, softmax-stable
# says: softmax(x) returned None
# edit: return exponentials / np.sum(exponentials, axis=-1, keepdims=True)
# to: print(exponentials / np.sum(exponentials, axis=-1, keepdims=True))
