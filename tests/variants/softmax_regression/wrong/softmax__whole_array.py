# question: softmax
# why: one sum for the whole array
# cause: softmax_whole_array
# fails: softmax-batch, softmax-stable
# says: the whole array adds up to 1
# edit: np.sum(exponentials, axis=-1, keepdims=True)
# to: np.sum(exponentials)
# edit: np.exp(X - np.max(X, axis=-1, keepdims=True))
# to: np.exp(X - np.max(X))
