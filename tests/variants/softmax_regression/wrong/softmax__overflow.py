# question: softmax
# why: the exponential of huge logits
# cause: softmax_overflow
# fails: softmax-stable
# says: inf / inf is nan
# edit: np.exp(X - np.max(X, axis=-1, keepdims=True))
# to: np.exp(X)
