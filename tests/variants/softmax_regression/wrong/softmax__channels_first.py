# question: softmax
# why: takes the second of four axes, as for images
# cause: none
# fails: softmax-batch
# says: does not give probabilities
# edit: exponentials / np.sum(exponentials, axis=-1, keepdims=True)
# to: exponentials / np.sum(exponentials, axis=1 if X.ndim == 4 else -1, keepdims=True)
