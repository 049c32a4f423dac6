# question: softmax
# why: powers of two
# cause: another_base
# fails: softmax-vector, softmax-batch, softmax-stable
# says: largest entry is wrong
# edit: np.exp(X - np.max(X, axis=-1, keepdims=True))
# to: 2.0 ** (X - np.max(X, axis=-1, keepdims=True))
