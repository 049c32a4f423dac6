# question: softmax
# why: subtracts the largest absolute value, far above all logits of a negative row
# cause: softmax_underflow
# fails: softmax-stable
# says: 0 / 0 is nan
# edit: np.exp(X - np.max(X, axis=-1, keepdims=True))
# to: np.exp(X - np.max(np.abs(X), axis=-1, keepdims=True))
